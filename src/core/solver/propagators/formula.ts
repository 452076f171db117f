import {TwikError} from '../../error.js';
import type {Domains} from '../domains.js';
import type {Formula} from '../formulas.js';
import {FALSE, NULL, Possible, TRUE} from '../possible.js';
import type {Propagator} from './propagator.js';

const mustBeTrue = Possible.of(TRUE);
const mustNotBeTrue = Possible.of(FALSE | NULL);

/** What a condition comes to over domains: `null` while it can be either, or nothing at all. */
function outcome({root: {value}}: Formula): boolean | null {
  const canHold = (value.flags & TRUE) !== 0;
  return canHold === ((value.flags & (FALSE | NULL)) !== 0) ? null : canHold;
}

/** The exact truth once everything is fixed; `null` when the formula fails. */
function truth(formula: Formula, domains: Domains): boolean | null {
  try {
    return formula.exact(domains) === true;
  } catch (error) {
    if (error instanceof TwikError) return null;
    throw error;
  }
}

function isFixed({variables}: Formula, domains: Domains): boolean {
  return variables.every((variable) => domains.isFixed(variable));
}

/** `when` implies `require`. */
export class ConditionPropagator implements Propagator {
  readonly variables: readonly number[];
  readonly #when: Formula | null;
  readonly #require: Formula;

  constructor(when: Formula | null, require: Formula) {
    this.#when = when;
    this.#require = require;
    this.variables = [...new Set([...(when?.variables ?? []), ...require.variables])].sort((a, b) => a - b);
  }

  propagate(domains: Domains): boolean {
    const applies = this.#decide(this.#when, domains);
    if (domains.isEmpty() || applies === false) return !domains.isEmpty();
    const holds = this.#decide(this.#require, domains, applies !== true);
    if (applies === true) {
      if (holds === null) this.#require.root.narrow(domains, mustBeTrue);
      else if (!holds) domains.fail();
    } else if (holds === false) this.#when?.root.narrow(domains, mustNotBeTrue);
    return holds === true && (applies === true || this.#when?.canFail === false);
  }

  /** `null` while open. A formula that fails whatever the open values fails the domains, unless nobody may read it. */
  #decide(formula: Formula | null, domains: Domains, isUnread = false): boolean | null {
    if (!formula) return true;
    formula.forward(domains);
    // Bounds are often enough.
    const decided = outcome(formula);
    if (decided !== null && !formula.canFail) return decided;
    if (isFixed(formula, domains)) {
      const exact = truth(formula, domains);
      if (exact === null && !isUnread) domains.fail();
      return exact ?? (isUnread ? false : null);
    }
    if (formula.root.value.flags === 0) {
      if (!isUnread) domains.fail();
      return false;
    }
    // Over domains a formula that can fail is never surely true or false, but what is not possible stays so.
    return decided === false && formula === this.#require ? false : null;
  }
}

/** Variables are absent exactly while a condition is not true. */
export class ActivePropagator implements Propagator {
  readonly variables: readonly number[];
  readonly #targets: readonly {readonly variable: number; readonly absentIndex: number; readonly last: number}[];
  readonly #active: Formula;

  constructor(
    targets: readonly {readonly variable: number; readonly absentIndex: number; readonly last: number}[],
    active: Formula,
  ) {
    this.#targets = targets;
    this.#active = active;
    this.variables = [...new Set([...targets.map(({variable}) => variable), ...active.variables])];
  }

  propagate(domains: Domains): boolean {
    const formula = this.#active;
    formula.forward(domains);
    const decided = outcome(formula);
    // Bounds are often enough.
    const isCertain = (decided === null || formula.canFail) && isFixed(formula, domains);
    const exact = isCertain ? truth(formula, domains) : decided;
    if (formula.root.value.flags === 0 || (isCertain && exact === null)) {
      domains.fail();
      return false;
    }
    if (exact !== null) {
      for (const target of this.#targets) this.#set(domains, target, exact);
      // One that can fail must still be tried once it is fixed.
      return isCertain || !formula.canFail;
    }
    if (this.#targets.some(({variable, absentIndex}) => !domains.has(variable, absentIndex))) {
      for (const target of this.#targets) this.#set(domains, target, true);
      formula.root.narrow(domains, mustBeTrue);
    } else if (this.#targets.some(({variable}) => domains.isFixed(variable))) {
      for (const target of this.#targets) this.#set(domains, target, false);
      formula.root.narrow(domains, mustNotBeTrue);
    }
    return false;
  }

  #set(
    domains: Domains,
    {variable, absentIndex, last}: {variable: number; absentIndex: number; last: number},
    exists: boolean,
  ): void {
    if (exists) domains.remove(variable, absentIndex);
    else {
      domains.removeRange(variable, 0, absentIndex - 1);
      domains.removeRange(variable, absentIndex + 1, last);
    }
  }
}

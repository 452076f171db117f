import type {IntegerStack} from './integer-stack.js';
import type {Kernel} from './kernel.js';
import type {Native, Reading} from './native.js';
import type {Narrowable, Propagator} from './propagator.js';

/** What a call takes for each of its variables, beside a propagation. */
const costOfCode = 20;

/** Adds a constraint that is code. */
export function addCode(kernel: Kernel, propagator: Propagator, condition: number): void {
  kernel.addNative((id) => new Code(kernel, id, condition, propagator), true);
}

/** Whatever it narrows, the reason is what was left of its variables. */
class Code implements Native, Narrowable {
  readonly rank = 2;
  readonly variables: readonly number[];
  readonly condition: number;
  readonly #kernel: Kernel;
  readonly #id: number;
  readonly #propagator: Propagator;

  constructor(kernel: Kernel, id: number, condition: number, propagator: Propagator) {
    this.#kernel = kernel;
    this.#id = id;
    this.variables = propagator.variables;
    this.condition = condition;
    this.#propagator = propagator;
  }

  propagate(): boolean {
    const {trail} = this.#kernel;
    const state = trail.values[this.condition] ?? 0;
    if (state < 0) return true;
    this.#kernel.work += costOfCode * this.variables.length;
    if (state > 0) return this.#propagator.propagate(this) || this.#fail();
    // While it need not hold, what it narrows only shows whether it can.
    const {level} = trail;
    trail.openLevel();
    const canHold = this.#propagator.propagate(this);
    trail.cancel(level);
    trail.head = trail.length;
    return canHold || this.#fail();
  }

  #fail(): boolean {
    return this.#kernel.narrow(this.#id, this.condition ^ 1);
  }

  explain(literal: number, length: number, into: IntegerStack): void {
    if (literal !== (this.condition ^ 1)) into.push(this.condition ^ 1);
    for (const variable of this.variables) this.#kernel.reasons.removed(variable, null, length, into);
  }

  holds(reading: Reading): boolean {
    return this.#propagator.holds(reading);
  }

  suggest(reading: Reading): number {
    const {domains} = this.#kernel;
    const open = this.variables.find((variable) => !domains.isFixed(variable));
    if (open === undefined) throw new Error('A propagator has let values pass with which it does not hold.');
    return domains.equal(open, reading(open));
  }

  has(variable: number, index: number): boolean {
    return this.#kernel.domains.has(variable, index);
  }

  min(variable: number): number {
    return this.#kernel.domains.min(variable);
  }

  max(variable: number): number {
    return this.#kernel.domains.max(variable);
  }

  count(variable: number): number {
    return this.#kernel.domains.count(variable);
  }

  isFixed(variable: number): boolean {
    return this.#kernel.domains.isFixed(variable);
  }

  remove(variable: number, index: number): boolean {
    const {domains} = this.#kernel;
    if (!domains.has(variable, index)) return true;
    const min = domains.min(variable);
    const max = domains.max(variable);
    if (min === max) return false;
    if (domains.isOrdered(variable)) {
      if (index === min) return this.#narrow(domains.atMost(variable, index) ^ 1);
      if (index === max) return this.#narrow(domains.atMost(variable, index - 1));
    }
    return this.#narrow(domains.equal(variable, index) ^ 1);
  }

  removeBelow(variable: number, index: number): boolean {
    const {domains} = this.#kernel;
    const min = domains.min(variable);
    if (index <= min) return true;
    if (index > domains.max(variable)) return false;
    if (domains.isOrdered(variable)) return this.#narrow(domains.atMost(variable, index - 1) ^ 1);
    for (let other = min; other < index; other++) if (!this.remove(variable, other)) return false;
    return true;
  }

  removeAbove(variable: number, index: number): boolean {
    const {domains} = this.#kernel;
    const max = domains.max(variable);
    if (index >= max) return true;
    if (index < domains.min(variable)) return false;
    if (domains.isOrdered(variable)) return this.#narrow(domains.atMost(variable, index));
    for (let other = max; other > index; other--) if (!this.remove(variable, other)) return false;
    return true;
  }

  fix(variable: number, index: number): boolean {
    return this.has(variable, index) && this.removeBelow(variable, index) && this.removeAbove(variable, index);
  }

  #narrow(literal: number): boolean {
    const hasNarrowed = this.#kernel.narrow(this.#id, literal);
    this.#kernel.domains.note(literal);
    return hasNarrowed;
  }
}

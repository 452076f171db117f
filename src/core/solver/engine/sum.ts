import {addCode} from './code.js';
import type {EngineConstraint} from './engine-model.js';
import type {IntegerStack} from './integer-stack.js';
import type {Kernel} from './kernel.js';
import type {Native, Reading} from './native.js';
import {notEqual} from './not-equal.js';
import {addAsClauses} from './sum-clauses.js';
import {isBetterCut, Weights} from './weights.js';

/** Adds a sum; one that is a clause or says "at most one" becomes that. */
export function addSum(
  kernel: Kernel,
  {variables, weights, operator, total}: Extract<EngineConstraint, {kind: 'sum'}>,
  condition: number,
): void {
  if (operator === '!=') {
    addCode(kernel, notEqual(variables, weights, total), condition);
    return;
  }
  const addAtMost = (terms: readonly ArrayLike<number>[], limit: number): void => {
    if (addAsClauses(kernel, variables, terms, limit, condition)) return;
    kernel.addNative((id) => new AtMost(kernel, id, condition, variables, terms, limit), true);
  };
  addAtMost(weights, total);
  if (operator === '==')
    addAtMost(
      weights.map((terms) => Array.from(terms, (weight) => -weight)),
      -total,
    );
}

/** A sum that is not more than a limit, by the least that each variable can add. */
class AtMost implements Native {
  readonly rank = 0;
  readonly variables: readonly number[];
  readonly condition: number;
  readonly #kernel: Kernel;
  readonly #id: number;
  readonly #terms: readonly Weights[];
  readonly #limit: number;

  constructor(
    kernel: Kernel,
    id: number,
    condition: number,
    variables: readonly number[],
    weights: readonly ArrayLike<number>[],
    limit: number,
  ) {
    this.#kernel = kernel;
    this.#id = id;
    this.variables = variables;
    this.condition = condition;
    this.#terms = variables.map((variable, column) => new Weights(kernel, variable, weights[column] ?? []));
    this.#limit = limit;
  }

  propagate(): boolean {
    const state = this.#kernel.trail.values[this.condition] ?? 0;
    if (state < 0) return true;
    let room = this.#limit;
    for (const term of this.#terms) room -= term.least();
    this.#kernel.work += this.#terms.length;
    if (room < 0) return this.#kernel.narrow(this.#id, this.condition ^ 1);
    return state === 0 || this.#terms.every((term) => term.removeAbove(term.least() + room, this.#id));
  }

  explain(literal: number, length: number, into: IntegerStack): void {
    const {domains} = this.#kernel;
    const isFailure = literal === (this.condition ^ 1);
    const own = isFailure ? -1 : (domains.variableOf[literal >> 1] ?? 0);
    if (!isFailure) into.push(this.condition ^ 1);
    // By so much the others are more than they need be for the literal to follow.
    let spare = -this.#limit - 1;
    const before = this.#terms.map((term) => {
      const least = term.variable === own ? term.leastWithout(literal) : term.leastBefore(length);
      spare += least;
      return least;
    });
    this.#terms.forEach((term, column) => {
      const excess = (before[column] ?? 0) - term.leastEver;
      if (term.variable === own || excess === 0) return;
      if (excess <= spare) {
        spare -= excess;
        return;
      }
      term.explain((before[column] ?? 0) - spare, length, into);
      spare = 0;
    });
  }

  holds(reading: Reading): boolean {
    return this.#excess(reading) <= 0;
  }

  #excess(reading: Reading): number {
    return this.#terms.reduce((sum, term) => sum + term.at(reading(term.variable)), -this.#limit);
  }

  suggest(reading: Reading): number {
    const excess = this.#excess(reading);
    let best = -1;
    let bestCut = 0;
    for (const term of this.#terms) {
      const index = reading(term.variable);
      const other = term.below(index, excess);
      const cut = term.at(index) - term.at(other);
      if (!isBetterCut(cut, bestCut, excess)) continue;
      bestCut = cut;
      best = this.#kernel.domains.equal(term.variable, other);
    }
    return best;
  }
}

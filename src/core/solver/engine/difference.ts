import type {IntegerStack} from './integer-stack.js';
import type {Kernel} from './kernel.js';
import type {Native, Reading} from './native.js';

/** A sum that is anything but one number: it speaks up when one variable is left. */
export class Difference implements Native {
  readonly rank = 0;
  readonly variables: readonly number[];
  readonly condition: number;
  readonly #kernel: Kernel;
  readonly #id: number;
  readonly #weights: readonly ArrayLike<number>[];
  readonly #total: number;

  constructor(
    kernel: Kernel,
    id: number,
    condition: number,
    variables: readonly number[],
    weights: readonly ArrayLike<number>[],
    total: number,
  ) {
    this.#kernel = kernel;
    this.#id = id;
    this.variables = variables;
    this.condition = condition;
    this.#weights = weights;
    this.#total = total;
  }

  propagate(): boolean {
    const {trail, domains} = this.#kernel;
    const state = trail.values[this.condition] ?? 0;
    if (state < 0) return true;
    let open = -1;
    let rest = this.#total;
    for (let column = 0; column < this.variables.length; column++) {
      const variable = this.variables[column] ?? 0;
      if (domains.isFixed(variable)) rest -= this.#weights[column]?.[domains.min(variable)] ?? 0;
      else if (open >= 0) return true;
      else open = column;
    }
    if (open < 0) return rest !== 0 || this.#kernel.narrow(this.#id, this.condition ^ 1);
    if (state === 0) return true;
    const variable = this.variables[open] ?? 0;
    const weights = this.#weights[open] ?? [];
    for (let index = domains.min(variable); index <= domains.max(variable); index++) {
      if (weights[index] !== rest || !domains.has(variable, index)) continue;
      if (!this.#kernel.narrow(this.#id, domains.equal(variable, index) ^ 1)) return false;
    }
    return true;
  }

  explain(literal: number, length: number, into: IntegerStack): void {
    const {domains, reasons} = this.#kernel;
    const isFailure = literal === (this.condition ^ 1);
    if (!isFailure) into.push(this.condition ^ 1);
    for (const variable of this.variables) {
      if (isFailure || variable !== domains.variableOf[literal >> 1]) reasons.removed(variable, null, length, into);
    }
  }

  holds(reading: Reading): boolean {
    let sum = 0;
    this.variables.forEach((variable, column) => (sum += this.#weights[column]?.[reading(variable)] ?? 0));
    return sum !== this.#total;
  }

  suggest(reading: Reading): number {
    const {domains} = this.#kernel;
    const open = this.variables.find((variable) => !domains.isFixed(variable)) ?? 0;
    return domains.equal(open, reading(open)) ^ 1;
  }
}

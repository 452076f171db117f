import type {Clauses} from './clauses.js';
import type {EngineVariable} from './engine-model.js';
import type {Trail} from './trail.js';
import {VariableLiterals} from './variable-literals.js';

/** The variables, their literals, and what the trail has left of them. */
export class Domains extends VariableLiterals {
  readonly #trail: Trail;
  /** By ordered variable: where `trail.memory` has the lowest index; the highest lies after it. */
  readonly #range: Int32Array;

  /** The parameters are those of `VariableLiterals`. */
  constructor(
    variables: readonly EngineVariable[],
    trail: Trail,
    clauses: Clauses,
    isEager: (variable: number) => boolean,
    addBooleans: (count: number) => number,
  ) {
    super(variables, clauses, isEager, addBooleans);
    this.#trail = trail;
    this.#range = new Int32Array(variables.length);
    variables.forEach(({size}, variable) => {
      if (!this.isOrdered(variable)) return;
      const range = trail.reserve(2);
      this.#range[variable] = range;
      trail.memory[range + 1] = size - 1;
    });
  }

  /** Keeps the range of an ordered variable up to date. */
  note(literal: number): void {
    const bound = this.boundOf[literal >> 1] ?? -1;
    if (bound < 0) return;
    const range = this.#range[this.variableOf[literal >> 1] ?? 0] ?? 0;
    const {memory} = this.#trail;
    if ((literal & 1) === 0) {
      if (bound < (memory[range + 1] ?? 0)) this.#trail.write(range + 1, bound);
    } else if (bound >= (memory[range] ?? 0)) this.#trail.write(range, bound + 1);
  }

  /** Of an ordered variable: no value below is left. */
  low(variable: number): number {
    return this.#trail.memory[this.#range[variable] ?? 0] ?? 0;
  }

  /** Of an ordered variable: no value above is left. */
  high(variable: number): number {
    return this.#trail.memory[(this.#range[variable] ?? 0) + 1] ?? 0;
  }

  has(variable: number, index: number): boolean {
    const shape = this.shapes[variable];
    if (shape === 'constant') return index === 0;
    if (shape === 'range' || shape === 'large') {
      if (index < this.low(variable) || index > this.high(variable)) return false;
    }
    const literal = this.knownEqual(variable, index);
    return literal < 0 || (this.#trail.values[literal] ?? 0) >= 0;
  }

  min(variable: number): number {
    let index = this.isOrdered(variable) ? this.low(variable) : 0;
    const last = this.size(variable) - 1;
    while (index < last && !this.has(variable, index)) index++;
    return index;
  }

  max(variable: number): number {
    let index = this.isOrdered(variable) ? this.high(variable) : this.size(variable) - 1;
    while (index > 0 && !this.has(variable, index)) index--;
    return index;
  }

  count(variable: number): number {
    const min = this.min(variable);
    const max = this.max(variable);
    if (this.shapes[variable] === 'large') return max - min + 1;
    let count = 0;
    for (let index = min; index <= max; index++) if (this.has(variable, index)) count++;
    return count;
  }

  isFixed(variable: number): boolean {
    return this.min(variable) === this.max(variable);
  }
}

import {IntegerLists} from './integer-lists.js';
import type {IntegerStack} from './integer-stack.js';
import type {Trail} from './trail.js';

/** Clauses of two literals as lists of what follows, and groups of which at most one literal is true. */
export class ShortClauses {
  /** By literal: what follows from it. */
  readonly implied = new IntegerLists();
  /** By literal: the groups it is in. */
  readonly groupsOf = new IntegerLists();
  readonly groups = new IntegerLists();
  readonly #trail: Trail;
  readonly #conflict: IntegerStack;
  #groupCount = 0;

  /** @param conflict Gets the clause that fails. */
  constructor(trail: Trail, conflict: IntegerStack) {
    this.#trail = trail;
    this.#conflict = conflict;
  }

  growTo(booleans: number): void {
    this.implied.growTo(2 * booleans);
    this.groupsOf.growTo(2 * booleans);
  }

  addPair(one: number, other: number): void {
    this.implied.push(one ^ 1, other);
    this.implied.push(other ^ 1, one);
  }

  addGroup(literals: Int32Array | readonly number[]): void {
    const group = this.#groupCount++;
    this.groups.growTo(this.#groupCount);
    for (const literal of literals) {
      this.groups.push(group, literal);
      this.groupsOf.push(literal, group);
    }
  }

  /** Finds what follows from a literal that has become true. */
  propagate(literal: number): boolean {
    return this.#propagatePairs(literal) && this.#propagateGroups(literal);
  }

  #propagatePairs(literal: number): boolean {
    const size = this.implied.sizes[literal] ?? 0;
    if (size === 0) return true;
    const trail = this.#trail;
    const {values} = trail;
    const {data} = this.implied;
    const start = this.implied.starts[literal] ?? 0;
    const level = trail.levels[literal >> 1] ?? 0;
    const reason = ~(literal ^ 1);
    for (let place = start; place < start + size; place++) {
      const other = data[place] ?? 0;
      const value = values[other] ?? 0;
      if (value === 0) trail.enqueue(other, reason, level);
      else if (value < 0) return this.#fail(other, literal ^ 1);
    }
    return true;
  }

  #propagateGroups(literal: number): boolean {
    const count = this.groupsOf.sizes[literal] ?? 0;
    if (count === 0) return true;
    const trail = this.#trail;
    const {values} = trail;
    const {data, starts, sizes} = this.groups;
    const level = trail.levels[literal >> 1] ?? 0;
    const reason = ~(literal ^ 1);
    const first = this.groupsOf.starts[literal] ?? 0;
    for (let index = first; index < first + count; index++) {
      const group = this.groupsOf.data[index] ?? 0;
      const start = starts[group] ?? 0;
      const end = start + (sizes[group] ?? 0);
      for (let place = start; place < end; place++) {
        const other = data[place] ?? 0;
        if (other === literal) continue;
        const value = values[other] ?? 0;
        if (value === 0) trail.enqueue(other ^ 1, reason, level);
        else if (value > 0) return this.#fail(other ^ 1, literal ^ 1);
      }
    }
    return true;
  }

  #fail(one: number, other: number): false {
    this.#conflict.length = 0;
    this.#conflict.push(one);
    this.#conflict.push(other);
    return false;
  }

  /** Forgets all about booleans from this one on. */
  shrink(booleans: number): void {
    const {implied} = this;
    for (let literal = 0; literal < implied.sizes.length; literal++) {
      implied.filter(literal, (other) => Math.max(literal, other) < 2 * booleans);
    }
  }
}

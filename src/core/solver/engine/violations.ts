import type {Base} from './base.js';
import type {Kernel} from './kernel.js';
import {none} from './variable-literals.js';

/** How far the whole model has been looked through. */
interface Scan {
  literal: number;
  clause: number;
  native: number;
}

/** Finds what is wrong with the base where the trail has changed it, and says what to decide about it. */
export class Violations {
  readonly #kernel: Kernel;
  readonly #base: Base;
  /** What lies before on the trail violates nothing. */
  #place = 0;
  /** The same at the time when each level was opened. */
  readonly #places: number[] = [];
  /** While the base is no solution yet: the literal, clause and native constraint that are looked at next. */
  #scan: Scan = {literal: 0, clause: 1, native: 0};
  readonly #scans: Scan[] = [];
  #isBaseSolved = false;

  constructor(kernel: Kernel, base: Base) {
    this.#kernel = kernel;
    this.#base = base;
  }

  /** The value of a variable by the trail, or else by the base; -1 when the trail has taken that of the base only. */
  readonly reading = (variable: number): number => {
    const {domains} = this.#kernel;
    const index = this.#base.indices[variable] ?? 0;
    if (domains.has(variable, index)) return index;
    const min = domains.min(variable);
    return min === domains.max(variable) ? min : -1;
  };

  /** The base is a solution from now on. */
  settle(): void {
    this.#isBaseSolved = true;
  }

  /** Begins anew; the base agrees with the trail up to this level. */
  begin(level: number): void {
    const {trail} = this.#kernel;
    this.#place = this.#isBaseSolved ? (trail.starts[level] ?? trail.length) : 0;
    this.#places.fill(this.#place);
    for (let at = this.#places.length; at <= trail.level; at++) this.#places.push(this.#place);
  }

  /** To be called before a level is opened. */
  note(): void {
    const {level} = this.#kernel.trail;
    this.#places[level] = this.#place;
    if (!this.#isBaseSolved) this.#scans[level] = {...this.#scan};
  }

  /** To be called after levels were taken back. */
  stepBack(): void {
    const {level, length} = this.#kernel.trail;
    this.#place = Math.min(this.#places[level] ?? 0, length);
    if (!this.#isBaseSolved) this.#scan = {...(this.#scans[level] ?? {literal: 0, clause: 1, native: 0})};
  }

  /** An open literal to decide; -1: trail and base together are a solution. */
  next(): number {
    const {trail} = this.#kernel;
    for (; this.#place < trail.length; this.#place++) {
      const literal = trail.literals[this.#place] ?? 0;
      if (this.#base.truth[literal] === 1) continue;
      const decision = this.#afterFlip(literal);
      if (decision >= 0) return decision;
    }
    return this.#isBaseSolved ? -1 : this.#anywhere();
  }

  #afterFlip(literal: number): number {
    const {domains, occurrences, nativesOf, conditional} = this.#kernel;
    const variable = domains.variableOf[literal >> 1] ?? 0;
    if (this.#isOpen(variable)) return this.#pickValue(variable);
    const start = occurrences.starts[literal ^ 1] ?? 0;
    const end = start + (occurrences.sizes[literal ^ 1] ?? 0);
    for (let place = start; place < end; place++) {
      const decision = this.#inClause(occurrences.data[place] ?? 0);
      if (decision >= 0) return decision;
    }
    if ((nativesOf.sizes[variable] ?? 0) > 0) {
      // Of the literals of a variable that changes, the one of its new value stands for all; a large one may have none.
      const isValue = (domains.removes[literal ^ 1] ?? -1) >= 0 || domains.shapes[variable] === 'large';
      const decision = isValue ? this.#inNatives(nativesOf.items(variable)) : -1;
      if (decision >= 0) return decision;
    }
    return (conditional.sizes[literal] ?? 0) > 0 ? this.#inNatives(conditional.items(literal)) : -1;
  }

  #isOpen(variable: number): boolean {
    const {domains} = this.#kernel;
    return variable !== none && domains.shapes[variable] !== 'boolean' && !domains.isFixed(variable);
  }

  /** The literal of the value left that is nearest to the base, or most active where there is no order. */
  #pickValue(variable: number): number {
    const {domains, trail, activity} = this.#kernel;
    const size = domains.size(variable);
    const index = this.#base.indices[variable] ?? 0;
    if (domains.isOrdered(variable)) {
      const low = domains.min(variable);
      const high = domains.max(variable);
      let distance = Math.max(0, low - index, index - high);
      while (!domains.has(variable, index - distance) && !domains.has(variable, index + distance)) distance++;
      return domains.equal(variable, domains.has(variable, index - distance) ? index - distance : index + distance);
    }
    let best = -1;
    let bestScore = -1;
    for (let other = 0; other < size; other++) {
      const literal = domains.equal(variable, other);
      const score = activity.scores[literal >> 1] ?? 0;
      if (trail.values[literal] === 0 && score > bestScore) {
        best = literal;
        bestScore = score;
      }
    }
    return best;
  }

  #inClause(clause: number): number {
    const {clauses, trail, activity} = this.#kernel;
    const {arena} = clauses;
    const {values} = trail;
    const {truth} = this.#base;
    const {scores} = activity;
    const first = clause + 2;
    const end = first + (arena[clause] ?? 0);
    let best = -1;
    let bestScore = -1;
    for (let place = first; place < end; place++) {
      const literal = arena[place] ?? 0;
      const value = values[literal] ?? 0;
      if (value < 0) continue;
      if (value > 0 || truth[literal] === 1) return -1;
      const score = scores[literal >> 1] ?? 0;
      if (score > bestScore) {
        best = literal;
        bestScore = score;
      }
    }
    return best;
  }

  #inNatives(ids: Int32Array): number {
    for (const id of ids) {
      const decision = this.#inNative(id);
      if (decision >= 0) return decision;
    }
    return -1;
  }

  #inNative(id: number): number {
    const native = this.#kernel.natives[id];
    if (!native) return -1;
    const {condition} = native;
    const state = this.#kernel.trail.values[condition] ?? 0;
    if (state < 0 || (state === 0 && this.#base.truth[condition] !== 1)) return -1;
    // What is open has flips yet to come, and then this is looked at again.
    if (native.variables.some((variable) => this.reading(variable) < 0) || native.holds(this.reading)) return -1;
    // Only a condition that is true lets the constraint narrow.
    return state === 0 ? condition : native.suggest(this.reading);
  }

  /** Looks through the whole model: short clauses by literal, long ones, native constraints. */
  #anywhere(): number {
    const {clauses, natives, booleans} = this.#kernel;
    const scan = this.#scan;
    // What is found wrong is looked at again, should its cure be taken back.
    for (; scan.literal < 2 * booleans; scan.literal++) {
      const decision = this.#inShort(scan.literal);
      if (decision >= 0) return decision;
    }
    for (; scan.clause < clauses.modelEnd; scan.clause = clauses.after(scan.clause)) {
      const decision = this.#inClause(scan.clause);
      if (decision >= 0) return decision;
    }
    for (; scan.native < natives.length; scan.native++) {
      const decision = this.#inNative(scan.native);
      if (decision >= 0) return decision;
    }
    return -1;
  }

  /** When a literal that only the base makes true has a consequence that is not: deciding it brings that about. */
  #inShort(literal: number): number {
    const {clauses, trail} = this.#kernel;
    const {values} = trail;
    const {truth} = this.#base;
    if (values[literal] !== 0 || truth[literal] !== 1) return -1;
    const isWrong = (other: number): boolean => (values[other] ?? 0) === 0 && truth[other] !== 1;
    const {implied, groupsOf, groups} = clauses.short;
    if (implied.items(literal).some(isWrong)) return literal;
    for (const group of groupsOf.items(literal)) {
      if (groups.items(group).some((other) => other !== literal && isWrong(other ^ 1))) return literal;
    }
    return -1;
  }
}

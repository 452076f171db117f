import type {Base} from './base.js';
import {clauseHeader} from './clauses.js';
import type {Kernel} from './kernel.js';
import type {Native} from './native.js';
import {none} from './variable-literals.js';
import type {Witness} from './witness.js';

/** Finds the witnesses that may be no solutions any more once the base has other values. */
export class Suspects {
  readonly #kernel: Kernel;
  readonly #base: Base;
  /** By value, or at the first value of a large variable: the witnesses that have it, and some that had it. */
  readonly #users: readonly (readonly Witness[] | undefined)[];
  #found: Witness[] = [];
  /** By variable: the index that the witness has that is being looked at; -1: that of the base. */
  readonly #own: Int32Array;

  constructor(kernel: Kernel, base: Base, users: readonly (readonly Witness[] | undefined)[]) {
    this.#kernel = kernel;
    this.#base = base;
    this.#users = users;
    this.#own = new Int32Array(base.indices.length).fill(-1);
  }

  /** @param changed The variables of which the base has other values. @param flipped What became true of it. */
  find(changed: Iterable<number>, flipped: Iterable<number>): readonly Witness[] {
    const {nativesOf, conditional} = this.#kernel;
    this.#found = [];
    const natives = new Set<number>();
    for (const variable of changed) for (const id of nativesOf.items(variable)) natives.add(id);
    for (const literal of flipped) {
      for (const id of conditional.items(literal)) natives.add(id);
      this.#checkClauses(literal);
    }
    if (natives.size > 0) this.#checkNatives([...natives]);
    for (const witness of this.#found) witness.isSuspect = false;
    return this.#found;
  }

  #add(witness: Witness): void {
    witness.isSuspect = true;
    this.#found.push(witness);
  }

  /** A literal of the base has become true: its opposite no longer fulfils clauses. */
  #checkClauses(literal: number): void {
    const {clauses, occurrences, domains} = this.#kernel;
    const variable = domains.variableOf[literal >> 1] ?? 0;
    const {implied, groupsOf, groups} = clauses.short;
    for (const other of implied.items(literal)) this.#suspect(other, variable);
    for (const group of groupsOf.items(literal)) {
      for (const other of groups.items(group)) if (other !== literal) this.#suspect(other ^ 1, variable);
    }
    const {truth} = this.#base;
    const {arena} = clauses;
    for (const clause of occurrences.items(literal ^ 1)) {
      const first = clause + clauseHeader;
      const end = first + (arena[clause] ?? 0);
      let place = first;
      while (place < end && truth[arena[place] ?? 0] !== 1) place++;
      if (place < end) this.#suspect(arena[place] ?? 0, variable);
    }
  }

  /** Suspects the witnesses that make a literal false, unless they have a value of their own for the variable that changed. */
  #suspect(literal: number, changed: number): void {
    const {domains} = this.#kernel;
    const variable = domains.variableOf[literal >> 1] ?? 0;
    if (variable === changed) return;
    const value = domains.removes[literal] ?? -1;
    const offset = domains.offsets[variable] ?? 0;
    const isLarge = domains.shapes[variable] === 'large';
    if (value >= 0 && !isLarge) this.#suspectUsers(value, changed);
    else if (isLarge) this.#suspectUsers(offset, changed);
    else {
      for (let index = 0; index < domains.size(variable); index++) {
        if (!domains.isTrueAt(literal, index)) this.#suspectUsers(offset + index, changed);
      }
    }
  }

  #suspectUsers(slot: number, changed: number): void {
    const {variableOfValue} = this.#kernel.domains;
    for (const witness of this.#users[slot] ?? []) {
      if (!witness.isValid || witness.isSuspect) continue;
      if (!witness.values.some((value) => variableOfValue[value] === changed)) this.#add(witness);
    }
  }

  /** Suspects the witnesses of which some of these constraints do not hold. */
  #checkNatives(ids: readonly number[]): void {
    const {domains, natives} = this.#kernel;
    const touched = new Set<Witness>();
    const reads = new Set<number>();
    for (const id of ids) {
      const {variables = [], condition = 0} = natives[id] ?? {};
      for (const variable of variables) reads.add(variable);
      reads.add(domains.variableOf[condition >> 1] ?? none);
    }
    reads.delete(none);
    for (const variable of reads) {
      const first = domains.offsets[variable] ?? 0;
      for (let value = first; value < first + domains.size(variable); value++) {
        for (const witness of this.#users[value] ?? []) {
          if (witness.isValid && !witness.isSuspect) touched.add(witness);
        }
      }
    }
    const {offsets, variableOfValue} = domains;
    const own = this.#own;
    for (const witness of touched) {
      for (const value of witness.values) {
        const variable = variableOfValue[value] ?? 0;
        own[variable] = value - (offsets[variable] ?? 0);
      }
      for (const id of ids) {
        const native = natives[id];
        if (!native || this.#holds(native)) continue;
        this.#add(witness);
        break;
      }
      for (const value of witness.values) own[variableOfValue[value] ?? 0] = -1;
    }
  }

  #holds(native: Native): boolean {
    const {domains} = this.#kernel;
    const own = this.#own;
    // Without a value of its own it is as the base, which is a solution.
    const {condition} = native;
    const conditionVariable = domains.variableOf[condition >> 1] ?? 0;
    const isOwn = native.variables.some((variable) => (own[variable] ?? -1) >= 0);
    const isOwnCondition = condition > 1 && (own[conditionVariable] ?? -1) >= 0;
    if (!isOwn && !isOwnCondition) return true;
    if (condition > 1 && !domains.isTrueAt(condition, this.#reading(conditionVariable))) return true;
    return native.holds(this.#reading);
  }

  readonly #reading = (variable: number): number => {
    const own = this.#own[variable] ?? -1;
    return own < 0 ? (this.#base.indices[variable] ?? 0) : own;
  };
}

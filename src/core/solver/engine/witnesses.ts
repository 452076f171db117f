import type {Base} from './base.js';
import {IntegerStack} from './integer-stack.js';
import type {Kernel} from './kernel.js';
import type {Native} from './native.js';
import {none} from './variable-literals.js';
import {Witness} from './witness.js';

/** So many more witnesses without use than with use are thrown away at once. */
const slack = 1000;

/** All witnesses, found by the values they have; keeps out those that are no solutions any more. */
export class Witnesses {
  readonly #kernel: Kernel;
  readonly #base: Base;
  readonly #onLoss: (value: number) => void;
  /** By value; all values of a large variable are at its first. */
  readonly #users: (Witness[] | undefined)[];
  #valid = 0;
  #invalid = 0;
  readonly #flipped = new IntegerStack();
  /** Those that are no solutions with their difference from the new base. */
  readonly #suspects = new Set<Witness>();
  /** By variable: the index that the witness has that is being looked at; -1: that of the base. */
  readonly #own: Int32Array;

  /** @param onLoss Called with each value that was known to be possible by a witness that is no solution any more. */
  constructor(kernel: Kernel, base: Base, onLoss: (value: number) => void) {
    this.#kernel = kernel;
    this.#base = base;
    this.#onLoss = onLoss;
    this.#users = new Array<Witness[] | undefined>(kernel.domains.variableOfValue.length);
    this.#own = new Int32Array(base.indices.length).fill(-1);
  }

  #slot(value: number): number {
    const {domains} = this.#kernel;
    const variable = domains.variableOfValue[value] ?? 0;
    return domains.shapes[variable] === 'large' ? (domains.offsets[variable] ?? 0) : value;
  }

  add(values: readonly number[]): Witness {
    const witness = new Witness(values);
    for (const value of values) this.#use(value, witness);
    this.#valid++;
    if (this.#invalid > this.#valid + slack) {
      this.#invalid = 0;
      this.#users.forEach((users, slot) => (this.#users[slot] = users?.filter(({isValid}) => isValid)));
    }
    return witness;
  }

  #use(value: number, witness: Witness): void {
    (this.#users[this.#slot(value)] ??= []).push(witness);
  }

  /** Some witness that has a value. */
  find(value: number): Witness | undefined {
    return this.#users[this.#slot(value)]?.find((witness) => witness.isValid && witness.values.includes(value));
  }

  #drop(witness: Witness): void {
    if (!witness.isValid) return;
    witness.isValid = false;
    this.#valid--;
    this.#invalid++;
    witness.supported.forEach(this.#onLoss);
  }

  /** To be called with each literal that has become true for all solutions. */
  bar(literal: number): void {
    const {domains} = this.#kernel;
    const value = domains.removes[literal] ?? -1;
    const variable = domains.variableOf[literal >> 1] ?? 0;
    const offset = domains.offsets[variable] ?? 0;
    const isLarge = domains.shapes[variable] === 'large';
    const slot = isLarge ? offset : value;
    const users = this.#users[slot];
    if (!users) return;
    for (const witness of users) {
      const hasIt = isLarge ? witness.values.some((other) => isBarred(other - offset)) : witness.values.includes(value);
      if (hasIt) this.#drop(witness);
    }
    this.#users[slot] = isLarge ? users.filter(({isValid}) => isValid) : undefined;

    function isBarred(index: number): boolean {
      return index >= 0 && index < domains.size(variable) && !domains.has(variable, index);
    }
  }

  /**
   * Makes a solution the base. Of the others those that keep their difference stay; where that spoils a constraint, those
   * stay that were right already.
   *
   * @param values Its difference from the base.
   * @param literals What the base does not fulfil and is to hold from now on.
   * @param onFlip Called with each literal that has become true of the base.
   */
  adopt(values: readonly number[], literals: readonly number[], onFlip: (literal: number) => void): void {
    const {domains, nativesOf, conditional} = this.#kernel;
    this.#flipped.length = 0;
    const natives = new Set<number>();
    /** The value that each variable had that changes. */
    const before = new Map<number, number>();
    for (const value of values) {
      const variable = domains.variableOfValue[value] ?? 0;
      const offset = domains.offsets[variable] ?? 0;
      before.set(variable, offset + (this.#base.indices[variable] ?? 0));
      this.#base.set(variable, value - offset, this.#flipped);
      for (const id of nativesOf.items(variable)) natives.add(id);
    }
    for (let place = 0; place < this.#flipped.length; place++) {
      const literal = this.#flipped.at(place);
      for (const id of conditional.items(literal)) natives.add(id);
      this.#checkClauses(literal);
    }
    if (natives.size > 0) this.#checkNatives([...natives]);
    for (const witness of this.#suspects) this.#rescue(witness, before, literals);
    this.#suspects.clear();
    for (let place = 0; place < this.#flipped.length; place++) onFlip(this.#flipped.at(place));
  }

  /** Keeps a solution that was right before the base changed, if it is right now: it tells its difference anew. */
  #rescue(witness: Witness, before: ReadonlyMap<number, number>, literals: readonly number[]): void {
    const {domains} = this.#kernel;
    const {variableOfValue, offsets} = domains;
    const old = new Map(before);
    for (const value of witness.values) old.set(variableOfValue[value] ?? 0, value);
    const isRight = literals.every((literal) => {
      const variable = domains.variableOf[literal >> 1] ?? 0;
      const offset = offsets[variable] ?? 0;
      const value = old.get(variable) ?? offset + (this.#base.indices[variable] ?? 0);
      return domains.isTrueAt(literal, value - offset);
    });
    if (!isRight) {
      this.#drop(witness);
      return;
    }
    for (const [variable, value] of before) if (old.get(variable) === value) this.#use(value, witness);
    witness.values = [...old]
      .filter(([variable, value]) => this.#base.indices[variable] !== value - (offsets[variable] ?? 0))
      .map(([, value]) => value);
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
    for (const clause of occurrences.items(literal ^ 1)) {
      for (const other of clauses.literals(clause)) {
        if (truth[other] !== 1) continue;
        this.#suspect(other, variable);
        break;
      }
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
    const users = this.#users[slot];
    if (!users) return;
    const {variableOfValue} = this.#kernel.domains;
    let kept = 0;
    for (const witness of users) {
      if (!witness.isValid) continue;
      users[kept++] = witness;
      if (!witness.values.some((value) => variableOfValue[value] === changed)) this.#suspects.add(witness);
    }
    users.length = kept;
  }

  /** Suspects the witnesses of which some of these constraints do not hold. */
  #checkNatives(ids: readonly number[]): void {
    const {domains, natives} = this.#kernel;
    const touched = new Set<Witness>();
    for (const id of ids) {
      const {variables = [], condition = 0} = natives[id] ?? {};
      const reads = domains.variableOf[condition >> 1] ?? none;
      for (const variable of reads === none ? variables : [...variables, reads]) {
        const first = domains.offsets[variable] ?? 0;
        for (let value = first; value < first + domains.size(variable); value++) {
          const users = this.#users[value];
          if (users)
            for (const witness of users) if (witness.isValid && !this.#suspects.has(witness)) touched.add(witness);
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
        this.#suspects.add(witness);
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

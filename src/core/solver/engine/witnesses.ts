import type {Base} from './base.js';
import {IntegerStack} from './integer-stack.js';
import type {Kernel} from './kernel.js';
import {Suspects} from './suspects.js';
import {Witness} from './witness.js';

/** How many places there may be before all are looked through, by how many were of use then. */
const mostPlaces = (used: number): number => 4 * used + 2000;

/** So many changes are kept to be undone. A person who goes to and fro would else fill the memory. */
const mostChanges = 20_000;

/** What can be undone: a witness came, was lost or tells its difference anew; or the base got other values. */
interface Change {
  /** Nothing: the base. */
  readonly witness?: Witness;
  /** The values that were there before; nothing: the witness came. */
  readonly values?: readonly number[];
}

/** All witnesses, found by the values they have; keeps out those that are no solutions any more. */
export class Witnesses {
  readonly #kernel: Kernel;
  readonly #base: Base;
  readonly #onLoss: (value: number) => void;
  /** By value, or at the first value of a large variable: the witnesses that have it, and some that had it. */
  readonly #users: (Witness[] | undefined)[];
  /** How many places `#users` has. */
  #uses = 0;
  #tidyAt: number | undefined;
  readonly #suspects: Suspects;
  readonly #flipped = new IntegerStack();
  /** By variable: 1 where the witness that is being looked at has a value of its own. */
  readonly #isOwn: Uint8Array;
  /** What has changed and can be undone, oldest first. */
  readonly #log: Change[] = [];
  /** How many changes before those cannot be undone any more. */
  #forgotten = 0;

  /** @param onLoss Called with each value that was known to be possible by a witness that is no solution any more. */
  constructor(kernel: Kernel, base: Base, onLoss: (value: number) => void) {
    this.#kernel = kernel;
    this.#base = base;
    this.#onLoss = onLoss;
    this.#users = new Array<Witness[] | undefined>(kernel.domains.variableOfValue.length);
    this.#suspects = new Suspects(kernel, base, this.#users);
    this.#isOwn = new Uint8Array(base.indices.length);
  }

  #slot(value: number): number {
    const {domains} = this.#kernel;
    const variable = domains.variableOfValue[value] ?? 0;
    return domains.shapes[variable] === 'large' ? (domains.offsets[variable] ?? 0) : value;
  }

  add(values: readonly number[]): Witness {
    const witness = new Witness(values);
    for (const value of values) this.#use(value, witness);
    this.#log.push({witness});
    return witness;
  }

  #use(value: number, witness: Witness): void {
    (this.#users[this.#slot(value)] ??= []).push(witness);
    this.#uses++;
  }

  /** Some witness that has a value. */
  find(value: number): Witness | undefined {
    return this.#users[this.#slot(value)]?.find((witness) => witness.isValid && witness.values.includes(value));
  }

  /** Keeps a witness from use until it is brought back. */
  #drop(witness: Witness): void {
    if (!witness.isValid) return;
    this.#log.push({witness, values: witness.values});
    this.#invalidate(witness);
  }

  #invalidate(witness: Witness): void {
    witness.isValid = false;
    witness.supported.forEach(this.#onLoss);
    witness.supported.length = 0;
  }

  /**
   * A place to come back to with `undo`.
   *
   * @param isFirst Nothing that came before will be undone.
   */
  mark(isFirst: boolean): number {
    if (isFirst || this.#log.length > mostChanges) this.#forget();
    this.#tidyAt ??= mostPlaces(this.#uses);
    if (this.#uses > this.#tidyAt) this.#tidy();
    return this.#forgotten + this.#log.length;
  }

  #forget(): void {
    for (const {witness} of this.#log) if (witness?.isValid === false) witness.isDead = true;
    this.#forgotten += this.#log.length;
    this.#log.length = 0;
  }

  /** Takes witnesses from where they are of no use any more. */
  #tidy(): void {
    this.#uses = 0;
    const isFirst = this.#log.length === 0;
    this.#users.forEach((users, slot) => {
      const kept = [...new Set(users)].filter(
        ({isDead, values}) => !isDead && (!isFirst || values.some((value) => this.#slot(value) === slot)),
      );
      this.#users[slot] = kept;
      this.#uses += kept.length;
    });
    this.#tidyAt = mostPlaces(this.#uses);
  }

  /**
   * Brings the base and all witnesses back to what they were at a mark, unless that is forgotten.
   *
   * @param onFlip Called with each literal that has become true of the base.
   */
  undo(mark: number, onFlip: (literal: number) => void): void {
    const {variableOfValue} = this.#kernel.domains;
    const first = mark - this.#forgotten;
    if (first < 0) return;
    const before = new Map<number, number>();
    for (let place = this.#log.length - 1; place >= first; place--) {
      const {witness, values} = this.#log[place] ?? {};
      if (witness) {
        if (witness.isValid) this.#invalidate(witness);
        witness.isValid = values !== undefined;
        witness.isDead = values === undefined;
        if (values) witness.values = values;
      } else for (const value of values ?? []) before.set(variableOfValue[value] ?? 0, value);
    }
    this.#log.length = first;
    this.#flipped.length = 0;
    this.#base.setAll([...before.values()], this.#flipped);
    for (const literal of this.#flipped.live) onFlip(literal);
  }

  /** To be called with each literal that has become true for all solutions. */
  bar(literal: number): void {
    const {domains} = this.#kernel;
    const value = domains.removes[literal] ?? -1;
    const variable = domains.variableOf[literal >> 1] ?? 0;
    const offset = domains.offsets[variable] ?? 0;
    const isLarge = domains.shapes[variable] === 'large';
    for (const witness of this.#users[isLarge ? offset : value] ?? []) {
      if (!witness.isValid) continue;
      const hasIt = isLarge ? witness.values.some((other) => isBarred(other - offset)) : witness.values.includes(value);
      if (hasIt) this.#drop(witness);
    }

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
    const {offsets, variableOfValue} = this.#kernel.domains;
    /** The value that each variable had that changes. */
    const before = new Map<number, number>();
    for (const value of values) {
      const variable = variableOfValue[value] ?? 0;
      before.set(variable, (offsets[variable] ?? 0) + (this.#base.indices[variable] ?? 0));
    }
    this.#log.push({values: [...before.values()]});
    this.#flipped.length = 0;
    this.#base.setAll(values, this.#flipped);
    const suspects = this.#suspects.find(before.keys(), this.#flipped.live);
    for (const witness of suspects) this.#rescue(witness, before, literals);
    for (const literal of this.#flipped.live) onFlip(literal);
  }

  /** Keeps a solution that was right before the base changed, if it is right now: it tells its difference anew. */
  #rescue(witness: Witness, before: ReadonlyMap<number, number>, literals: readonly number[]): void {
    const {domains} = this.#kernel;
    const {variableOfValue, offsets} = domains;
    const {indices} = this.#base;
    const isRight = literals.every((literal) => {
      const variable = domains.variableOf[literal >> 1] ?? 0;
      const offset = offsets[variable] ?? 0;
      const own = witness.values.find((value) => variableOfValue[value] === variable);
      return domains.isTrueAt(literal, (own ?? before.get(variable) ?? offset + (indices[variable] ?? 0)) - offset);
    });
    if (!isRight) {
      this.#drop(witness);
      return;
    }
    const old = witness.values;
    this.#log.push({witness, values: old});
    const isOwn = this.#isOwn;
    for (const value of old) isOwn[variableOfValue[value] ?? 0] = 1;
    const values = old.filter((value) => {
      const variable = variableOfValue[value] ?? 0;
      return indices[variable] !== value - (offsets[variable] ?? 0);
    });
    for (const [variable, value] of before) {
      if (isOwn[variable] === 1) continue;
      values.push(value);
      this.#use(value, witness);
    }
    for (const value of old) isOwn[variableOfValue[value] ?? 0] = 0;
    witness.values = values;
  }
}

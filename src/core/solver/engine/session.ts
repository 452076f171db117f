import {TwikError} from '../../error.js';
import type {Base} from './base.js';
import type {Choice} from './choice.js';
import {differenceFrom} from './difference.js';
import {IMPOSSIBLE, POSSIBLE, UNCHECKED} from './engine.js';
import type {Kernel} from './kernel.js';
import type {Literal} from './literal.js';
import {Search, type Outcome} from './search.js';
import {searchLimit} from './search-limit.js';
import {States} from './states.js';
import type {Witness} from './witness.js';
import {Witnesses} from './witnesses.js';

/** The choices in force, and for each value whether it is possible with them. */
export class Session {
  readonly kernel: Kernel;
  readonly base: Base;
  readonly search: Search;
  readonly states: States;
  /** Oldest first. */
  choices: readonly Choice[] = [];
  /** The literals of all choices, which the trail assumes at rest. */
  assumptions: readonly number[] = [];
  readonly workLimit: number;
  readonly #witnesses: Witnesses;
  /** By value: how it is known to be possible, unless the base has it. */
  readonly #supports: (Witness | undefined)[];
  /** By large variable: the lowest and highest index that `states` knows. */
  readonly #ranges = new Map<number, readonly [number, number]>();
  /** Values that may be unchecked. */
  #unchecked: number[] = [];
  /** What is assumed to check the value that is being looked at. */
  #question: readonly number[] = [];
  /** The part of the trail that `states` knows. */
  #known = 0;

  constructor(kernel: Kernel, base: Base, workLimit: number) {
    this.kernel = kernel;
    this.base = base;
    this.workLimit = workLimit;
    this.search = new Search(kernel, base);
    const {variableOfValue} = kernel.domains;
    this.states = new States(variableOfValue.length);
    this.#supports = new Array<Witness | undefined>(variableOfValue.length);
    this.#witnesses = new Witnesses(kernel, base, (value) => {
      this.#supports[value] = undefined;
      this.#doubt(value);
    });
    this.#solve();
    for (let value = variableOfValue.length - 1; value >= 0; value--) this.#doubt(value);
    this.states.takeChanges();
  }

  #solve(): void {
    const {search} = this;
    if (this.kernel.isContradictory || this.run([], 0) === 'failed') {
      throw new TwikError('solution-missing', 'The constraints contradict each other: no solution keeps them all.');
    }
    this.base.setAll(this.difference(0), this.kernel.clauses.conflict);
    search.violations.settle();
    this.rest();
  }

  #variable(value: number): number {
    return this.kernel.domains.variableOfValue[value] ?? 0;
  }

  #offset(variable: number): number {
    return this.kernel.domains.offsets[variable] ?? 0;
  }

  /** Searches to the end, whatever is chosen. */
  run(assumptions: readonly number[], agreed: number, limit = this.limit()): 'found' | 'failed' {
    this.leave(assumptions);
    const outcome = this.search.run(assumptions, agreed, limit);
    if (outcome !== 'unfinished') return outcome;
    this.rest();
    throw searchLimit();
  }

  /** Where `Kernel.work` may get to with a question that is asked now. */
  limit(): number {
    return this.kernel.work + this.workLimit;
  }

  /** To be called before a search that need not begin with the choices. */
  leave(assumptions: readonly number[]): void {
    this.search.rewind(assumptions);
    this.#known = Math.min(this.#known, this.kernel.trail.head);
  }

  /** Lets the trail have all that follows from the choices, and nothing else. */
  rest(): void {
    const {trail} = this.kernel;
    this.search.rewind(this.assumptions);
    this.#known = Math.min(this.#known, trail.head);
    this.search.assume(this.assumptions);
    this.#note();
  }

  /** Carries what the trail has learnt over to the states. */
  #note(): void {
    const {trail, domains} = this.kernel;
    for (; this.#known < trail.length; this.#known++) {
      const literal = trail.literals[this.#known] ?? 0;
      this.#witnesses.bar(literal);
      const value = domains.removes[literal] ?? -1;
      if (value >= 0) this.states.set(value, IMPOSSIBLE);
      const variable = domains.variableOf[literal >> 1] ?? 0;
      if (domains.shapes[variable] === 'large') this.#refresh(variable);
    }
  }

  /** A value of which it is not known any more whether it is possible, unless it plainly is. */
  #doubt(value: number): void {
    const {domains} = this.kernel;
    const variable = this.#variable(value);
    const index = value - this.#offset(variable);
    if (domains.shapes[variable] === 'large') {
      this.states.set(value, domains.has(variable, index) ? POSSIBLE : IMPOSSIBLE);
    } else if (this.base.indices[variable] === index) this.states.set(value, POSSIBLE);
    else if (!domains.has(variable, index)) this.states.set(value, IMPOSSIBLE);
    else {
      this.states.set(value, UNCHECKED);
      this.#unchecked.push(value);
    }
  }

  /** Finds out what is unchecked; see `Engine.advance`. */
  advance(work: number): boolean {
    const limit = this.kernel.work + work;
    while (this.#unchecked.length > 0) {
      const value = this.#unchecked.pop() ?? 0;
      if (this.states.bytes[value] !== UNCHECKED || this.#check(value, limit)) continue;
      this.#unchecked.push(value);
      return false;
    }
    return true;
  }

  #check(value: number, limit: number): boolean {
    const variable = this.#variable(value);
    const known = this.#witnesses.find(value);
    if (known) {
      this.#support(value, known);
      return true;
    }
    const literal = this.kernel.domains.equal(variable, value - this.#offset(variable));
    const depth = this.assumptions.length;
    if (this.#question[depth] !== literal) this.#question = [...this.assumptions, literal];
    const outcome = this.search.run(this.#question, depth, limit);
    if (outcome === 'unfinished') return false;
    this.#settle(outcome);
    return true;
  }

  /** Keeps what a search beyond the choices has found, and gives it. */
  #settle(outcome: Outcome): readonly number[] | undefined {
    const found = outcome === 'found' ? this.#difference(this.assumptions.length) : undefined;
    if (found) {
      const witness = this.#witnesses.add(found);
      for (const value of found) if (this.states.bytes[value] === UNCHECKED) this.#support(value, witness);
    }
    this.rest();
    return found;
  }

  #support(value: number, witness: Witness): void {
    witness.supported.push(value);
    this.#supports[value] = witness;
    this.states.set(value, POSSIBLE);
  }

  /** The values in which the solution on the trail differs from the base, beyond so many levels. */
  #difference(level: number): number[] {
    const {starts, length} = this.kernel.trail;
    return this.difference(starts[level] ?? length);
  }

  /** The values in which the solution on the trail differs from the base, looking at the trail from a place on. */
  difference(start: number): number[] {
    return differenceFrom(this.kernel, this.base, this.search.violations.reading, start);
  }

  /** The literals inside of those outside. */
  inside(outside: readonly Literal[]): number[] {
    return outside.map((literal) => this.kernel.domains.literal(literal));
  }

  /** The literals inside of those outside; the trail is at rest and knows what follows from their being made. */
  wanted(outside: readonly Literal[]): number[] {
    this.rest();
    const literals = this.inside(outside);
    this.rest();
    return literals;
  }

  choose(key: number, outside: readonly Literal[]): boolean {
    this.keep(this.choices.filter((choice) => choice.key !== key));
    const mark = this.#witnesses.mark(this.choices.length === 0);
    const literals = this.wanted(outside);
    const {trail, domains} = this.kernel;
    if (literals.some((literal) => (trail.values[literal] ?? 0) < 0)) return false;
    if (literals.some((literal) => this.base.truth[literal] !== 1)) {
      const [only = 0] = literals;
      const value = literals.length === 1 ? (domains.removes[only ^ 1] ?? -1) : -1;
      const witness = this.#supports[value];
      if (witness) this.#adopt(witness.values, literals);
      else {
        const depth = this.assumptions.length;
        if (this.run([...this.assumptions, ...literals], depth) === 'failed') {
          this.rest();
          return false;
        }
        const values = this.#difference(depth);
        this.search.rewind(this.assumptions);
        this.#adopt(values, literals);
      }
    }
    this.#put([...this.choices, {key, outside, literals, mark}]);
    return true;
  }

  #put(choices: readonly Choice[]): void {
    this.choices = choices;
    this.assumptions = choices.flatMap(({literals}) => literals);
    this.#question = [];
    this.rest();
  }

  /**
   * A solution that keeps the choices and makes these literals true, by its difference from the base; `null` when there
   * is none.
   */
  find(literals: readonly number[]): readonly number[] | null {
    const {trail, domains} = this.kernel;
    if (literals.some((literal) => (trail.values[literal] ?? 0) < 0)) return null;
    if (literals.every((literal) => this.base.truth[literal] === 1)) return [];
    const value = literals.length === 1 ? (domains.removes[(literals[0] ?? 0) ^ 1] ?? -1) : -1;
    const known = this.#supports[value] ?? (value < 0 ? undefined : this.#witnesses.find(value));
    if (known) return known.values;
    const outcome = this.run([...this.assumptions, ...literals], this.assumptions.length);
    return this.#settle(outcome) ?? null;
  }

  #adopt(values: readonly number[], literals: readonly number[]): void {
    this.#witnesses.adopt(values, literals, this.#onFlip);
  }

  readonly #onFlip = (literal: number): void => {
    const {removes} = this.kernel.domains;
    const lost = removes[literal] ?? -1;
    if (lost >= 0 && !this.#supports[lost]) this.#doubt(lost);
    const won = removes[literal ^ 1] ?? -1;
    if (won >= 0 && this.states.bytes[won] !== IMPOSSIBLE) this.states.set(won, POSSIBLE);
  };

  /** Releases all choices but these, which are some of those in force, in the same order. */
  keep(kept: readonly Choice[]): void {
    if (kept.length === this.choices.length) return;
    const {trail, domains} = this.kernel;
    this.rest();
    const first = this.choices.findIndex((choice, place) => choice !== kept[place]);
    const level = this.choices.slice(0, first).reduce((sum, {literals}) => sum + literals.length, 0);
    const undone = trail.literals.slice(trail.starts[level], trail.length);
    const mark = this.choices[first]?.mark ?? 0;
    if (first === kept.length) {
      // The last choices go: all is as it was before them, base and witnesses.
      this.leave(kept.flatMap(({literals}) => literals));
      this.#witnesses.undo(mark, this.#onFlip);
    }
    this.#put(kept.map((choice, place) => (place === first ? {...choice, mark} : choice)));
    for (const literal of undone) {
      if (trail.values[literal] === 1) continue;
      const variable = domains.variableOf[literal >> 1] ?? 0;
      const value = domains.removes[literal] ?? -1;
      if (value >= 0) this.#doubt(value);
      if (domains.shapes[variable] === 'large') this.#refresh(variable);
    }
  }

  /** Brings the states of a large variable up to date, where its range has changed. */
  #refresh(variable: number): void {
    const {domains} = this.kernel;
    const offset = this.#offset(variable);
    const [low, high] = this.#ranges.get(variable) ?? [0, domains.size(variable) - 1];
    const range = [domains.low(variable), domains.high(variable)] as const;
    this.#ranges.set(variable, range);
    const end = Math.max(low, range[0]);
    for (let index = Math.min(low, range[0]); index < end; index++) this.#doubt(offset + index);
    const start = Math.min(high, range[1]);
    for (let index = Math.max(high, range[1]); index > start; index--) this.#doubt(offset + index);
  }
}

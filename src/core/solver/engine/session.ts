import {TwikError} from '../../error.js';
import type {Base} from './base.js';
import {IMPOSSIBLE, POSSIBLE, UNCHECKED} from './engine.js';
import type {Kernel} from './kernel.js';
import type {Literal} from './literal.js';
import {Search, type Outcome} from './search.js';
import type {Witness} from './witness.js';
import {Witnesses} from './witnesses.js';

/** One or more literals that hold together as long as a choice is in force. */
export interface Choice {
  readonly key: number;
  /** As they were given. */
  readonly outside: readonly Literal[];
  readonly literals: readonly number[];
}

/** The choices in force, and for each value whether it is possible with them. */
export class Session {
  readonly kernel: Kernel;
  readonly base: Base;
  readonly search: Search;
  /** By value; see `Engine.states`. */
  readonly states: Uint8Array;
  /** Oldest first. */
  choices: readonly Choice[] = [];
  /** The literals of all choices, which the trail assumes at rest. */
  assumptions: readonly number[] = [];
  readonly #workLimit: number;
  readonly #witnesses: Witnesses;
  /** By value: how it is known to be possible, unless the base has it. */
  readonly #supports: (Witness | undefined)[];
  /** Values that may be unchecked. */
  #unchecked: number[] = [];
  /** What is assumed to check the value that is being looked at. */
  #question: readonly number[] = [];
  /** The part of the trail that `states` knows. */
  #known = 0;
  /** The states at the last time changes were taken, of those that have changed. */
  readonly #reported = new Map<number, number>();

  constructor(kernel: Kernel, base: Base, workLimit: number) {
    this.kernel = kernel;
    this.base = base;
    this.#workLimit = workLimit;
    this.search = new Search(kernel, base);
    const {variableOfValue} = kernel.domains;
    this.states = new Uint8Array(variableOfValue.length).fill(UNCHECKED);
    this.#supports = new Array<Witness | undefined>(variableOfValue.length);
    this.#witnesses = new Witnesses(kernel, base, (value) => {
      this.#supports[value] = undefined;
      this.#doubt(value);
    });
    this.#solve();
    for (let value = variableOfValue.length - 1; value >= 0; value--) this.#doubt(value);
    this.#reported.clear();
  }

  #solve(): void {
    const {search} = this;
    if (this.kernel.isContradictory || this.run([], 0) === 'failed') {
      throw new TwikError('solution-missing', 'The constraints contradict each other: no solution keeps them all.');
    }
    for (const value of this.difference(0)) {
      const variable = this.#variable(value);
      this.base.set(variable, value - this.#offset(variable), this.kernel.clauses.conflict);
    }
    search.violations.settle();
    this.rest();
  }

  #variable(value: number): number {
    return this.kernel.domains.variableOfValue[value] ?? 0;
  }

  #offset(variable: number): number {
    return this.kernel.domains.offsets[variable] ?? 0;
  }

  /** Searches to the end. */
  run(assumptions: readonly number[], agreed: number): 'found' | 'failed' {
    const outcome = this.search.run(assumptions, agreed, this.kernel.work + this.#workLimit);
    if (outcome !== 'unfinished') return outcome;
    this.rest();
    throw new TwikError('search-limit', 'This question takes more work than was allowed. Simplify the constraints.');
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
      if (value >= 0) this.#set(value, IMPOSSIBLE);
    }
  }

  #set(value: number, state: number): void {
    const old = this.states[value] ?? 0;
    if (old === state) return;
    if (!this.#reported.has(value)) this.#reported.set(value, old);
    this.states[value] = state;
  }

  takeChanges(): number[] {
    const changes: number[] = [];
    for (const [value, state] of this.#reported) if (this.states[value] !== state) changes.push(value);
    this.#reported.clear();
    return changes;
  }

  /** A value of which it is not known any more whether it is possible, unless it plainly is. */
  #doubt(value: number): void {
    const {domains} = this.kernel;
    const variable = this.#variable(value);
    const index = value - this.#offset(variable);
    if (domains.shapes[variable] === 'large') {
      this.#set(value, domains.has(variable, index) ? POSSIBLE : IMPOSSIBLE);
    } else if (this.base.indices[variable] === index) this.#set(value, POSSIBLE);
    else if (!domains.has(variable, index)) this.#set(value, IMPOSSIBLE);
    else {
      this.#set(value, UNCHECKED);
      this.#unchecked.push(value);
    }
  }

  /** Finds out what is unchecked; see `Engine.advance`. */
  advance(work: number): boolean {
    const limit = this.kernel.work + work;
    while (this.#unchecked.length > 0) {
      const value = this.#unchecked.pop() ?? 0;
      if (this.states[value] !== UNCHECKED || this.#check(value, limit)) continue;
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
    return this.settle(this.search.run(this.#question, depth, limit));
  }

  /** Keeps what a search beyond the choices has found; false when it has not finished. */
  settle(outcome: Outcome): boolean {
    if (outcome === 'unfinished') return false;
    if (outcome === 'found') {
      const values = this.difference(this.#end);
      const witness = this.#witnesses.add(values);
      for (const value of values) if (this.states[value] === UNCHECKED) this.#support(value, witness);
    }
    this.rest();
    return true;
  }

  #support(value: number, witness: Witness): void {
    witness.supported.push(value);
    this.#supports[value] = witness;
    this.#set(value, POSSIBLE);
  }

  /** Where the trail ended at rest. */
  get #end(): number {
    const {starts, length} = this.kernel.trail;
    return starts[this.assumptions.length] ?? length;
  }

  /** The values in which the solution on the trail differs from the base, looking at the trail from a place on. */
  difference(start: number): number[] {
    const {trail, domains} = this.kernel;
    const {truth, indices} = this.base;
    const changed = new Set<number>();
    for (let place = start; place < trail.length; place++) {
      const literal = trail.literals[place] ?? 0;
      if (truth[literal] !== 1) changed.add(domains.variableOf[literal >> 1] ?? 0);
    }
    const values: number[] = [];
    for (const variable of changed) {
      const index = this.search.violations.reading(variable);
      if (index !== indices[variable]) values.push(this.#offset(variable) + index);
    }
    return values;
  }

  /** The literals inside of those outside, with what follows from their being made. */
  literals(outside: readonly Literal[]): number[] {
    return outside.map((literal) => this.kernel.domains.literal(literal));
  }

  choose(key: number, outside: readonly Literal[]): boolean {
    this.keep(this.choices.filter((choice) => choice.key !== key));
    const literals = this.literals(outside);
    this.rest();
    const {trail, domains} = this.kernel;
    if (literals.some((literal) => (trail.values[literal] ?? 0) < 0)) return false;
    if (literals.some((literal) => this.base.truth[literal] !== 1)) {
      const [only = 0] = literals;
      const value = literals.length === 1 ? (domains.removes[only ^ 1] ?? -1) : -1;
      const witness = this.#supports[value];
      if (witness) this.#adopt(witness.values);
      else {
        const depth = this.assumptions.length;
        if (this.run([...this.assumptions, ...literals], depth) === 'failed') {
          this.rest();
          return false;
        }
        const values = this.difference(this.#end);
        this.search.rewind(this.assumptions);
        this.#adopt(values);
      }
    }
    this.#put([...this.choices, {key, outside, literals}]);
    return true;
  }

  #put(choices: readonly Choice[]): void {
    this.choices = choices;
    this.assumptions = choices.flatMap(({literals}) => literals);
    this.#question = [];
    this.rest();
  }

  #adopt(values: readonly number[]): void {
    const {domains} = this.kernel;
    this.#witnesses.adopt(values, (literal) => {
      const lost = domains.removes[literal] ?? -1;
      if (lost >= 0 && !this.#supports[lost]) this.#doubt(lost);
      const won = domains.removes[literal ^ 1] ?? -1;
      if (won >= 0 && this.states[won] !== IMPOSSIBLE) this.#set(won, POSSIBLE);
    });
  }

  /** Releases all choices but these, which are some of those in force, in the same order. */
  keep(kept: readonly Choice[]): void {
    if (kept.length === this.choices.length) return;
    const {trail, domains} = this.kernel;
    this.rest();
    const first = this.choices.findIndex((choice, place) => choice !== kept[place]);
    const level = this.choices.slice(0, first).reduce((sum, {literals}) => sum + literals.length, 0);
    const undone = trail.literals.slice(trail.starts[level], trail.length);
    this.#put(kept);
    for (const literal of undone) {
      if (trail.values[literal] === 1) continue;
      const variable = domains.variableOf[literal >> 1] ?? 0;
      const value = domains.removes[literal] ?? -1;
      if (value >= 0) this.#doubt(value);
      else if (domains.shapes[variable] === 'large') this.#refresh(variable);
    }
  }

  /** Brings the states of a large variable up to date. */
  #refresh(variable: number): void {
    const offset = this.#offset(variable);
    for (let index = 0; index < this.kernel.domains.size(variable); index++) this.#doubt(offset + index);
  }
}

import {Activity} from './activity.js';
import {Clauses} from './clauses.js';
import {Domains} from './domains.js';
import {DomainReasons} from './domain-reasons.js';
import type {EngineVariable} from './engine-model.js';
import {IntegerLists} from './integer-lists.js';
import type {IntegerStack} from './integer-stack.js';
import type {Native} from './native.js';
import {isTrue, nativeReason, Trail} from './trail.js';

/** Finds what follows from what is known: clauses first, then native constraints, the cheap ones before the dear. */
export class Kernel {
  readonly trail = new Trail();
  readonly clauses = new Clauses(this.trail);
  readonly activity = new Activity();
  readonly domains: Domains;
  readonly reasons: DomainReasons;
  readonly natives: Native[] = [];
  /** By literal: the long clauses of the model it is in. */
  readonly occurrences = new IntegerLists();
  /** By variable: the native constraints on it. */
  readonly nativesOf: IntegerLists;
  /** By literal: the native constraints whose condition it is. */
  readonly conditional = new IntegerLists();
  /** How much has been propagated since the beginning. */
  work = 0;
  booleans = 1;
  /** A clause of the model has no literal left. */
  isContradictory = false;
  /** By literal, in pairs: a native constraint that wants to know when it becomes true, and what it calls that. */
  readonly #listeners = new IntegerLists();
  /** By variable: native constraints that want to be woken by anything about it. */
  readonly #wakened: IntegerLists;
  readonly #removed = new IntegerLists();
  readonly #queues: number[][] = [[], [], []];
  readonly #isQueued: boolean[] = [];

  constructor(variables: readonly EngineVariable[], isEager: (variable: number) => boolean) {
    this.#grow();
    this.nativesOf = new IntegerLists(variables.length);
    this.#wakened = new IntegerLists(variables.length);
    this.domains = new Domains(variables, this.trail, this.clauses, isEager, (count) => this.addBooleans(count));
    this.reasons = new DomainReasons(this.domains, this.trail);
  }

  /** Makes new booleans and gives the first. */
  addBooleans(count: number): number {
    const first = this.booleans;
    this.booleans += count;
    this.#grow();
    return first;
  }

  #grow(): void {
    this.trail.growTo(this.booleans);
    this.clauses.growTo(this.booleans);
    this.activity.growTo(this.booleans);
    this.occurrences.growTo(2 * this.booleans);
    this.conditional.growTo(2 * this.booleans);
    this.#listeners.growTo(2 * this.booleans);
  }

  /** Adds a constraint of the model, before anything is decided. */
  addNative(make: (id: number) => Native, isWokenByAll: boolean): void {
    const id = this.natives.length;
    this.#removed.growTo(id + 1);
    this.#isQueued.push(false);
    const native = make(id);
    this.natives.push(native);
    if (native.condition !== isTrue) this.conditional.push(native.condition, id);
    for (const variable of native.variables) {
      this.nativesOf.push(variable, id);
      if (isWokenByAll) this.#wakened.push(variable, id);
    }
    this.#enqueue(id);
  }

  /** Wakes a native constraint when a literal becomes true. */
  listen(native: number, literal: number, name: number): void {
    this.#listeners.push(literal, native);
    this.#listeners.push(literal, name);
  }

  #enqueue(id: number): void {
    if (this.#isQueued[id]) return;
    this.#isQueued[id] = true;
    this.#queues[this.natives[id]?.rank ?? 0]?.push(id);
  }

  /** Finds all that follows. False: `clauses.conflict` has literals, all false, of which one had to be true. */
  propagate(): boolean {
    const {trail, clauses} = this;
    const hasNatives = this.natives.length > 0;
    for (;;) {
      while (trail.head < trail.length) {
        const literal = trail.literals[trail.head++] ?? 0;
        this.work++;
        this.domains.note(literal);
        if (!clauses.propagate(literal)) return this.#stop();
        if (hasNatives) this.#wake(literal);
      }
      const id = this.#next();
      if (id < 0) return true;
      this.#isQueued[id] = false;
      const removed = this.#removed.items(id);
      this.#removed.sizes[id] = 0;
      this.work += 4;
      if (!this.natives[id]?.propagate(removed)) return this.#stop();
    }
  }

  #next(): number {
    for (const queue of this.#queues) {
      const id = queue.pop();
      if (id !== undefined) return id;
    }
    return -1;
  }

  #stop(): false {
    this.trail.head = this.trail.length;
    for (let id = this.#next(); id >= 0; id = this.#next()) {
      this.#isQueued[id] = false;
      this.#removed.sizes[id] = 0;
    }
    return false;
  }

  #wake(literal: number): void {
    // What a native constraint narrowed itself it knows.
    const source = (this.trail.reasons[literal >> 1] ?? 0) - nativeReason;
    const {data, starts, sizes} = this.#listeners;
    const start = starts[literal] ?? 0;
    const end = start + (sizes[literal] ?? 0);
    for (let place = start; place < end; place += 2) {
      const id = data[place] ?? 0;
      if (id === source) continue;
      this.#removed.push(id, data[place + 1] ?? 0);
      this.#enqueue(id);
    }
    const variable = this.domains.variableOf[literal >> 1] ?? 0;
    if ((this.#wakened.sizes[variable] ?? 0) > 0) {
      for (const id of this.#wakened.items(variable)) if (id !== source) this.#enqueue(id);
    }
    if ((this.conditional.sizes[literal] ?? 0) > 0) {
      for (const id of this.conditional.items(literal)) this.#enqueue(id);
    }
  }

  /** What there is now, so that `release` can take away what is added. To be called when nothing is decided. */
  mark(): {readonly booleans: number; readonly modelEnd: number} {
    return {booleans: this.booleans, modelEnd: this.clauses.modelEnd};
  }

  /** Takes away the booleans and model clauses that were added after a mark, and all that was learnt about them. */
  release({booleans, modelEnd}: {readonly booleans: number; readonly modelEnd: number}): void {
    this.trail.shrink(booleans);
    this.clauses.shrink(booleans, modelEnd);
    for (let literal = 0; literal < 2 * this.booleans; literal++) {
      if (literal >= 2 * booleans) this.occurrences.sizes[literal] = 0;
      else this.occurrences.filter(literal, (clause) => clause < modelEnd);
    }
    this.booleans = booleans;
  }

  /** Makes a literal true on behalf of a native constraint. */
  narrow(native: number, literal: number): boolean {
    const value = this.trail.values[literal] ?? 0;
    if (value > 0) return true;
    if (value === 0) {
      this.trail.enqueue(literal, nativeReason + native, this.trail.level);
      return true;
    }
    const {conflict} = this.clauses;
    conflict.length = 0;
    this.natives[native]?.explain(literal, this.trail.length, conflict);
    conflict.push(literal);
    return false;
  }

  /** Adds to a list the literals, all false, from which a literal follows. */
  explain(literal: number, into: IntegerStack): void {
    const boolean = literal >> 1;
    const reason = this.trail.reasons[boolean] ?? 0;
    if (reason < 0) into.push(~reason);
    else if (reason >= nativeReason) {
      this.natives[reason - nativeReason]?.explain(literal, this.trail.positions[boolean] ?? 0, into);
    } else if (reason > 0) {
      for (const other of this.clauses.literals(reason)) if (other !== literal) into.push(other);
    }
  }

  /** Opens a level with a literal that is not false. */
  decide(literal: number): void {
    this.trail.openLevel();
    if (this.trail.values[literal] === 0) this.trail.enqueue(literal, 0, this.trail.level);
  }

  /** Adds a clause of the model some of whose literals may be known. */
  addOpenClause(literals: readonly number[]): void {
    const {values} = this.trail;
    if (literals.some((literal) => (values[literal] ?? 0) > 0)) return;
    this.addClause(literals.filter((literal) => values[literal] === 0));
  }

  /** Adds a clause of the model; none of its literals is known. */
  addClause(clause: number[]): void {
    if (clause.length === 0) this.isContradictory = true;
    if (clause.length > 2) for (const literal of clause) this.occurrences.push(literal, this.clauses.end);
    this.clauses.add(clause, 0);
  }
}

import {grown, IntegerLists} from './integer-lists.js';
import {IntegerStack} from './integer-stack.js';
import {ShortClauses} from './short-clauses.js';
import {nativeReason, type Trail} from './trail.js';

/** Before the literals of a clause lie their number and its grade. */
export const clauseHeader = 2;

/** Clauses: those of three and more literals lie in one array, each watched by its first two literals. */
export class Clauses {
  /** From `arena[clause]` on: size, grade (0: was not learnt), literals. Clause 0 does not exist. */
  arena = new Int32Array(1024);
  /** Clauses before it belong to the model. */
  modelEnd = 1;
  readonly short: ShortClauses;
  /** The literals, all false, of the clause that failed. */
  readonly conflict = new IntegerStack();
  readonly #trail: Trail;
  #end = 1;
  /** By literal, in pairs: a clause to look at when it becomes true, and another literal of that clause. */
  readonly #watches = new IntegerLists();

  constructor(trail: Trail) {
    this.#trail = trail;
    this.short = new ShortClauses(trail, this.conflict);
  }

  /** Where the next long clause will begin. */
  get end(): number {
    return this.#end;
  }

  growTo(booleans: number): void {
    this.short.growTo(booleans);
    this.#watches.growTo(2 * booleans);
  }

  /** From how many levels the literals of a learnt clause came; 0: it was not learnt. */
  grade(clause: number): number {
    return this.arena[clause + 1] ?? 0;
  }

  /** The literals of a long clause, as a window. */
  literals(clause: number): Int32Array {
    return this.arena.subarray(clause + clauseHeader, clause + clauseHeader + (this.arena[clause] ?? 0));
  }

  /** The clause after this one. */
  after(clause: number): number {
    return clause + clauseHeader + (this.arena[clause] ?? 0);
  }

  /** What is added from now on does not belong to the model. */
  markModelEnd(): void {
    this.modelEnd = this.#end;
  }

  /**
   * Adds a clause whatever is known of its literals; at least one of them is not false. Given first, that one is what
   * follows when all others are false.
   *
   * @param grade How many levels a learnt clause joins; 0: it belongs to the model.
   */
  add(literals: number[], grade: number): void {
    const {values, levels} = this.#trail;
    /** What is open or true can be watched for long; of what is false, what opens first when stepping back. */
    const rank = (literal: number): number =>
      (values[literal] ?? 0) < 0 ? (levels[literal >> 1] ?? 0) : Number.MAX_SAFE_INTEGER;
    for (let place = 0; place < Math.min(2, literals.length); place++) {
      let best = place;
      for (let other = place + 1; other < literals.length; other++) {
        if (rank(literals[other] ?? 0) > rank(literals[best] ?? 0)) best = other;
      }
      const literal = literals[best] ?? 0;
      literals[best] = literals[place] ?? 0;
      literals[place] = literal;
    }
    const [first = 0, second = 0] = literals;
    let reason = 0;
    if (literals.length === 2) {
      this.short.addPair(first, second);
      reason = ~second;
    } else if (literals.length > 2) {
      reason = this.#store(literals, grade);
    }
    if ((values[first] ?? 0) !== 0) return;
    if (literals.length === 1) this.#trail.enqueue(first, 0, 0);
    else if ((values[second] ?? 0) < 0) this.#trail.enqueue(first, reason, levels[second >> 1] ?? 0);
  }

  #store(literals: readonly number[], grade: number): number {
    const clause = this.#end;
    this.#end += clauseHeader + literals.length;
    this.arena = grown(this.arena, this.#end);
    this.arena[clause] = literals.length;
    this.arena[clause + 1] = grade;
    this.arena.set(literals, clause + clauseHeader);
    this.#watch(clause);
    return clause;
  }

  #watch(clause: number): void {
    const first = this.arena[clause + clauseHeader] ?? 0;
    const second = this.arena[clause + clauseHeader + 1] ?? 0;
    this.#watches.push(first ^ 1, clause);
    this.#watches.push(first ^ 1, second);
    this.#watches.push(second ^ 1, clause);
    this.#watches.push(second ^ 1, first);
  }

  /** Finds what follows from a literal that has become true. False: `conflict` says which clause fails. */
  propagate(literal: number): boolean {
    return this.short.propagate(literal) && this.#propagateLong(literal);
  }

  #propagateLong(literal: number): boolean {
    const watches = this.#watches;
    const size = watches.sizes[literal] ?? 0;
    if (size === 0) return true;
    const trail = this.#trail;
    const {values, levels} = trail;
    const {arena} = this;
    const gone = literal ^ 1;
    const level = levels[literal >> 1] ?? 0;
    const isLate = level < trail.level;
    let {data} = watches;
    let start = watches.starts[literal] ?? 0;
    let kept = 0;
    for (let index = 0; index < size;) {
      const clause = data[start + index++] ?? 0;
      const blocker = data[start + index++] ?? 0;
      if ((values[blocker] ?? 0) > 0) {
        data[start + kept++] = clause;
        data[start + kept++] = blocker;
        continue;
      }
      const first = clause + clauseHeader;
      const end = first + (arena[clause] ?? 0);
      if (arena[first] === gone) {
        arena[first] = arena[first + 1] ?? 0;
        arena[first + 1] = gone;
      }
      const other = arena[first] ?? 0;
      const value = values[other] ?? 0;
      let place = value > 0 ? end : first + 2;
      while (place < end && (values[arena[place] ?? 0] ?? 0) < 0) place++;
      if (value <= 0 && place < end) {
        const next = arena[place] ?? 0;
        arena[first + 1] = next;
        arena[place] = gone;
        watches.push(next ^ 1, clause);
        watches.push(next ^ 1, other);
        data = watches.data;
        start = watches.starts[literal] ?? 0;
        continue;
      }
      let from = level;
      if (isLate && value === 0) {
        // Stepping back must free the watched literals first: watch what is false from the highest level.
        let highest = first + 1;
        for (place = first + 2; place < end; place++) {
          const placeLevel = levels[(arena[place] ?? 0) >> 1] ?? 0;
          if (placeLevel > from) {
            from = placeLevel;
            highest = place;
          }
        }
        if (highest > first + 1) {
          const next = arena[highest] ?? 0;
          arena[first + 1] = next;
          arena[highest] = gone;
          watches.push(next ^ 1, clause);
          watches.push(next ^ 1, other);
          data = watches.data;
          start = watches.starts[literal] ?? 0;
          trail.enqueue(other, clause, from);
          continue;
        }
      }
      data[start + kept++] = clause;
      data[start + kept++] = other;
      if (value > 0) continue;
      if (value === 0) {
        trail.enqueue(other, clause, from);
        continue;
      }
      data.copyWithin(start + kept, start + index, start + size);
      watches.sizes[literal] = kept + size - index;
      this.conflict.length = 0;
      for (place = first; place < end; place++) this.conflict.push(arena[place] ?? 0);
      return false;
    }
    watches.sizes[literal] = kept;
    return true;
  }

  /** Whether a clause is why its first literal is true. */
  isReason(clause: number): boolean {
    const first = this.arena[clause + clauseHeader] ?? 0;
    return (this.#trail.values[first] ?? 0) > 0 && this.#trail.reasons[first >> 1] === clause;
  }

  /** Removes clauses that were added after the model; none of them is a reason. */
  forget(isGone: (clause: number) => boolean): void {
    const {arena} = this;
    const moved = new Map<number, number>();
    let end = this.modelEnd;
    for (let clause = this.modelEnd; clause < this.#end;) {
      const next = this.after(clause);
      if (!isGone(clause)) {
        moved.set(clause, end);
        arena.copyWithin(end, clause, next);
        end += next - clause;
      }
      clause = next;
    }
    this.#end = end;
    const {literals, length, reasons} = this.#trail;
    for (let place = 0; place < length; place++) {
      const boolean = (literals[place] ?? 0) >> 1;
      const reason = reasons[boolean] ?? 0;
      if (reason >= this.modelEnd && reason < nativeReason) reasons[boolean] = moved.get(reason) ?? 0;
    }
    this.#watches.clear();
    for (let clause = 1; clause < end; clause = this.after(clause)) this.#watch(clause);
  }

  /** Forgets all clauses about booleans from this one on, and all of the model that were added after `modelEnd`. */
  shrink(booleans: number, modelEnd: number): void {
    this.short.shrink(booleans);
    this.modelEnd = modelEnd;
    this.forget((clause) => this.literals(clause).some((literal) => literal >= 2 * booleans));
  }
}

import {Forgetting} from './forget.js';
import {grown} from './integer-lists.js';
import {IntegerStack} from './integer-stack.js';
import type {Kernel} from './kernel.js';
import {nativeReason} from './trail.js';

/** How far the search for literals that need not be in a learnt clause goes. */
const depthLimit = 40;

const unseen = 0;
const needed = 1;
const removable = 2;
const essential = 3;

/** Turns conflicts into clauses that keep them from happening again. */
export class Learner {
  readonly #kernel: Kernel;
  /** By boolean. */
  #marks = new Int32Array(1);
  readonly #marked = new IntegerStack();
  readonly #reason = new IntegerStack();
  readonly #forgetting: Forgetting;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#forgetting = new Forgetting(kernel.clauses);
  }

  /**
   * Steps back from a conflict and adds a clause that it taught, and what that clause says now.
   *
   * @param floor Levels up to this one are stepped back from only as far as needed.
   * @returns False when there is no way out: the model itself fails.
   */
  learn(floor: number): boolean {
    const {trail, clauses, activity} = this.#kernel;
    const {conflict} = clauses;
    let level = 0;
    for (let place = 0; place < conflict.length; place++) {
      level = Math.max(level, trail.levels[conflict.at(place) >> 1] ?? 0);
    }
    if (level === 0) return false;
    trail.cancel(level);
    const clause = this.#resolve(level);
    let back = 0;
    const levels = new Set<number>();
    for (let place = 1; place < clause.length; place++) {
      const from = trail.levels[(clause[place] ?? 0) >> 1] ?? 0;
      back = Math.max(back, from);
      levels.add(from);
    }
    activity.age();
    trail.cancel(Math.max(back, Math.min(floor, level - 1)));
    this.#forgetting.note();
    clauses.add(clause, levels.size + 1);
    return true;
  }

  /** The clause of the first literal of a level through which all of the conflict goes; that literal is first. */
  #resolve(level: number): number[] {
    const {trail, clauses, activity} = this.#kernel;
    this.#marks = grown(this.#marks, this.#kernel.booleans);
    const clause = [0];
    let open = 0;
    let place = trail.length;
    let source = clauses.conflict;
    for (;;) {
      for (let index = 0; index < source.length; index++) {
        const literal = source.at(index);
        const boolean = literal >> 1;
        const from = trail.levels[boolean] ?? 0;
        if (from === 0 || this.#marks[boolean] !== unseen) continue;
        this.#mark(boolean, needed);
        activity.bump(boolean);
        if (from === level) open++;
        else clause.push(literal);
      }
      let literal: number;
      do literal = trail.literals[--place] ?? 0;
      while (this.#marks[literal >> 1] !== needed || trail.levels[literal >> 1] !== level);
      if (--open === 0) {
        clause[0] = literal ^ 1;
        break;
      }
      source = this.#reason;
      source.length = 0;
      this.#kernel.explain(literal, source);
    }
    const short = clause.filter((literal, index) => index === 0 || !this.#follows(literal >> 1, 0));
    while (this.#marked.length > 0) this.#marks[this.#marked.pop()] = unseen;
    return short;
  }

  #mark(boolean: number, mark: number): void {
    if (this.#marks[boolean] === unseen) this.#marked.push(boolean);
    this.#marks[boolean] = mark;
  }

  /** Whether the others of the clause entail this one. */
  #follows(boolean: number, depth: number): boolean {
    const {trail, clauses} = this.#kernel;
    const reason = trail.reasons[boolean] ?? 0;
    if (reason === 0 || reason >= nativeReason || depth > depthLimit) return false;
    if (reason < 0) return this.#isCovered(~reason >> 1, depth);
    for (const other of clauses.literals(reason)) {
      if (other >> 1 !== boolean && !this.#isCovered(other >> 1, depth)) return false;
    }
    return true;
  }

  #isCovered(boolean: number, depth: number): boolean {
    const mark = this.#marks[boolean];
    if (mark === needed || mark === removable || this.#kernel.trail.levels[boolean] === 0) return true;
    if (mark === essential) return false;
    const isCovered = this.#follows(boolean, depth + 1);
    this.#mark(boolean, isCovered ? removable : essential);
    return isCovered;
  }

  /** The decisions from which it follows that these literals are false. */
  decisionsBehind(literals: Iterable<number>): number[] {
    const {trail} = this.#kernel;
    this.#marks = grown(this.#marks, this.#kernel.booleans);
    const mark = (literal: number): void => {
      if ((trail.levels[literal >> 1] ?? 0) > 0) this.#mark(literal >> 1, needed);
    };
    for (const literal of literals) mark(literal);
    const decisions: number[] = [];
    for (let place = trail.length - 1; place >= (trail.starts[0] ?? trail.length); place--) {
      const literal = trail.literals[place] ?? 0;
      if (this.#marks[literal >> 1] !== needed) continue;
      if (trail.reasons[literal >> 1] === 0) decisions.push(literal);
      this.#reason.length = 0;
      this.#kernel.explain(literal, this.#reason);
      for (let index = 0; index < this.#reason.length; index++) mark(this.#reason.at(index));
    }
    while (this.#marked.length > 0) this.#marks[this.#marked.pop()] = unseen;
    return decisions;
  }
}

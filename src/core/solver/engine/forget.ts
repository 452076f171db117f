import type {Clauses} from './clauses.js';

/** Learnt clauses whose literals come from so few levels are kept for ever. */
const keptGrade = 2;
/** How many clauses are learnt before half of them are forgotten, and by how much more each time. */
const firstLimit = 4000;
const growth = 400;

/** Keeps what was learnt from growing without end. */
export class Forgetting {
  readonly #clauses: Clauses;
  #learnt = 0;
  #limit = firstLimit;

  constructor(clauses: Clauses) {
    this.#clauses = clauses;
  }

  /** To be called for each clause that is learnt: of many, half are forgotten, the highest grades and of those the oldest. */
  note(): void {
    if (++this.#learnt < this.#limit) return;
    this.#learnt = 0;
    this.#limit += growth;
    const clauses = this.#clauses;
    const loose: number[] = [];
    for (let clause = clauses.modelEnd; clause < clauses.end; clause = clauses.after(clause)) {
      if (clauses.grade(clause) > keptGrade && !clauses.isReason(clause)) loose.push(clause);
    }
    const half = loose.sort((a, b) => clauses.grade(b) - clauses.grade(a) || a - b).slice(0, loose.length >> 1);
    const isGone = new Set(half);
    clauses.forget((clause) => isGone.has(clause));
  }
}

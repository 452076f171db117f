import type {Base} from './base.js';
import type {Kernel} from './kernel.js';
import {Learner} from './learn.js';
import {Violations} from './violations.js';

/** How many conflicts a try may meet before it starts again with what it learnt, times the luby sequence. */
const patience = 128;

export type Outcome = 'found' | 'failed' | 'unfinished';

/**
 * Looks for a solution in which some literals are true, near the base: it decides only what the base violates, so its
 * work follows the change and not the size of the model.
 */
export class Search {
  readonly learner: Learner;
  readonly violations: Violations;
  readonly #kernel: Kernel;
  /** The literals assumed by the levels that are open; shorter than those when a solution was found. */
  #assumed: readonly number[] = [];
  #conflicts = 0;
  #tries = 1;
  #isUnderWay = false;
  /** Assumed, but false. */
  #falsified: readonly number[] = [];

  constructor(kernel: Kernel, base: Base) {
    this.#kernel = kernel;
    this.learner = new Learner(kernel);
    this.violations = new Violations(kernel, base);
  }

  /** Steps back to where just these literals are assumed, as far as they are the same as before. */
  rewind(assumptions: readonly number[]): void {
    const {trail} = this.#kernel;
    const shared = Math.min(trail.level, this.#assumed.length, assumptions.length);
    let level = 0;
    while (level < shared && this.#assumed[level] === assumptions[level]) level++;
    trail.cancel(level);
    this.#assumed = assumptions.slice(0, level);
    this.#isUnderWay = false;
  }

  /**
   * Assumes literals of which the base is known to be a solution, and leaves what follows on the trail.
   */
  assume(assumptions: readonly number[]): void {
    this.rewind(assumptions);
    const {trail} = this.#kernel;
    this.#settle();
    while (trail.level < assumptions.length) {
      this.#kernel.decide(assumptions[trail.level] ?? 0);
      this.#settle();
    }
    this.#assumed = assumptions;
  }

  /** Whether a search with these assumptions was stopped and can go on. */
  isUnderWay(assumptions: readonly number[]): boolean {
    return this.#isUnderWay && this.#assumed === assumptions;
  }

  #settle(): void {
    // The base fits, so that nothing can fail.
    if (!this.#kernel.propagate()) throw new Error('A solution was lost.');
  }

  /**
   * Looks for a solution. When it is found its difference from the base lies on the trail; when it fails, what was
   * assumed and cannot be is false on the trail, as far as it follows from fewer assumptions.
   *
   * @param agreed How many of the assumptions the base fulfils.
   * @param workLimit Where `Kernel.work` may get to. Called again with the same assumptions it goes on.
   */
  run(assumptions: readonly number[], agreed: number, workLimit: number): Outcome {
    const kernel = this.#kernel;
    const {trail} = kernel;
    const {violations} = this;
    const depth = assumptions.length;
    if (!this.isUnderWay(assumptions)) {
      this.rewind(assumptions);
      violations.begin(Math.min(agreed, trail.level));
      this.#assumed = assumptions;
      this.#conflicts = 0;
      this.#tries = 1;
      this.#isUnderWay = true;
    }
    for (;;) {
      if (!kernel.propagate()) {
        if (!this.learner.learn(depth)) return this.#fail([]);
        violations.stepBack();
        if (++this.#conflicts >= patience * luby(this.#tries)) {
          this.#conflicts = 0;
          this.#tries++;
          trail.cancel(Math.min(depth, trail.level));
          violations.stepBack();
        }
        continue;
      }
      if (kernel.work > workLimit) return 'unfinished';
      let decision: number;
      if (trail.level < depth) {
        decision = assumptions[trail.level] ?? 0;
        if ((trail.values[decision] ?? 0) < 0) return this.#fail([decision]);
      } else {
        decision = violations.next();
        if (decision < 0) {
          this.#isUnderWay = false;
          return 'found';
        }
      }
      violations.note();
      kernel.decide(decision);
    }
  }

  #fail(falsified: readonly number[]): 'failed' {
    this.#falsified = falsified;
    this.#isUnderWay = false;
    return 'failed';
  }

  /** To be called straight after `failed`: of the assumptions those that cannot all be. */
  core(): number[] {
    return [...this.#falsified, ...this.learner.decisionsBehind(this.#falsified)];
  }
}

/** 1, 1, 2, 1, 1, 2, 4, 1, 1, 2, … */
function luby(place: number): number {
  let size = 1;
  while (size < place) size = 2 * size + 1;
  while (size !== place) {
    size = (size - 1) / 2;
    if (place > size) place -= size;
  }
  return (size + 1) / 2;
}

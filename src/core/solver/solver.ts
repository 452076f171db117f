import type {Bounds} from './engine/engine.js';
import type {Model} from './model.js';

export type {Bounds};

/** A statement about one decision. */
export interface Assumption {
  /** Index into `Model.decisions`. */
  readonly decision: number;
  /** An index for each of its variables; `null`: whatever it is, it exists. */
  readonly values: readonly number[] | null;
}

/** Why something is impossible: an inclusion-minimal set of assumptions and the constraints that join them. */
export interface SolverExplanation {
  /** Those at fault, in the order given. */
  readonly assumptions: readonly Assumption[];
  /** Ids of the constraints at fault, in the order of the model. */
  readonly constraints: readonly string[];
}

/** Work that may be done, in propagations, about a million a second; whoever uses some takes it off. */
export interface WorkBudget {
  work: number;
}

/**
 * Answers exactly which assumptions lead to a complete valid solution. Every question names all it assumes; what was
 * found out is kept between questions, so that a question costs what differs from those before it. Equal assumptions
 * should be the same object, in the same order, with what is asked last. All methods are synchronous and their results
 * depend on their arguments alone.
 *
 * All throw TwikError `search-limit` when the answer takes more work than the solver was allowed.
 */
export interface Solver {
  readonly model: Model;
  /** Whether some solution makes all of these true. */
  isPossible(assumptions: readonly Assumption[]): boolean;
  /**
   * What `isPossible` says, as far as it is known within a budget; `null` when that was too little. Asked again, with
   * nothing else between, it goes on where it stopped. With no work left it tells what is known already.
   */
  tryPossible(assumptions: readonly Assumption[], budget: WorkBudget): boolean | null;
  /** Whether all solutions that make these true, and in which the decision exists, decide it like this. */
  isDecided(assumptions: readonly Assumption[], decided: Assumption): boolean;
  /**
   * The smallest and greatest proper value of a decision's first variable, by index; `null` when it has none.
   */
  bounds(assumptions: readonly Assumption[], decision: number): Bounds | null;
  /** What `bounds` says, as far as a budget reaches; `undefined` when it does not. */
  tryBounds(assumptions: readonly Assumption[], decision: number, budget: WorkBudget): Bounds | null | undefined;
  /** Why `wanted` is impossible under the assumptions; `null` when it is possible. */
  explain(assumptions: readonly Assumption[], wanted: readonly Assumption[]): SolverExplanation | null;
  /**
   * Sets of assumptions whose release makes `wanted` possible, best first: fewest; among equals those with the earliest
   * assumptions. No set contains another. At most `limit`.
   */
  repair(
    assumptions: readonly Assumption[],
    wanted: readonly Assumption[],
    limit: number,
  ): readonly (readonly Assumption[])[];
  /**
   * A whole solution. In the order of the variables each takes its preferred value (an index, or -1 for none) where
   * assumptions and earlier variables allow it; otherwise, of what is allowed, a number takes the nearest, anything
   * else the first value.
   *
   * @throws TwikError `solution-missing` when the assumptions allow none.
   */
  complete(assumptions: readonly Assumption[], preferred: Int32Array): Int32Array;
}

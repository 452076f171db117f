import type {Model} from './model.js';

/** Why a value is barred: an inclusion-minimal set of picks and the rules that join them. */
export interface SolverExplanation {
  /** Variables whose assigned values are at fault, ascending. */
  readonly variables: readonly number[];
  /** Ids of the constraints at fault, in the order of the model. */
  readonly constraints: readonly string[];
}

/**
 * Answers, exactly and after every change, which values still lead to a complete valid solution. Variables and values
 * are indices into the model. All methods are synchronous and deterministic.
 */
export interface Solver {
  readonly model: Model;
  /** Fixes a variable. Returns false, changing nothing, when no solution is left. A second call replaces the first. */
  assign(variable: number, value: number): boolean;
  /** Takes an assignment back. */
  retract(variable: number): void;
  /** Whether some solution that keeps the other assignments gives the variable this value (its own is set aside). */
  isPossible(variable: number, value: number): boolean;
  /** The smallest and greatest possible value by index, the variable's own assignment set aside. `null` values are left out. */
  bounds(variable: number): {readonly min: number; readonly max: number} | null;
  /** Why the value is not possible. The variable's own assignment is set aside. */
  explain(variable: number, value: number): SolverExplanation;
  /**
   * Sets of assigned variables whose release makes the value possible, best first: fewest, among equals those assigned
   * first. At most `limit`.
   */
  repair(variable: number, value: number, limit: number): readonly (readonly number[])[];
  /**
   * A whole solution: assignments are kept, and `preferred[v]` (an index, or -1 for none) wherever they allow it, in
   * the order of the variables.
   */
  complete(preferred: Int32Array): Int32Array;
}

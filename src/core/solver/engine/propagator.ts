/** The values that are left, as a propagator sees and narrows them. */
export interface Narrowable {
  /** Whether the value at this index is left. */
  has(variable: number, index: number): boolean;
  /** The first index that is left. */
  min(variable: number): number;
  /** The last index that is left. */
  max(variable: number): number;
  /** How many are left; with more than 256 values at first it may be `max - min + 1`. */
  count(variable: number): number;
  isFixed(variable: number): boolean;
  /** Each narrows; false when nothing is left of the variable, and then the propagator returns at once. */
  remove(variable: number, index: number): boolean;
  removeBelow(variable: number, index: number): boolean;
  removeAbove(variable: number, index: number): boolean;
  fix(variable: number, index: number): boolean;
}

/**
 * A constraint that is code. Whatever it removes follows from what is left of its own variables at that moment; that is
 * the reason the engine learns from. It keeps no state between calls that a step back would have to undo.
 */
export interface Propagator {
  /** All it reads or narrows, each once. */
  readonly variables: readonly number[];
  /**
   * Removes what cannot be. Called again after any of its variables was narrowed by something else. Once all are fixed
   * it must find out whether it holds.
   *
   * @returns False when it cannot hold.
   */
  propagate(domains: Narrowable): boolean;
  /** Whether it holds when each variable has the value at the index that is given for it. */
  holds(indexOf: (variable: number) => number): boolean;
}

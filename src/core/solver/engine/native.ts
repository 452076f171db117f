import type {IntegerStack} from './integer-stack.js';

/** The index that each variable would have; -1 where that is open. */
export type Reading = (variable: number) => number;

/**
 * A constraint with code of its own inside the kernel. It holds only while its condition does: while that is open it
 * narrows nothing, and when it cannot hold it makes its condition false.
 */
export interface Native {
  readonly variables: readonly number[];
  readonly condition: number;
  /** What costs less runs first: 0, 1 or 2. */
  readonly rank: number;
  /**
   * Narrows with `Kernel.narrow`.
   *
   * @param removed What of its values has gone by now, as they were registered; may be incomplete when it first runs.
   * @returns False when that failed.
   */
  propagate(removed: Int32Array): boolean;
  /** Adds literals, all false when the trail had this length, from which the literal follows, without the literal itself. */
  explain(literal: number, length: number, into: IntegerStack): void;
  /** Whether it holds, all its variables being read. */
  holds(reading: Reading): boolean;
  /** When it does not hold as things are read: an open literal to make true on the way to where it does. */
  suggest(reading: Reading): number;
}

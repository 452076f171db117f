import type {EngineModel} from './engine-model.js';
import type {Literal} from './literal.js';

/** A set of choices, by the keys under which they were made. */
export type Keys = readonly number[];

/** What is known about a value, in `Engine.states`. */
export const IMPOSSIBLE = 0;
export const POSSIBLE = 1;
/** Not found out yet; `advance` will. */
export const UNCHECKED = 2;

/** The first and last index of a variable. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Literals that are made true together, under a key of the caller's. */
export interface KeyedLiterals {
  readonly key: number;
  readonly literals: readonly Literal[];
}

/**
 * Knows at any time which values still lead to a solution that keeps all choices.
 *
 * Results depend on the model and the calls alone. All that search throw TwikError `search-limit` when they were given
 * less work than they need.
 */
export interface Engine {
  readonly model: EngineModel;
  /** Where the values of each variable begin in `states`; see `offsetsOf`. */
  readonly offsets: Int32Array;
  /**
   * A byte for each value of all variables with up to 256 values, live. A variable that was chosen has its value alone.
   * Larger ones have bounds instead, and their bytes say what propagation has found only.
   */
  readonly states: Uint8Array;
  /** How many propagations have been made so far. */
  readonly work: number;
  /**
   * Adds a choice, all its literals at once, on top of those made before. The key is the caller's; an earlier choice of
   * the same key is released first.
   *
   * @returns False, and nothing is chosen under this key any more, when no solution keeps this choice and the others.
   */
  choose(key: number, literals: readonly Literal[]): boolean;
  release(key: number): void;
  /** Makes exactly these choices, keeping what is common with those in force. False: see `choose`; the first that fails and all after it are left out. */
  chooseAll(choices: readonly KeyedLiterals[]): boolean;
  /**
   * Finds out what is unchecked until all is known or the work is used up. Default: all.
   *
   * @param work How many propagations at most, about a million a second.
   * @returns Whether all is known.
   */
  advance(work?: number): boolean;
  /** Whether a solution keeps all choices and makes these true. Answered at once where `states` knows. */
  isPossible(literals: readonly Literal[]): boolean;
  /**
   * A solution in which these are true, whatever has been chosen; `null`: there is none. The array is the caller's.
   *
   * @param work After so many propagations it is given up. Default: the limit of the engine, where it throws.
   * @returns `undefined` when it was given up. Asked next with the same array it goes on where it stopped.
   */
  find(literals: readonly Literal[], work?: number): Int32Array | null | undefined;
  /** Indices into `states` that have changed since the last call. */
  takeChanges(): ArrayLike<number>;
  /**
   * The first and last index with which a solution exists; exact at any size. `null`: there is none at all.
   *
   * @param literals True in these solutions, whatever has been chosen. Default: the choices in force.
   * @param work After so many propagations it is given up. Default: the limit of the engine, where it throws.
   * @returns `undefined` when it was given up.
   */
  bounds(variable: number, literals?: readonly Literal[], work?: number): Bounds | null | undefined;
  /** A solution that keeps all choices: an index for each variable. The array is the caller's. */
  solution(): Int32Array;
  /**
   * A solution that has, variable after variable in the order given, the preferred index (or -1 for none) where it can.
   * Where it cannot, an ordered variable takes the nearest proper one that it can (of two the lower), any other the
   * first; what is no proper value only where nothing else is left.
   */
  complete(preferred: ArrayLike<number>, order: ArrayLike<number>): Int32Array;
  /**
   * An inclusion-minimal set of choices that together make these impossible; `null` when they are possible.
   *
   * @param choices Default: those in force. They need not go together.
   */
  explain(literals: readonly Literal[], choices?: readonly KeyedLiterals[]): Keys | null;
  /**
   * Sets of choices whose release makes these possible, best first: fewest; among equals those with the oldest choices.
   * No set contains another.
   *
   * @param limit How many sets at most. Default 1.
   * @param choices Oldest first. Default: those in force. They need not go together.
   */
  repair(literals: readonly Literal[], limit?: number, choices?: readonly KeyedLiterals[]): readonly Keys[];
}

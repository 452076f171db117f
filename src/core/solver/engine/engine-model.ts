import type {Literal} from './literal.js';
import type {Propagator} from './propagator.js';

/** Something with a finite number of values, named by their indices from 0. */
export interface EngineVariable {
  readonly size: number;
  /** Whether the order of the values means something, as with numbers; only then bounds are worth a literal. */
  readonly isOrdered: boolean;
  /** How many of the values, from the first on, that order is about. Default: all. */
  readonly properSize?: number;
}

/** Holds only while this is true; `null` or left out: always. */
interface Conditional {
  readonly condition?: Literal | null;
}

/** What must hold. */
export type EngineConstraint =
  /** Of each clause at least one literal is true. Clause `n` ends before `literals[ends[n]]`. */
  | (Conditional & {
      readonly kind: 'clauses';
      readonly literals: ArrayLike<Literal>;
      readonly ends: ArrayLike<number>;
    })
  /** The values are one of the rows. A cell is an index, -1 for any, or the indices it allows. Each variable is there once. */
  | (Conditional & {
      readonly kind: 'table';
      readonly variables: readonly number[];
      readonly rows: readonly (readonly (number | readonly number[])[])[];
    })
  /** The weights of the values add up to at most, exactly, or anything but the total. All, and their sums, are safe integers. */
  | (Conditional & {
      readonly kind: 'sum';
      readonly variables: readonly number[];
      /** For each variable the weight of each of its values. */
      readonly weights: readonly ArrayLike<number>[];
      readonly operator: '<=' | '==' | '!=';
      readonly total: number;
    })
  /** Anything that has code of its own. */
  | (Conditional & {readonly kind: 'propagator'; readonly propagator: Propagator});

/** A problem as the engine sees it: finite variables and constraints, nothing else. */
export interface EngineModel {
  readonly variables: readonly EngineVariable[];
  readonly constraints: readonly EngineConstraint[];
}

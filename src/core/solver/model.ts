import type {Expression} from '../expression/expression.js';
import type {RuntimeValue} from '../expression/value.js';

/** Something to be decided. */
export interface Variable {
  /** Name in expressions, or `parameter.option` for one option of a `choices` parameter. */
  readonly id: string;
  /** How many values there are. */
  readonly size: number;
  /** Index of the value `null`, or -1. */
  readonly nullIndex: number;
  /** The value at an index, as expressions see it. */
  value(index: number): RuntimeValue;
}

/** What must hold. `names` in expressions are variables, derived values, or `choices` parameters. */
export type Constraint =
  | {readonly kind: 'condition'; readonly id: string; readonly when: Expression | null; readonly require: Expression}
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly variables: readonly number[];
      /** Value indices; -1 allows any. */
      readonly rows: readonly Int32Array[];
    }
  /** `variable` is null exactly while `active` is false; where the parameter is optional, it may be null then too. */
  | {
      readonly kind: 'active';
      readonly id: string;
      readonly variables: readonly number[];
      readonly active: Expression;
      readonly isOptional: boolean;
    }
  /** Between `min` and `max` of these booleans are true. */
  | {
      readonly kind: 'count';
      readonly id: string;
      readonly variables: readonly number[];
      readonly min: number;
      readonly max: number;
    };

/** A product as the engine sees it: finite variables and constraints, nothing else. */
export interface Model {
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
  /** Named formulas that constraints read, each reading only those before it. */
  readonly derived: readonly {readonly id: string; readonly formula: Expression}[];
}

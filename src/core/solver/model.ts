import type {ExpressionEnvironment} from '../expression/environment.js';
import type {Expression} from '../expression/expression.js';
import type {RuntimeValue} from '../expression/value.js';

/** Something to be decided. */
export interface Variable {
  /** Name of its parameter, or `parameter.option` for one option of a `choices` parameter. */
  readonly id: string;
  /** How many values there are, those that mean `null` included. */
  readonly size: number;
  /** How many of them, from the first on, are proper values: numbers ascend. Those after them mean `null`. */
  readonly properSize: number;
  /** Index of the value that means "does not exist at present", or -1 when it always exists. */
  readonly absentIndex: number;
  /** The value at an index, as expressions see it. */
  value(index: number): RuntimeValue;
}

/** Variables that are picked, released and named together: those of one parameter. */
export interface Decision {
  /** Name in expressions. */
  readonly id: string;
  readonly variables: readonly number[];
  /** For a set of options: what each variable stands for. Otherwise `null`, and there is one variable. */
  readonly options: readonly string[] | null;
}

/** What must hold. Names in expressions are decisions and derived values. A formula that fails holds for nothing. */
export type Constraint =
  | {readonly kind: 'condition'; readonly id: string; readonly when: Expression | null; readonly require: Expression}
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly variables: readonly number[];
      /** For each variable the indices that the row allows; `null` allows any. */
      readonly rows: readonly (readonly (readonly number[] | null)[])[];
    }
  /** The variables are absent exactly while `active` is not true. */
  | {readonly kind: 'active'; readonly id: string; readonly variables: readonly number[]; readonly active: Expression}
  /** Between `min` and `max` of these booleans are true, or, where `isOptional`, none; absent ones are let be. */
  | {
      readonly kind: 'count';
      readonly id: string;
      readonly variables: readonly number[];
      readonly min: number;
      readonly max: number;
      readonly isOptional: boolean;
    };

/** A product as the engine sees it: finite variables and constraints, nothing else. */
export interface Model {
  readonly variables: readonly Variable[];
  /** Decisions that tell whether others exist come before those. */
  readonly decisions: readonly Decision[];
  readonly constraints: readonly Constraint[];
  /** Named formulas that constraints read, each reading only those before it. */
  readonly derived: readonly {readonly id: string; readonly formula: Expression}[];
  /** What the formulas were checked in. */
  readonly environment: ExpressionEnvironment;
}

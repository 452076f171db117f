import type {Type} from './type.js';
import type {RuntimeValue} from './value.js';

/** A fact about the options of one parameter. */
export interface AttributeColumn {
  readonly type: Type;
  /** By option; options without the fact are missing. */
  readonly values: ReadonlyMap<string, RuntimeValue>;
}

/** Data that `lookup` reads. */
export interface LookupTable {
  readonly columns: readonly {readonly name: string; readonly type: Type}[];
  readonly rows: readonly (readonly RuntimeValue[])[];
}

/** What a formula may refer to. */
export interface ExpressionEnvironment {
  /** The type of a parameter, a derived value or another name, or `null` when there is none of that name. */
  typeOf(name: string): Type | null;
  names(): Iterable<string>;
  /** `null` when the parameter has no options, or none of them has the key. */
  attribute(parameter: string, key: string): AttributeColumn | null;
  /** The keys that options of the parameter have; for messages only. */
  attributeKeys?(parameter: string): Iterable<string>;
  table(id: string): LookupTable | null;
  tableNames(): Iterable<string>;
}

/** Knows no names and no tables. */
export const EMPTY_ENVIRONMENT: ExpressionEnvironment = {
  typeOf: () => null,
  names: () => [],
  attribute: () => null,
  table: () => null,
  tableNames: () => [],
};

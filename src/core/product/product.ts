import type {Expression} from '../expression/expression.js';
import type {Text} from '../text/text.js';
import type {Parameter} from './parameter.js';
import type {BomLineDefinition, PartDefinition} from './parts.js';
import type {PriceDefinition} from './price-definition.js';
import type {SceneDefinition} from './scene-definition.js';

/** A step of the configurator. */
export interface Group {
  readonly id: string;
  readonly name: Text;
  readonly description: Text | null;
  /** The named view the camera takes when the group is opened. */
  readonly view: string | null;
}

/** A named formula. */
export interface Derived {
  readonly id: string;
  readonly formula: Expression;
}

interface RuleBase {
  readonly id: string;
  /** Shown when the rule bars something; `{name}` stands for a value. */
  readonly message: Text | null;
  readonly path: string;
}

/** When `when` holds, `require` must hold. No `when` means always. */
export interface ConditionRule extends RuleBase {
  readonly kind: 'condition';
  readonly when: Expression | null;
  readonly require: Expression;
}

/** The values of the parameters must be those of one of the rows. */
export interface TableRule extends RuleBase {
  readonly kind: 'table';
  readonly parameters: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** What a column allows: `'any'`, or one of these values (numbers in the parameter's own unit, as decimal strings). */
export type TableCell = 'any' | readonly (string | boolean | null)[];

export type Rule = ConditionRule | TableRule;

/** Data that formulas read by `lookup('table', 'column', key, …)`; keys are compared with the first columns. */
export interface DataTable {
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A configuration the author has written down together with what must come out of it. */
export interface Example {
  readonly picks: Readonly<Record<string, unknown>>;
  readonly expect: {
    readonly price?: string | undefined;
    readonly consistent?: boolean | undefined;
    readonly complete?: boolean | undefined;
  };
  readonly path: string;
}

/** A product definition that has been parsed: every reference exists and every formula is checked. Frozen. */
export interface Product {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  readonly description: Text | null;
  /** The locale that stands in for one that a text lacks. */
  readonly defaultLocale: string;
  /** What relative addresses in the definition are relative to: an absolute URL, or `''`. */
  readonly baseUrl: string;
  readonly parameters: readonly Parameter[];
  readonly groups: readonly Group[];
  /** In an order in which each reads only those before it. */
  readonly derived: readonly Derived[];
  readonly rules: readonly Rule[];
  readonly tables: readonly DataTable[];
  readonly price: PriceDefinition | null;
  readonly parts: ReadonlyMap<string, PartDefinition>;
  readonly bom: readonly BomLineDefinition[];
  readonly scene: SceneDefinition | null;
  /** Working days until delivery. */
  readonly leadTimeDays: Expression | null;
  readonly renamed: {
    readonly parameters: ReadonlyMap<string, string>;
    /** `parameter.option` of old → option id of now. */
    readonly options: ReadonlyMap<string, string>;
  };
  readonly examples: readonly Example[];
}

import type {Expression} from '../expression/expression.js';
import type {Exact} from '../number/exact.js';
import type {Text} from '../text/text.js';

/** One thing a choice can be set to. */
export interface Option {
  /** Any string up to 64 characters, unique within its parameter. */
  readonly id: string;
  readonly name: Text;
  readonly description: Text | null;
  /** The article number this option adds to an order. */
  readonly sku: string | null;
  /** Facts about the option that formulas read by `attribute(parameter, 'key')`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the option adds to the price of one piece, as a decimal string in major units. */
  readonly price: string | null;
  /** A colour that stands for the option, `#rrggbb`. */
  readonly color: string | null;
  /** A picture that stands for the option, relative to `Product.baseUrl`. */
  readonly image: string | null;
}

/** How the default interface shows a parameter. `auto` decides by kind, number of options, and what they carry. */
export type ControlHint = 'auto' | 'swatches' | 'cards' | 'select' | 'slider' | 'field';

interface ParameterBase {
  /** `^[a-z][A-Za-z0-9_]*$`, unique among parameters, derived values, groups and rules. */
  readonly id: string;
  readonly name: Text;
  readonly description: Text | null;
  /** The group (step) it is shown in, or `null` for none. */
  readonly group: string | null;
  /** The parameter exists only while this is true; otherwise its value is `null`. `null` means always. */
  readonly active: Expression | null;
  /** Whether a configuration is incomplete while this is open. Default `true`. */
  readonly required: boolean;
  readonly control: ControlHint;
  /** JSON pointer of its definition. */
  readonly path: string;
}

/** One of its options. */
export interface ChoiceParameter extends ParameterBase {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  readonly default: string | null;
}

/** Any number of its options, none twice; the value keeps the order of the definition. */
export interface ChoicesParameter extends ParameterBase {
  readonly kind: 'choices';
  readonly options: readonly Option[];
  /** At least so many. Default 0. */
  readonly min: number;
  /** At most so many. Default: all. */
  readonly max: number;
  readonly default: readonly string[] | null;
}

/** Yes or no. */
export interface BooleanParameter extends ParameterBase {
  readonly kind: 'boolean';
  readonly default: boolean | null;
}

/**
 * A number on a grid from `min` in steps of `step` up to `max`. Limits and default are exact and in the parameter's
 * own unit, as its values are; formulas see them in base units.
 */
export interface NumberParameter extends ParameterBase {
  readonly kind: 'integer' | 'number';
  /** One of the language's units, or `null` for a bare number. */
  readonly unit: string | null;
  readonly min: Exact;
  readonly max: Exact;
  readonly step: Exact;
  readonly default: Exact | null;
}

/** Words of the shopper's own. Never enters the rule engine. */
export interface TextParameter extends ParameterBase {
  readonly kind: 'text';
  /** In Unicode code points. Default 0. */
  readonly minLength: number;
  /** In Unicode code points. Default 200. */
  readonly maxLength: number;
  /** The whole text must match this regular expression (ECMA-262, flag `u`). */
  readonly pattern: string | null;
  readonly default: string | null;
  /** The print area it belongs to. */
  readonly area: string | null;
}

/** A colour `#rrggbb`, in lower case. Never enters the rule engine. */
export interface ColorParameter extends ParameterBase {
  readonly kind: 'color';
  /** Colours offered before the free choice. */
  readonly swatches: readonly string[];
  /** Whether any other colour may be picked than the swatches. Default `true`. */
  readonly free: boolean;
  readonly default: string | null;
}

export type Parameter =
  ChoiceParameter | ChoicesParameter | BooleanParameter | NumberParameter | TextParameter | ColorParameter;

/** Kinds whose values the rule engine reasons about. */
export type FiniteParameter = Exclude<Parameter, TextParameter | ColorParameter>;

/** A value as it stands in JSON: numbers are in the parameter's own unit. `null`: none, because inactive or open. */
export type Value = string | number | boolean | readonly string[] | null;

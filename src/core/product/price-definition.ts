import type {Expression} from '../expression/expression.js';
import type {Text} from '../text/text.js';

/** How a product's price is made. */
export interface PriceDefinition {
  /** ISO 4217. */
  readonly currency: string;
  /** Whether amounts in the definition include tax. */
  readonly taxIncluded: boolean;
  /** Share of the net price as a decimal string, `0.19` for 19 %. */
  readonly taxRate: string;
  readonly lines: readonly PriceLineDefinition[];
}

interface PriceLineBase {
  readonly id: string;
  readonly label: Text;
  /** The line is left out while this is false. */
  readonly when: Expression | null;
  /** How often it counts. */
  readonly times: Expression | null;
  readonly path: string;
}

/** A fixed amount or a formula, in major units: `amount × times`. */
export interface AmountLine extends PriceLineBase {
  readonly kind: 'amount';
  readonly amount: Expression;
}

/** So much for each base unit (mm, mm², g, …) of a measure: `rate × of × times`. */
export interface RateLine extends PriceLineBase {
  readonly kind: 'rate';
  readonly rate: Expression;
  readonly of: Expression;
}

export type PriceLineDefinition = AmountLine | RateLine;

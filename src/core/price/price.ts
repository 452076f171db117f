import type {Text} from '../text/text.js';

/** An amount in minor units (cents), with its ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** One figure three ways; `net + tax = gross` to the cent. */
export interface TaxedMoney {
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
}

/** Why a price line is there. */
export type PriceReason =
  | {readonly kind: 'option'; readonly parameter: string; readonly option: string}
  | {readonly kind: 'line'; readonly line: string};

/** A line of the price of one piece. */
export interface PriceLine extends TaxedMoney {
  readonly id: string;
  readonly label: Text;
  readonly reason: PriceReason;
}

/** A price whose lines add up to its totals. */
export interface Price {
  readonly currency: string;
  /** Whether the shopper is shown gross amounts. */
  readonly taxIncluded: boolean;
  /** Share of the net price, as a decimal string. */
  readonly taxRate: string;
  readonly lines: readonly PriceLine[];
  /** For one piece: the sum of the lines. */
  readonly unit: TaxedMoney;
  readonly quantity: number;
  /** For all pieces: `unit` times `quantity`. */
  readonly total: TaxedMoney;
  /** Something required is still open, so the price can change. */
  readonly isEstimated: boolean;
}

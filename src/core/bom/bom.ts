import type {Text} from '../text/text.js';

/** How many of something a configuration needs. */
export interface BomLine {
  readonly id: string;
  /** Ids from the root, joined by `/`. */
  readonly path: string;
  readonly name: Text | null;
  readonly sku: string | null;
  readonly part: string | null;
  /** For one piece of the product (not of the parent line), as a decimal string. */
  readonly quantity: string;
  readonly unit: string;
  readonly material: string | null;
  /** In millimetres, as decimal strings. */
  readonly sizeMm: readonly string[];
  readonly lines: readonly BomLine[];
}

import {checkLine, type ConfiguredLine} from '../line/configured-line.js';
import {chooseVariant} from '../mapping/choose-variant.js';
import type {ShopMapping} from '../mapping/shop-mapping.js';
import {shopifyProperties} from './properties.js';
import {variantNumber} from './variant-id.js';

/** What themes want back to draw themselves anew. */
export interface ShopifySections {
  /** Ids of sections, at most five. */
  readonly sections?: readonly string[];
  /** The page they are drawn for, such as `/products/shelf`. */
  readonly sectionsUrl?: string;
}

export interface ShopifyAddOptions extends ShopifySections {
  readonly sellingPlan?: number;
}

interface SectionsBody {
  readonly sections?: string;
  readonly sections_url?: string;
}

/** The body of `cart/add.js` for one line; its answer has the line's `key`, which one with `items` lacks. */
export interface ShopifyAddBody extends SectionsBody {
  readonly id: number;
  readonly quantity: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly selling_plan?: number;
}

/** The body of `cart/change.js`. */
export interface ShopifyChangeBody extends SectionsBody {
  /** The line's key. */
  readonly id: string;
  readonly quantity: number;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * A line for the Ajax cart.
 *
 * @throws TwikError what `checkLine` and `chooseVariant` throw, `variant-invalid`.
 */
export function shopifyAddBody(
  line: ConfiguredLine,
  {variant}: Pick<ShopMapping, 'variant'>,
  {sellingPlan, ...sections}: ShopifyAddOptions = {},
): ShopifyAddBody {
  checkLine(line);
  return {
    id: variantNumber(chooseVariant(variant, line)),
    quantity: line.quantity,
    properties: shopifyProperties(line),
    ...(sellingPlan === undefined ? {} : {selling_plan: sellingPlan}),
    ...sectionsOf(sections),
  };
}

/**
 * A line that is in the cart already, configured anew. A line keeps its variant: where another one is needed now, add
 * the new line and then take the old one away (`quantity: 0`).
 */
export function shopifyChangeBody(
  line: ConfiguredLine,
  key: string,
  sections: ShopifySections = {},
): ShopifyChangeBody {
  checkLine(line);
  return {id: key, quantity: line.quantity, properties: shopifyProperties(line), ...sectionsOf(sections)};
}

function sectionsOf({sections = [], sectionsUrl}: ShopifySections): SectionsBody {
  if (sections.length === 0) return {};
  return {sections: sections.join(','), ...(sectionsUrl === undefined ? {} : {sections_url: sectionsUrl})};
}

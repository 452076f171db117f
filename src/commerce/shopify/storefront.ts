import {TwikError} from '../../core/error.js';
import {isObject, memberOf, type JsonObject} from '../../core/product/json/readers.js';
import type {Abortable} from '../../core/product/load-product.js';
import {checkLine, type ConfiguredLine} from '../line/configured-line.js';
import {chooseVariant} from '../mapping/choose-variant.js';
import type {ShopMapping} from '../mapping/shop-mapping.js';
import {send, unknownAnswer, type CartRequest, type SendOptions} from '../send/send.js';
import {judgeStorefront} from './judge-storefront.js';
import {shopifyProperties} from './properties.js';
import {variantGlobalId} from './variant-id.js';

/** A line as the Storefront API takes it (`CartLineInput`). */
export interface StorefrontLine {
  readonly merchandiseId: string;
  readonly quantity: number;
  readonly attributes: readonly {readonly key: string; readonly value: string}[];
  readonly sellingPlanId?: string;
}

/** More than these the API refuses for one line. */
const maxAttributes = 250;

/**
 * A line for `cartLinesAdd`.
 *
 * @throws TwikError what `checkLine` and `chooseVariant` throw, `variant-invalid`, `attributes-too-many`.
 */
export function storefrontLine(
  line: ConfiguredLine,
  {variant}: Pick<ShopMapping, 'variant'>,
  {sellingPlanId}: {readonly sellingPlanId?: string} = {},
): StorefrontLine {
  checkLine(line);
  const attributes = Object.entries(shopifyProperties(line)).map(([key, value]) => ({key, value}));
  if (attributes.length > maxAttributes) {
    const message = `The line has ${attributes.length} attributes, and Shopify takes ${maxAttributes}. Ask for less.`;
    throw new TwikError('attributes-too-many', message);
  }
  return {
    merchandiseId: variantGlobalId(chooseVariant(variant, line)),
    quantity: line.quantity,
    attributes,
    ...(sellingPlanId === undefined ? {} : {sellingPlanId}),
  };
}

const mutation = `mutation TwikCartLinesAdd($cartId: ID!, $lines: [CartLineInput!]!) {
  cartLinesAdd(cartId: $cartId, lines: $lines) {
    cart { id totalQuantity checkoutUrl }
    userErrors { code field message }
    warnings { code message target }
  }
}`;

/** The query and its variables, for a client of the page's own. */
export function cartLinesAdd(cartId: string, lines: readonly StorefrontLine[]): {query: string; variables: JsonObject} {
  return {query: mutation, variables: {cartId, lines}};
}

export interface StorefrontOptions<Signal extends Abortable | null = null> extends SendOptions<Signal> {
  /** Such as `https://walnut.myshopify.com/api/2026-04/graphql.json`. */
  readonly endpoint: string;
  /** The public access token of the storefront. */
  readonly accessToken: string;
}

/**
 * Puts lines into a cart of the Storefront API; gives `cartLinesAdd` of the answer.
 *
 * @throws CartError
 */
export async function addToStorefrontCart<Signal extends Abortable | null = null>(
  cartId: string,
  lines: readonly StorefrontLine[],
  {endpoint, accessToken, ...options}: StorefrontOptions<Signal>,
): Promise<JsonObject> {
  const request: CartRequest = {
    url: endpoint,
    method: 'POST',
    headers: {
      'accept': 'application/json',
      'content-type': 'application/json',
      'x-shopify-storefront-access-token': accessToken,
    },
    body: JSON.stringify(cartLinesAdd(cartId, lines)),
  };
  const {json, status} = await send(request, options, judgeStorefront);
  const added = memberOf(memberOf(json, 'data'), 'cartLinesAdd');
  if (!isObject(added) || !isObject(added['cart'])) throw unknownAnswer(request, {status});
  return added;
}

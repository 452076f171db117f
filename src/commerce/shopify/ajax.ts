import {isObject, memberOf, type JsonObject} from '../../core/product/json/readers.js';
import type {Abortable} from '../../core/product/load-product.js';
import {checkLine, type ConfiguredLine} from '../line/configured-line.js';
import {chooseVariant} from '../mapping/choose-variant.js';
import type {ShopMapping} from '../mapping/shop-mapping.js';
import {send, unknownAnswer, type CartRequest, type SendOptions} from '../send/send.js';
import {judgeShopify} from './judge.js';
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

export interface ShopifyOptions<Signal extends Abortable | null = null> extends SendOptions<Signal> {
  /** `Shopify.routes.root`, which knows the language of the page: `/`, or `/de/`. Default `/`. */
  readonly root?: string;
}

/** A line as the shop sees it now. */
export interface ShopifyAdded {
  readonly key: string;
  /** Fewer than were asked for when the shop has no more. */
  readonly quantity: number;
  /** All of the answer, with the sections that were asked for. */
  readonly answer: JsonObject;
}

/**
 * Puts one line into the cart.
 *
 * @throws CartError
 */
export async function addToShopifyCart<Signal extends Abortable | null = null>(
  body: ShopifyAddBody,
  options: ShopifyOptions<Signal>,
): Promise<ShopifyAdded> {
  const request = cartRequest('add', body, options.root);
  const {json, status} = await send(request, options, judgeShopify(body.quantity));
  const key = memberOf(json, 'key');
  const quantity = memberOf(json, 'quantity');
  if (!isObject(json) || typeof key !== 'string' || typeof quantity !== 'number')
    throw unknownAnswer(request, {status});
  return {key, quantity, answer: json};
}

/**
 * Changes a line of the cart; gives the whole cart.
 *
 * @throws CartError
 */
export async function changeShopifyLine<Signal extends Abortable | null = null>(
  body: ShopifyChangeBody,
  options: ShopifyOptions<Signal>,
): Promise<JsonObject> {
  const request = cartRequest('change', body, options.root);
  const {json, status} = await send(request, options, judgeShopify(body.quantity));
  if (!isObject(json) || !Array.isArray(json['items'])) throw unknownAnswer(request, {status});
  return json;
}

/**
 * Reads the cart, to look for a line that may be there.
 *
 * @throws CartError
 */
export async function readShopifyCart<Signal extends Abortable | null = null>(
  options: ShopifyOptions<Signal>,
): Promise<JsonObject> {
  const request = {
    url: `${rootOf(options.root)}cart.js`,
    method: 'GET',
    headers: {accept: 'application/json'},
  } as const;
  const {json, status} = await send(request, options, judgeShopify(1));
  if (!isObject(json) || !Array.isArray(json['items'])) throw unknownAnswer(request, {status});
  return json;
}

/** The key of the line that holds a configuration, in an answer that is a whole cart; `null` when it is not there. */
export function shopifyLineKey(cart: JsonObject, configurationId: string): string | null {
  const items: readonly unknown[] = Array.isArray(cart['items']) ? cart['items'] : [];
  const found = items.find((item) => memberOf(memberOf(item, 'properties'), '_twik_configuration') === configurationId);
  const key = memberOf(found, 'key');
  return typeof key === 'string' ? key : null;
}

function cartRequest(route: string, body: object, root?: string): CartRequest {
  return {
    url: `${rootOf(root)}cart/${route}.js`,
    method: 'POST',
    headers: {'accept': 'application/json', 'content-type': 'application/json'},
    body: JSON.stringify(body),
  };
}

function rootOf(root = '/'): string {
  return root.endsWith('/') ? root : `${root}/`;
}

function sectionsOf({sections = [], sectionsUrl}: ShopifySections): SectionsBody {
  if (sections.length === 0) return {};
  return {sections: sections.join(','), ...(sectionsUrl === undefined ? {} : {sections_url: sectionsUrl})};
}

import {isObject, memberOf, type JsonObject} from '../../core/product/json/readers.js';
import type {Abortable} from '../../core/product/load-product.js';
import {send, unknownAnswer, type CartRequest, type SendOptions} from '../send/send.js';
import type {ShopifyAddBody, ShopifyChangeBody} from './ajax-body.js';
import {judgeShopify} from './judge.js';

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

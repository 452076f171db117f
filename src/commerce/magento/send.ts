import {isObject, memberOf, type JsonObject} from '../../core/product/json/readers.js';
import type {Abortable} from '../../core/product/load-product.js';
import {send, unknownAnswer, type CartRequest, type SendOptions} from '../send/send.js';
import type {MagentoCartItem, MagentoRestBody} from './cart-item.js';
import {judgeMagentoGraphql, judgeMagentoRest} from './judge.js';

const mutation = `mutation TwikAddProductsToCart($cartId: String!, $cartItems: [CartItemInput!]!) {
  addProductsToCart(cartId: $cartId, cartItems: $cartItems) {
    cart { total_quantity items { uid quantity } }
    user_errors { code message }
  }
}`;

/** The query and its variables, for a client of the page's own. */
export function addProductsToCart(
  cartId: string,
  cartItems: readonly MagentoCartItem[],
): {query: string; variables: JsonObject} {
  return {query: mutation, variables: {cartId, cartItems}};
}

export interface MagentoOptions<Signal extends Abortable | null = null> extends SendOptions<Signal> {
  /** Where the shop begins. Default `/`. */
  readonly root?: string;
  /** The code of the store view, which decides language and currency. Default: the shop's own. */
  readonly store?: string;
}

/**
 * Puts lines into a cart by GraphQL; gives `addProductsToCart` of the answer.
 *
 * @throws CartError
 */
export async function addToMagentoCart<Signal extends Abortable | null = null>(
  cartId: string,
  cartItems: readonly MagentoCartItem[],
  {root = '/', store, ...options}: MagentoOptions<Signal>,
): Promise<JsonObject> {
  const headers = store === undefined ? {} : {store};
  const body = addProductsToCart(cartId, cartItems);
  const request = post(`${withSlash(root)}graphql`, body, headers);
  const {json, status} = await send(request, options, judgeMagentoGraphql(cartItems.length));
  const added = memberOf(memberOf(json, 'data'), 'addProductsToCart');
  if (!isObject(added) || !isObject(added['cart'])) throw unknownAnswer(request, {status});
  return added;
}

/**
 * Puts a line into a guest's cart by REST; gives the line, with its `item_id`.
 *
 * @throws CartError
 */
export async function addToMagentoGuestCart<Signal extends Abortable | null = null>(
  body: MagentoRestBody,
  {root = '/', store, ...options}: MagentoOptions<Signal>,
): Promise<JsonObject> {
  const version = store === undefined ? 'V1' : `${encodeURIComponent(store)}/V1`;
  const cart = encodeURIComponent(body.cartItem.quote_id);
  const request = post(`${withSlash(root)}rest/${version}/guest-carts/${cart}/items`, body, {});
  const {json, status} = await send(request, options, judgeMagentoRest);
  if (!isObject(json) || json['item_id'] === undefined) throw unknownAnswer(request, {status});
  return json;
}

function post(url: string, body: object, headers: Readonly<Record<string, string>>): CartRequest {
  const json = {'accept': 'application/json', 'content-type': 'application/json'};
  return {url, method: 'POST', headers: {...json, ...headers}, body: JSON.stringify(body)};
}

function withSlash(root: string): string {
  return root.endsWith('/') ? root : `${root}/`;
}

import {isObject, type JsonObject} from '../../core/product/json/readers.js';
import type {Abortable} from '../../core/product/load-product.js';
import {CartError} from '../send/cart-error.js';
import {send, unknownAnswer, type CartAnswer, type CartRequest, type SendOptions} from '../send/send.js';
import type {WooAddItemBody} from './add-item.js';
import {judgeWoo} from './judge.js';

export interface WooCartOptions {
  /** Where the REST API begins. Default `/wp-json/`; without pretty addresses `/?rest_route=/`. */
  readonly root?: string;
  /** From the page, made by `wp_create_nonce('wc_store_api')`. Without one it is fetched. */
  readonly nonce?: string | null;
  /** Stands for a session without cookies, and needs no nonce. */
  readonly cartToken?: string | null;
}

/**
 * The shopper's cart in WooCommerce. Keeps the nonce and the token that each answer brings; a nonce that is too old is
 * refused before anything happens, so it is replaced and the request is sent once more.
 */
export class WooCart {
  readonly #root: string;
  #nonce: string | null;
  #cartToken: string | null;

  constructor({root = '/wp-json/', nonce = null, cartToken = null}: WooCartOptions = {}) {
    this.#root = root.endsWith('/') ? root : `${root}/`;
    this.#nonce = nonce;
    this.#cartToken = cartToken;
  }

  /** What the next visit may begin with. */
  get cartToken(): string | null {
    return this.#cartToken;
  }

  /**
   * Puts one line into the cart; gives the whole cart.
   *
   * @throws CartError
   */
  async add<Signal extends Abortable | null = null>(
    body: WooAddItemBody,
    options: SendOptions<Signal>,
  ): Promise<JsonObject> {
    if (this.#nonce === null && this.#cartToken === null) await this.read(options);
    try {
      return await this.#send('cart/add-item', body, options);
    } catch (error) {
      if (!(error instanceof CartError) || error.code !== 'cart-nonce-expired') throw error;
      this.#nonce = null;
      await this.read(options);
      return this.#send('cart/add-item', body, options);
    }
  }

  /**
   * Reads the cart.
   *
   * @throws CartError
   */
  read<Signal extends Abortable | null = null>(options: SendOptions<Signal>): Promise<JsonObject> {
    return this.#send('cart', null, options);
  }

  async #send<Signal extends Abortable | null>(
    route: string,
    body: object | null,
    options: SendOptions<Signal>,
  ): Promise<JsonObject> {
    const request: CartRequest = {
      url: `${this.#root}wc/store/v1/${route}`,
      method: body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        ...(body ? {'content-type': 'application/json'} : {}),
        ...(this.#nonce === null ? {} : {nonce: this.#nonce}),
        ...(this.#cartToken === null ? {} : {'cart-token': this.#cartToken}),
      },
      ...(body ? {body: JSON.stringify(body)} : {}),
    };
    const answer = await send(request, options, judgeWoo);
    this.#keep(answer);
    const {json, status} = answer;
    if (!isObject(json) || !Array.isArray(json['items'])) throw unknownAnswer(request, {status});
    return json;
  }

  #keep({headers}: CartAnswer): void {
    this.#nonce = headers.get('nonce') ?? this.#nonce;
    this.#cartToken = headers.get('cart-token') ?? this.#cartToken;
  }
}

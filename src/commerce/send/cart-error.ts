import {TwikError} from '../../core/error.js';

/** Why a shop did not do what it was asked. */
export type CartFault =
  /** The caller ended it. */
  | 'cart-aborted'
  /** No answer: network, CORS, or a connection that broke. */
  | 'cart-unreachable'
  /** There is no cart at this address. */
  | 'cart-route-unknown'
  /** The shop sent the request on to another address. */
  | 'cart-redirected'
  /** The answer is a page, or nothing that can be read. */
  | 'cart-not-json'
  /** The answer is none that this shop is known to give. */
  | 'cart-answer-unknown'
  /** Too many requests. */
  | 'cart-busy'
  /** The shop failed. */
  | 'cart-failed'
  /** The shop does not want to, and says why in its own words. */
  | 'cart-refused'
  | 'cart-sold-out'
  /** The article is gone from the shop. */
  | 'cart-variant-gone'
  /** The cart itself, or the line, is gone. */
  | 'cart-gone'
  /** The key to the shopper's session is missing or too old. */
  | 'cart-nonce-expired';

export interface CartErrorOptions {
  /** Whether the shop may have done it all the same. */
  readonly mayHaveHappened: boolean;
  readonly status?: number | null;
  readonly retryAfterMs?: number | null;
  readonly shopWords?: string | null;
  readonly cause?: unknown;
}

/**
 * A cart could not be changed. Where `mayHaveHappened` is true, asking again may make a second line: look into the cart
 * for the id of the configuration first.
 */
export class CartError extends TwikError {
  declare readonly code: CartFault;
  readonly mayHaveHappened: boolean;
  /** The HTTP status, or `null` without an answer. */
  readonly status: number | null;
  /** How long the shop asks to wait, or `null` when it does not say. */
  readonly retryAfterMs: number | null;
  /** What the shop says to the shopper, as plain text in the language of the shop. */
  readonly shopWords: string | null;

  constructor(code: CartFault, message: string, options: CartErrorOptions) {
    super(code, message, {cause: options.cause});
    this.mayHaveHappened = options.mayHaveHappened;
    this.status = options.status ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.shopWords = options.shopWords ?? null;
  }
}

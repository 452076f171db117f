import {memberOf} from '../../core/product/json/readers.js';
import {CartError} from '../send/cart-error.js';
import {plainText} from '../send/plain-text.js';
import {refused, type Judge} from '../send/send.js';

/**
 * Reads `{status, message, description}`, which the Ajax cart says no with.
 *
 * @param quantity How many were asked for: of several, the shop may have added as many as it has.
 */
export function judgeShopify(quantity: number): Judge {
  return ({status: http, json}) => {
    const said = memberOf(json, 'status');
    const status = typeof said === 'number' ? said : http;
    if (status < 400) return null;
    const [words] = [memberOf(json, 'description'), memberOf(json, 'message')].filter(
      (text) => typeof text === 'string',
    );
    const shopWords = words === undefined ? null : plainText(words);
    if (status === 404 || status === 410) {
      const message = 'The shop does not have this article any more. Choose another one, or tell the shop.';
      return new CartError('cart-variant-gone', message, {status, shopWords, mayHaveHappened: false});
    }
    return refused({status}, shopWords, status === 422 && quantity > 1);
  };
}

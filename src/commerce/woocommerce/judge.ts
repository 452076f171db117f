import {memberOf} from '../../core/product/json/readers.js';
import {CartError, type CartFault} from '../send/cart-error.js';
import {plainText} from '../send/plain-text.js';
import {refused, type Judge} from '../send/send.js';

/** What the Store API's codes mean; any other is a refusal in the shop's words. */
const faults: readonly (readonly [RegExp, CartFault, string])[] = [
  [/_(missing|invalid)_nonce$/, 'cart-nonce-expired', 'The page is too old to change the cart. Load it again.'],
  [
    /out_of_stock$|_no_stock$|not_enough_stock$/,
    'cart-sold-out',
    'There are not enough of it. Take fewer, or choose another.',
  ],
  [
    /_cart_invalid_(parent_)?product$/,
    'cart-variant-gone',
    'The shop does not have this article any more. Choose another one, or tell the shop.',
  ],
  [/^rest_no_route$/, 'cart-route-unknown', 'The shop has no such route. Check its root, and that WooCommerce is on.'],
];

/** Reads `{code, message, data}`. */
export const judgeWoo: Judge = ({status, json}) => {
  if (status < 400) return null;
  const code = memberOf(json, 'code');
  const words = memberOf(json, 'message');
  const shopWords = typeof words === 'string' ? plainText(words) : null;
  const known = faults.find(([pattern]) => typeof code === 'string' && pattern.test(code));
  if (!known) return refused({status}, shopWords);
  const [, fault, message] = known;
  return new CartError(fault, message, {status, shopWords, mayHaveHappened: false});
};

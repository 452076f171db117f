import {memberOf} from '../../core/product/json/readers.js';
import {CartError} from '../send/cart-error.js';
import {refused, type Judge} from '../send/send.js';

/** Reads `errors` of GraphQL and `userErrors` of the mutation, which come with status 200. */
export const judgeStorefront: Judge = ({status, json}) => {
  const [fault] = listOf(memberOf(json, 'errors'));
  const added = memberOf(memberOf(json, 'data'), 'cartLinesAdd');
  const [userError] = listOf(memberOf(added, 'userErrors'));
  if (memberOf(memberOf(fault, 'extensions'), 'code') === 'THROTTLED') {
    const message = 'The shop has too much to do. Try again a little later.';
    return new CartError('cart-busy', message, {status, mayHaveHappened: false});
  }
  const said = userError ?? fault;
  if (said === undefined) return null;
  const words = memberOf(said, 'message');
  const shopWords = typeof words === 'string' ? words : null;
  const field = memberOf(said, 'field');
  const place = Array.isArray(field) ? field.map(String) : [];
  // Both are said by the same code, INVALID; the place tells them apart.
  if (place.at(-1) === 'merchandiseId') {
    const message = 'The shop does not have this article any more. Choose another one, or tell the shop.';
    return new CartError('cart-variant-gone', message, {status, shopWords, mayHaveHappened: false});
  }
  if (place[0] === 'cartId') {
    const message = 'The cart does not exist any more. Make a new one and add again.';
    return new CartError('cart-gone', message, {status, shopWords, mayHaveHappened: false});
  }
  return refused({status}, shopWords);
};

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

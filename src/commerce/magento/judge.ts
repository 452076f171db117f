import {isObject, memberOf} from '../../core/product/json/readers.js';
import {CartError} from '../send/cart-error.js';
import {refused, type Judge} from '../send/send.js';

/**
 * Reads `errors` of GraphQL and `user_errors` of the mutation, which come with status 200.
 *
 * @param lines How many were to be added: of several, some may have been.
 */
export function judgeMagentoGraphql(lines: number): Judge {
  return ({status, json}) => {
    const added = memberOf(memberOf(json, 'data'), 'addProductsToCart');
    const [userError] = listOf(memberOf(added, 'user_errors'));
    const [error] = listOf(memberOf(json, 'errors'));
    const said = userError ?? error;
    if (said === undefined) return null;
    const mayHaveHappened = userError !== undefined && lines > 1;
    const shopWords = textOf(memberOf(said, 'message'));
    const options = {status, shopWords, mayHaveHappened};
    switch (memberOf(userError, 'code')) {
      case 'PRODUCT_NOT_FOUND':
        return gone(options);
      case 'INSUFFICIENT_STOCK':
      case 'NOT_SALABLE':
        return new CartError('cart-sold-out', 'There are not enough of it. Take fewer, or choose another.', options);
    }
    const category = memberOf(memberOf(error, 'extensions'), 'category');
    return category === 'graphql-no-such-entity' || category === 'graphql-authorization'
      ? cartGone(options)
      : refused({status}, shopWords, mayHaveHappened);
  };
}

/** Reads `{message, parameters}`. */
export const judgeMagentoRest: Judge = ({status, json}) => {
  if (status < 400) return null;
  const shopWords = filled(textOf(memberOf(json, 'message')), memberOf(json, 'parameters'));
  const options = {status, shopWords, mayHaveHappened: false};
  if (status !== 404) return refused({status}, shopWords);
  if (/match any route/i.test(shopWords)) {
    return new CartError('cart-route-unknown', 'The shop has no such route. Check its root and store view.', options);
  }
  return /\b(cartId|quote)/i.test(shopWords) ? cartGone(options) : gone(options);
};

interface Options {
  readonly status: number;
  readonly shopWords: string;
  readonly mayHaveHappened: boolean;
}

function gone(options: Options): CartError {
  const message = 'The shop does not have this article any more. Choose another one, or tell the shop.';
  return new CartError('cart-variant-gone', message, options);
}

function cartGone(options: Options): CartError {
  return new CartError('cart-gone', 'The cart does not exist any more. Make a new one and add again.', options);
}

/** Puts in what a message leaves open: `%1` or `%fieldName`. */
function filled(message: string, parameters: unknown): string {
  return message.replace(/%(\w+)/g, (whole, name: string) => {
    const value: unknown = Array.isArray(parameters) ? parameters[Number(name) - 1] : memberOf(parameters, name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

import {expect} from '@open-wc/testing';
import {addToStorefrontCart, cartLinesAdd} from '../../../src/commerce/shopify/storefront.js';
import {faultOf} from '../support/fault-of.js';
import {shopThat, type Answer} from '../support/shop.js';

const lines = [{merchandiseId: 'gid://shopify/ProductVariant/1', quantity: 1, attributes: []}];
const endpoint = 'https://walnut.myshopify.com/api/2026-04/graphql.json';

describe('Adding to a cart of the Storefront API', () => {
  it('is one mutation with the public token', async () => {
    const added = {cart: {id: 'gid://shopify/Cart/1', totalQuantity: 1}, userErrors: [], warnings: []};
    const {fetch, received} = shopThat({body: {data: {cartLinesAdd: added}}});
    expect(await addToStorefrontCart('gid://shopify/Cart/1', lines, {fetch, endpoint, accessToken: 't'})).to.deep.equal(
      added,
    );
    expect(received).to.deep.equal([
      {
        url: endpoint,
        method: 'POST',
        headers: {
          'accept': 'application/json',
          'content-type': 'application/json',
          'x-shopify-storefront-access-token': 't',
        },
        body: cartLinesAdd('gid://shopify/Cart/1', lines),
      },
    ]);
  });

  const userError = (field: readonly string[], message: string): Answer => ({
    body: {data: {cartLinesAdd: {cart: null, userErrors: [{code: 'INVALID', field, message}]}}},
  });
  const cases: readonly (readonly [string, Answer, string, boolean])[] = [
    [
      'the variant is gone',
      userError(['lines', '0', 'merchandiseId'], 'The merchandise with id … does not exist.'),
      'cart-variant-gone',
      false,
    ],
    ['the cart is gone', userError(['cartId'], 'The specified cart does not exist.'), 'cart-gone', false],
    ['the shop refuses', userError(['lines', '0', 'quantity'], 'At most 5.'), 'cart-refused', false],
    [
      'the shop throttles',
      {body: {errors: [{message: 'Throttled', extensions: {code: 'THROTTLED'}}]}},
      'cart-busy',
      false,
    ],
    ['the query is wrong', {body: {errors: [{message: 'Field does not exist'}]}}, 'cart-refused', false],
    ['the token is wrong', {status: 401, body: {errors: [{message: ''}]}}, 'cart-refused', false],
    ['the answer is none', {body: {data: {}}}, 'cart-answer-unknown', true],
  ];
  for (const [why, answer, code, mayHaveHappened] of cases) {
    it(`ends in ${code} when ${why}`, async () => {
      const {fetch} = shopThat(answer);
      const error = await faultOf(() => addToStorefrontCart('c', lines, {fetch, endpoint, accessToken: 't'}));
      expect([error.code, error.mayHaveHappened]).to.deep.equal([code, mayHaveHappened]);
    });
  }
});

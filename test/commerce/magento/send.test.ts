import {expect} from '@open-wc/testing';
import {addProductsToCart, addToMagentoCart, addToMagentoGuestCart} from '../../../src/commerce/magento/send.js';
import {faultOf} from '../support/fault-of.js';
import {shopThat, type Answer} from '../support/shop.js';

const item = {sku: 'WSH12', quantity: 1, selected_options: ['Y29uZmlndXJhYmxlLzkzLzUz'], entered_options: []};
const restBody = {
  cartItem: {
    quote_id: 'ab/c',
    sku: 'WSH12',
    qty: 1,
    product_option: {extension_attributes: {custom_options: [], configurable_item_options: []}},
  },
};

describe('Adding to a cart of Magento by GraphQL', () => {
  it('is one mutation to the store view', async () => {
    const added = {cart: {total_quantity: 1, items: [{uid: 'MQ==', quantity: 1}]}, user_errors: []};
    const {fetch, received} = shopThat({body: {data: {addProductsToCart: added}}});
    expect(await addToMagentoCart('masked', [item], {fetch, root: '/shop', store: 'de'})).to.deep.equal(added);
    expect(received).to.deep.equal([
      {
        url: '/shop/graphql',
        method: 'POST',
        headers: {'accept': 'application/json', 'content-type': 'application/json', 'store': 'de'},
        body: addProductsToCart('masked', [item]),
      },
    ]);
  });

  const userError = (code: string): Answer => ({
    body: {data: {addProductsToCart: {cart: {items: []}, user_errors: [{code, message: 'No.'}]}}},
  });
  const error = (category: string): Answer => ({
    body: {errors: [{message: 'No.', extensions: {category}}], data: null},
  });
  const cases: readonly (readonly [string, Answer, string])[] = [
    ['the product is gone', userError('PRODUCT_NOT_FOUND'), 'cart-variant-gone'],
    ['there is not enough', userError('INSUFFICIENT_STOCK'), 'cart-sold-out'],
    ['it is not for sale', userError('NOT_SALABLE'), 'cart-sold-out'],
    ['an option is missing', userError('UNDEFINED'), 'cart-refused'],
    ['the cart is gone', error('graphql-no-such-entity'), 'cart-gone'],
    ['the cart is of a customer', error('graphql-authorization'), 'cart-gone'],
    ['the input is wrong', error('graphql-input'), 'cart-refused'],
    ['the answer is none', {body: {data: {addProductsToCart: {}}}}, 'cart-answer-unknown'],
  ];
  for (const [why, answer, code] of cases) {
    it(`ends in ${code} when ${why}`, async () => {
      const fault = await faultOf(() => addToMagentoCart('masked', [item], {fetch: shopThat(answer).fetch}));
      expect([fault.code, fault.mayHaveHappened]).to.deep.equal([code, code === 'cart-answer-unknown']);
    });
  }

  it('may have added some of several lines', async () => {
    const {fetch} = shopThat(userError('INSUFFICIENT_STOCK'));
    expect((await faultOf(() => addToMagentoCart('masked', [item, item], {fetch}))).mayHaveHappened).to.equal(true);
  });
});

describe('Adding to a guest cart of Magento by REST', () => {
  it('is one post to the masked cart', async () => {
    const {fetch, received} = shopThat({body: {item_id: 7, sku: 'WSH12', qty: 1}}, {body: {item_id: 8}});
    expect(await addToMagentoGuestCart(restBody, {fetch})).to.deep.equal({item_id: 7, sku: 'WSH12', qty: 1});
    await addToMagentoGuestCart(restBody, {fetch, store: 'de', root: 'https://m.example/'});
    expect(received.map(({url}) => url)).to.deep.equal([
      '/rest/V1/guest-carts/ab%2Fc/items',
      'https://m.example/rest/de/V1/guest-carts/ab%2Fc/items',
    ]);
    expect(received[0]?.body).to.deep.equal(restBody);
  });

  const cases: readonly (readonly [string, Answer, string, string])[] = [
    [
      'the cart is gone',
      {
        status: 404,
        body: {
          message: 'No such entity with %fieldName = %fieldValue',
          parameters: {fieldName: 'cartId', fieldValue: 'x'},
        },
      },
      'cart-gone',
      'No such entity with cartId = x',
    ],
    [
      'the product is gone',
      {status: 404, body: {message: "The product that was requested doesn't exist. Verify the product and try again."}},
      'cart-variant-gone',
      "The product that was requested doesn't exist. Verify the product and try again.",
    ],
    [
      'there is no route',
      {status: 404, body: {message: 'Request does not match any route.'}},
      'cart-route-unknown',
      'Request does not match any route.',
    ],
    [
      'there are too few',
      {status: 400, body: {message: 'Only %1 of %2 available', parameters: [3, 5]}},
      'cart-refused',
      'Only 3 of 5 available',
    ],
    ['a parameter is missing', {status: 400, body: {message: 'A %9 is wrong'}}, 'cart-refused', 'A %9 is wrong'],
  ];
  for (const [why, answer, code, words] of cases) {
    it(`ends in ${code} when ${why}`, async () => {
      const fault = await faultOf(() => addToMagentoGuestCart(restBody, {fetch: shopThat(answer).fetch}));
      expect([fault.code, fault.mayHaveHappened, fault.shopWords]).to.deep.equal([code, false, words]);
    });
  }
});

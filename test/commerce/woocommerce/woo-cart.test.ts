import {expect} from '@open-wc/testing';
import {readMapping} from '../../../src/commerce/mapping/read-mapping.js';
import {wooAddItemBody} from '../../../src/commerce/woocommerce/add-item.js';
import {WooCart} from '../../../src/commerce/woocommerce/woo-cart.js';
import {faultOf} from '../support/fault-of.js';
import {shelfLine} from '../support/lines.js';
import {shopThat, type Answer} from '../support/shop.js';
import {issueOf} from '../../support/issue.js';

const line = shelfLine({quantity: 2, offer: 'a.b.c'});
const mapping = readMapping(
  {
    variant: '13',
    options: [{option: 'pa_finish', parameter: 'finish', values: {oak: 'oak', walnut: 'walnut-oiled', white: 'white'}}],
  },
  line.product,
);
const body = wooAddItemBody(line, mapping);
const cart = {items: [{key: 'k', id: 13}]};
const expired: Answer = {
  status: 403,
  body: {code: 'woocommerce_rest_invalid_nonce', message: 'Nonce is invalid.', data: {status: 403}},
};

describe('A line of WooCommerce', () => {
  it('is a product with its attributes and our data beside it', () => {
    const {labels, ...fields} = body.twik;
    expect({...body, twik: fields}).to.deep.equal({
      id: 13,
      quantity: 2,
      variation: [{attribute: 'pa_finish', value: 'walnut-oiled'}],
      twik: {
        configuration: 'cfg_8Kd2',
        hash: line.configuration.hash,
        product: 'test-shelf',
        product_version: '1',
        url: line.url,
        offer: 'a.b.c',
      },
    });
    expect(labels[2]).to.deep.equal({name: 'Finish', value: 'Walnut'});
    expect(labels.length).to.equal(9);
  });

  it('is a product by its number only', () => {
    for (const variant of ['oak', '0', '-3', '1.5']) {
      expect(issueOf(() => wooAddItemBody(line, {...mapping, variant: {kind: 'one', variant}})).code).to.equal(
        'variant-invalid',
      );
    }
  });
});

describe('The cart of WooCommerce', () => {
  it('takes a line with the nonce of the page', async () => {
    const {fetch, received} = shopThat({status: 201, body: cart});
    expect(await new WooCart({nonce: 'n1'}).add(body, {fetch})).to.deep.equal(cart);
    expect(received).to.deep.equal([
      {
        url: '/wp-json/wc/store/v1/cart/add-item',
        method: 'POST',
        headers: {'accept': 'application/json', 'content-type': 'application/json', 'nonce': 'n1'},
        body: JSON.parse(JSON.stringify(body)),
      },
    ]);
  });

  it('fetches a nonce where the page gives none, and keeps what answers bring', async () => {
    const {fetch, received} = shopThat(
      {body: {items: []}, headers: {'nonce': 'n1', 'cart-token': 't1'}},
      {status: 201, body: cart, headers: {nonce: 'n2'}},
      {status: 201, body: cart},
    );
    const woo = new WooCart({root: '/?rest_route='});
    await woo.add(body, {fetch});
    await woo.add(body, {fetch});
    expect(received.map(({url, headers}) => [url, headers['nonce'], headers['cart-token']])).to.deep.equal([
      ['/?rest_route=/wc/store/v1/cart', undefined, undefined],
      ['/?rest_route=/wc/store/v1/cart/add-item', 'n1', 't1'],
      ['/?rest_route=/wc/store/v1/cart/add-item', 'n2', 't1'],
    ]);
    expect(woo.cartToken).to.equal('t1');
  });

  it('needs no nonce with a token', async () => {
    const {fetch, received} = shopThat({status: 201, body: cart});
    await new WooCart({cartToken: 't0'}).add(body, {fetch});
    expect(received[0]?.headers['cart-token']).to.equal('t0');
  });

  it('replaces a nonce that is too old, and adds once', async () => {
    const {fetch, received} = shopThat(expired, {body: {items: []}, headers: {nonce: 'n2'}}, {status: 201, body: cart});
    expect(await new WooCart({nonce: 'n1'}).add(body, {fetch})).to.deep.equal(cart);
    expect(received.map(({method, headers}) => [method, headers['nonce']])).to.deep.equal([
      ['POST', 'n1'],
      ['GET', undefined],
      ['POST', 'n2'],
    ]);
  });

  it('gives up when the new nonce is refused too', async () => {
    const {fetch, received} = shopThat(expired, {body: {items: []}, headers: {nonce: 'n2'}}, expired);
    const error = await faultOf(() => new WooCart({nonce: 'n1'}).add(body, {fetch}));
    expect([error.code, error.mayHaveHappened, received.length]).to.deep.equal(['cart-nonce-expired', false, 3]);
  });

  const refusal = (status: number, code: string, message = 'No.'): Answer => ({
    status,
    body: {code, message, data: {status}},
  });
  const cases: readonly (readonly [string, Answer, string, boolean])[] = [
    [
      'there is none left',
      refusal(400, 'woocommerce_rest_product_out_of_stock', '&quot;Shelf&quot; is out of stock.'),
      'cart-sold-out',
      false,
    ],
    ['there are too few', refusal(400, 'woocommerce_rest_product_partially_out_of_stock'), 'cart-sold-out', false],
    ['the product is gone', refusal(400, 'woocommerce_rest_cart_invalid_product'), 'cart-variant-gone', false],
    ['an attribute is missing', refusal(400, 'woocommerce_rest_missing_variation_data'), 'cart-refused', false],
    [
      'the cart has changed',
      {status: 409, body: {code: 'conflict', message: 'No.', data: {cart: {items: []}}}},
      'cart-refused',
      false,
    ],
    ['there is no Store API', refusal(404, 'rest_no_route'), 'cart-route-unknown', false],
    ['there is a page instead', {status: 404, body: '<html></html>'}, 'cart-route-unknown', false],
    ['there is too much to do', {status: 429, headers: {'ratelimit-retry-after': '7'}, body: {}}, 'cart-busy', false],
    ['a plugin prints into the answer', {status: 201, body: '<b>Notice</b>{"items":[]}'}, 'cart-not-json', true],
    ['the connection breaks', {broken: 'before'}, 'cart-unreachable', true],
    ['the answer is none', {status: 200, body: {}}, 'cart-answer-unknown', true],
  ];
  for (const [why, answer, code, mayHaveHappened] of cases) {
    it(`says ${code} when ${why}, and asks once`, async () => {
      const {fetch, received} = shopThat(answer);
      const error = await faultOf(() => new WooCart({nonce: 'n1'}).add(body, {fetch}));
      expect([error.code, error.mayHaveHappened, received.length]).to.deep.equal([code, mayHaveHappened, 1]);
    });
  }
});

import {expect} from '@open-wc/testing';
import type {CartError} from '../../../src/commerce/send/cart-error.js';
import {plainText} from '../../../src/commerce/send/plain-text.js';
import {retryAfterMs} from '../../../src/commerce/send/retry-after.js';
import {addToShopifyCart, changeShopifyLine, readShopifyCart} from '../../../src/commerce/shopify/ajax-cart.js';
import {faultOf} from '../support/fault-of.js';
import {shopThat, type Answer} from '../support/shop.js';

const body = {id: 36110175633573, quantity: 1, properties: {Colour: 'Walnut', _twik_configuration: 'cfg_8Kd2'}};
const html = '<!doctype html><title>Walnut</title>';

/** The error of adding to a shop that answers so. */
const addTo = (answer: Answer, quantity = 1): Promise<CartError> =>
  faultOf(() => addToShopifyCart({...body, quantity}, {fetch: shopThat(answer).fetch, root: '/de/'}));

describe('Adding to the cart of Shopify', () => {
  it('is one request to the root of the language, and gives the line', async () => {
    const line = {key: '36110175633573:abc', quantity: 1, id: 36110175633573, sections: {'cart-drawer': '<div></div>'}};
    const {fetch, received} = shopThat({body: line});
    const added = await addToShopifyCart(body, {fetch, root: '/de/'});
    expect(added).to.deep.equal({key: '36110175633573:abc', quantity: 1, answer: line});
    expect(received).to.deep.equal([
      {
        url: '/de/cart/add.js',
        method: 'POST',
        headers: {'accept': 'application/json', 'content-type': 'application/json'},
        body,
      },
    ]);
  });

  it('finds the cart from any way to write the root', async () => {
    for (const [root, url] of [
      [undefined, '/cart/add.js'],
      ['/', '/cart/add.js'],
      ['/fr', '/fr/cart/add.js'],
      ['https://walnut.example/en-gb/', 'https://walnut.example/en-gb/cart/add.js'],
    ] as const) {
      const {fetch, received} = shopThat({body: {key: 'k', quantity: 1}});
      await addToShopifyCart(body, root === undefined ? {fetch} : {fetch, root});
      expect(received[0]?.url).to.equal(url);
    }
  });

  const soldOut = {
    status: 422,
    message: 'Cart Error',
    description: 'The product &quot;Shelf&quot; is already sold out.',
  };
  const cases: readonly (readonly [string, Answer, string, boolean])[] = [
    ['is sold out', {status: 422, body: soldOut}, 'cart-refused', false],
    ['refuses with status 200', {status: 200, body: soldOut}, 'cart-refused', false],
    [
      'has lost the variant',
      {status: 404, body: {status: 404, message: 'Cart Error', description: 'Cannot find variant'}},
      'cart-variant-gone',
      false,
    ],
    ['has too much to do', {status: 429, headers: {'retry-after': '3'}, body: html}, 'cart-busy', false],
    ['has no such route', {status: 404, body: html}, 'cart-route-unknown', false],
    ['sends a page', {status: 200, body: html}, 'cart-not-json', true],
    ['sends a page that says no', {status: 403, body: html}, 'cart-not-json', false],
    ['sends nothing', {status: 200, body: ''}, 'cart-not-json', true],
    ['sends something else', {status: 200, body: {items: []}}, 'cart-answer-unknown', true],
    ['sends a list', {status: 200, body: []}, 'cart-answer-unknown', true],
    ['sends on elsewhere', {status: 200, body: {key: 'k', quantity: 1}, redirected: true}, 'cart-redirected', true],
    ['sends on to its password', {status: 200, body: html, redirected: true}, 'cart-redirected', true],
    ['fails', {status: 500, body: html}, 'cart-failed', true],
    ['fails in JSON', {status: 503, headers: {'retry-after': '10'}, body: {}}, 'cart-failed', true],
    ['cannot be reached', {broken: 'before'}, 'cart-unreachable', true],
    ['is lost in mid-answer', {broken: 'within'}, 'cart-unreachable', true],
  ];
  for (const [what, answer, code, mayHaveHappened] of cases) {
    it(`ends in ${code} when the shop ${what}`, async () => {
      const error = await addTo(answer);
      expect([error.code, error.mayHaveHappened]).to.deep.equal([code, mayHaveHappened]);
      expect(error.message).to.match(/\. [A-Z].*\.$/, 'what is wrong, then what to do');
      expect(error.status).to.equal(answer.broken ? null : code === 'cart-refused' ? 422 : (answer.status ?? 200));
    });
  }

  it('passes on what the shop says, as text', async () => {
    expect((await addTo({status: 422, body: soldOut})).shopWords).to.equal('The product "Shelf" is already sold out.');
  });

  it('passes on how long the shop asks to wait', async () => {
    expect((await addTo({status: 429, headers: {'retry-after': '3'}})).retryAfterMs).to.equal(3000);
    expect((await addTo({status: 429})).retryAfterMs).to.equal(null);
  });

  it('may have added some of several, where the shop has fewer', async () => {
    expect((await addTo({status: 422, body: soldOut}, 2)).mayHaveHappened).to.equal(true);
  });

  it('says whether anything was sent when it is ended', async () => {
    const controller = new AbortController();
    const fetch = (): Promise<never> => {
      controller.abort();
      return Promise.reject(new DOMException('ended', 'AbortError'));
    };
    const during = await faultOf(() => addToShopifyCart(body, {fetch, signal: controller.signal}));
    expect([during.code, during.mayHaveHappened]).to.deep.equal(['cart-aborted', true]);
    const before = await faultOf(() => addToShopifyCart(body, {fetch, signal: controller.signal}));
    expect([before.code, before.mayHaveHappened]).to.deep.equal(['cart-aborted', false]);
  });
});

describe('The cart of Shopify', () => {
  it('is read, and a read changes nothing', async () => {
    const {fetch, received} = shopThat({body: {items: []}});
    expect(await readShopifyCart({fetch, root: '/de/'})).to.deep.equal({items: []});
    expect(received[0]?.url).to.equal('/de/cart.js');
    const error = await faultOf(() => readShopifyCart({fetch: shopThat({broken: 'before'}).fetch}));
    expect([error.code, error.mayHaveHappened]).to.deep.equal(['cart-unreachable', false]);
  });

  it('gives all of itself when a line changes', async () => {
    const change = {id: '36110175633573:abc', quantity: 2, properties: {}};
    const {fetch, received} = shopThat({body: {items: [], item_count: 0}});
    expect(await changeShopifyLine(change, {fetch})).to.deep.equal({items: [], item_count: 0});
    expect([received[0]?.url, received[0]?.body]).to.deep.equal(['/cart/change.js', change]);
  });
});

describe('Retry-After', () => {
  const cases: readonly (readonly [Readonly<Record<string, string>>, number | null])[] = [
    [{'retry-after': '120'}, 120_000],
    [{'ratelimit-retry-after': '5'}, 5000],
    [{'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT', 'date': 'Wed, 21 Oct 2026 07:28:00 GMT'}, 30_000],
    [{'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT', 'date': 'Wed, 21 Oct 2026 07:28:30 GMT'}, 0],
    [{'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT'}, null],
    [{'retry-after': 'soon'}, null],
    [{'retry-after': '-1'}, null],
    [{}, null],
  ];
  for (const [headers, wait] of cases) {
    it(`${JSON.stringify(headers)} means ${String(wait)} ms`, () => {
      expect(retryAfterMs({get: (name) => headers[name] ?? null})).to.equal(wait);
    });
  }
});

describe('What a shop says', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Only 3 left', 'Only 3 left'],
    ['<p>Sold &amp; gone.</p> <a href="/cart">View cart</a>', 'Sold & gone. View cart'],
    ['&quot;Tisch&quot; f&#252;r &#x1F600; &lt;b&gt;', '"Tisch" für 😀 <b>'],
    ['&unknown; &#0; &#99999999;', '&unknown; &#0; &#99999999;'],
    [`${'a'.repeat(600)}`, 'a'.repeat(500)],
  ];
  for (const [html, text] of cases) {
    it(`as ${html.slice(0, 50)} is plain text`, () => expect(plainText(html)).to.equal(text));
  }
});

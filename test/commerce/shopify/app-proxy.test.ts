import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {verifyAppProxy} from '../../../src/commerce/shopify/app-proxy.js';

/** The example that Shopify publishes. */
const signature = '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb';
const signed =
  'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555';
const query = `${signed}&signature=${signature}`;

describe('A request through the app proxy', () => {
  it('is believed when Shopify signed it', () => {
    expect(Object.fromEntries(verifyAppProxy(`?${query}`, 'hush') ?? [])).to.deep.equal({
      extra: ['1', '2'],
      shop: ['shop-name.myshopify.com'],
      logged_in_customer_id: ['1'],
      path_prefix: ['/apps/awesome_reviews'],
      timestamp: ['1317327555'],
    });
  });

  const forged: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['no signature', signed],
    ['an empty signature', `${signed}&signature=`],
    ['two signatures', `${query}&signature=${signature}`],
    ['another customer', query.replace('customer_id=1', 'customer_id=2')],
    ['a parameter more', `${query}&admin=1`],
    ['a parameter less', query.replace('extra=1&', '')],
    ['values in another order', query.replace('extra=1&extra=2', 'extra=2&extra=1')],
    ['a signature in other letters', query.replace(signature, signature.toUpperCase())],
    ['a signature cut short', query.slice(0, -2)],
    ['bytes that are no text', `${query}&a=%ff`],
    ['half of a character', `${query}&a=\ud800`],
  ];
  for (const [what, text] of forged) {
    it(`is not believed with ${what}`, () => expect(verifyAppProxy(text, 'hush')).to.equal(null));
  }

  it('is not believed under another secret', () => expect(verifyAppProxy(query, 'Hush')).to.equal(null));

  it('never throws', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => verifyAppProxy(text, 'hush') === null));
  });
});

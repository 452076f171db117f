import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {createContext, runInContext} from 'node:vm';
import {build} from 'esbuild';
import {signOffer} from '../../../src/commerce/offer/sign-offer.js';
import {
  cartTransform,
  cartTransformQuery,
  type CartTransformInput,
  type CartTransformLine,
} from '../../../src/commerce/shopify/cart-transform.js';
import {keyOf, now, privateKeySet, terms} from '../support/offers.js';

const settings = {audience: terms.audience, keys: privateKeySet.keys.filter(({kid}) => kid === 'mac')};
const date = new Date(now * 1000).toISOString().slice(0, 10);
let offer = '';

function inputOf(line: Partial<CartTransformLine>, changed: object = {}, on = date): CartTransformInput {
  return {
    shop: {localTime: {date: on}},
    cartTransform: {settings: {value: JSON.stringify({...settings, ...changed})}},
    cart: {
      lines: [
        {
          id: 'gid://shopify/CartLine/1',
          quantity: 3,
          offer: {value: offer},
          configuration: {value: terms.configurationId},
          cost: {amountPerQuantity: {currencyCode: 'EUR'}},
          merchandise: {__typename: 'ProductVariant', id: `gid://shopify/ProductVariant/${terms.variant}`},
          ...line,
        },
      ],
    },
  };
}

const price = {adjustment: {fixedPricePerUnit: {amount: '129.00'}}};
const priced = {operations: [{update: {cartLineId: 'gid://shopify/CartLine/1', price}}]};
const untouched = {operations: []};

before(async () => {
  offer = await signOffer(terms, {key: keyOf('mac'), subtle: globalThis.crypto.subtle});
});

describe('The Cart Transform function', () => {
  it('gives a line the price of its offer', () => assert.deepEqual(cartTransform(inputOf({})), priced));

  it('does so in all shops by a bundle of one', () => {
    assert.deepEqual(cartTransform(inputOf({}, {operation: 'expand'})), {
      operations: [
        {
          expand: {
            cartLineId: 'gid://shopify/CartLine/1',
            expandedCartItems: [{merchandiseId: `gid://shopify/ProductVariant/${terms.variant}`, quantity: 1, price}],
          },
        },
      ],
    });
  });

  const refused: readonly (readonly [string, () => CartTransformInput])[] = [
    ['no offer', () => inputOf({offer: null})],
    ['an empty offer', () => inputOf({offer: {value: ''}})],
    ['an offer that was changed', () => inputOf({offer: {value: `${offer.slice(0, -4)}AAAA`}})],
    ['an offer for another configuration', () => inputOf({configuration: {value: 'cfg_dear'}})],
    ['an offer and no configuration', () => inputOf({configuration: null})],
    [
      'an offer for another variant',
      () => inputOf({merchandise: {__typename: 'ProductVariant', id: 'gid://shopify/ProductVariant/1'}}),
    ],
    ['an offer on what is no variant', () => inputOf({merchandise: {__typename: 'CustomProduct'}})],
    ['an offer for more pieces', () => inputOf({quantity: 1})],
    ['an offer in another currency', () => inputOf({cost: {amountPerQuantity: {currencyCode: 'USD'}}})],
    ['an offer of another shop', () => inputOf({}, {audience: 'oak.example'})],
    ['an offer under a key that is gone', () => inputOf({}, {keys: []})],
    ['an offer that has long expired', () => inputOf({}, {}, '2026-10-01')],
    ['an offer from the future', () => inputOf({}, {}, '2026-09-01')],
    ['a date that is none', () => inputOf({}, {}, 'today')],
  ];
  for (const [what, input] of refused) {
    it(`leaves a line alone with ${what}`, () => assert.deepEqual(cartTransform(input()), untouched));
  }

  it('says so when its keys cannot be used', () => {
    assert.throws(() => cartTransform(inputOf({}, {keys: [{kid: 'a', kty: 'oct', k: 'c2hvcnQ'}]})), {
      code: 'key-set-invalid',
    });
    assert.throws(() => cartTransform({...inputOf({}), cartTransform: {settings: null}}), {code: 'key-set-invalid'});
  });

  it('asks for all that it reads', () => {
    for (const member of [
      'localTime',
      'date',
      'settings',
      'value',
      'quantity',
      'offer',
      'configuration',
      'currencyCode',
      'merchandise',
      '__typename',
      'id',
    ]) {
      assert.match(cartTransformQuery, new RegExp(`\\b${member}\\b`));
    }
  });

  it('runs where there is nothing but the language', async () => {
    const {outputFiles} = await build({
      stdin: {
        contents: "export {cartTransform} from './src/commerce/index.js'",
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'twik',
      target: 'es2022',
    });
    const bare = createContext({}, {codeGeneration: {strings: false, wasm: false}});
    const input = JSON.stringify(inputOf({}));
    const script = `${outputFiles[0]?.text ?? ''}; JSON.stringify(twik.cartTransform(JSON.parse(${JSON.stringify(input)})))`;
    assert.deepEqual(JSON.parse(String(runInContext(script, bare))), priced);
  });
});

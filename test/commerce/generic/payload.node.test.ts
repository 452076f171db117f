// What goes to any server and any form, for variants that Saleor published.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {genericFields, genericPayload, sendGeneric} from '../../../src/commerce/generic/payload.js';
import {readMapping} from '../../../src/commerce/mapping/read-mapping.js';
import {wooAddItemBody} from '../../../src/commerce/woocommerce/add-item.js';
import {faultOf} from '../support/fault-of.js';
import {definitionOf, lineOf, optionId, shelfLine} from '../support/lines.js';
import {sharedData} from '../support/shared-data.js';
import {shopThat, type Answer} from '../support/shop.js';

interface Row {
  readonly model: string;
  readonly pk: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

const {text, skip} = sharedData('saleor/catalogue.json');
const rows: readonly Row[] = skip === false ? JSON.parse(text) : [];
const rowsOf = (model: string): readonly Row[] => rows.filter((row) => row.model === model);

/** Products with their variants, and the price of each variant in the first channel. */
const products = rowsOf('product.product')
  .map(({pk, fields}) => ({
    name: String(fields['name']),
    variants: rowsOf('product.productvariant')
      .filter(({fields: variant}) => variant['product'] === pk)
      .map((variant) => ({
        pk: variant.pk,
        name: String(variant.fields['name']),
        listing: rowsOf('product.productvariantchannellisting').find(({fields: of}) => of['variant'] === variant.pk)
          ?.fields,
      }))
      .filter(({name, listing}) => name !== '' && listing),
  }))
  .filter(({variants}) => variants.length > 0);

describe('Real products of Saleor', {skip}, () => {
  it('are there', () => assert.equal(products.length, 16));

  for (const [index, {name, variants}] of products.entries()) {
    it(`${name}: each variant reaches a server, a form and WooCommerce whole`, () => {
      for (const {pk, name: value, listing} of variants) {
        const amount = Number(listing?.['price_amount']).toFixed(2);
        const currency = String(listing?.['currency']);
        const axis = {id: 'variant', name: 'Variant', values: variants.map((variant) => variant.name)};
        const definition = definitionOf(`saleor-${index}`, [axis], amount, currency);
        const line = lineOf(definition, {variant: optionId(value)}, {quantity: 2});

        const payload = genericPayload(line);
        assert.deepEqual(payload.labels, [{parameter: 'variant', name: 'Variant', value}]);
        assert.deepEqual(payload.price?.unit.gross, {amount: Math.round(Number(amount) * 100), currency});
        assert.equal(payload.quantity, 2);
        assert.deepEqual(JSON.parse(JSON.stringify(payload)), payload, 'nothing is lost on its way');

        const fields = new Map(genericFields(line));
        assert.equal(fields.get('twik_summary'), `Variant: ${value}`);
        assert.equal(fields.get('twik_unit_price'), amount);
        assert.equal(fields.get('twik_currency'), currency);
        assert.deepEqual(JSON.parse(fields.get('twik_values') ?? ''), {variant: optionId(value)});

        const table = variants.map((variant) => ({values: [optionId(variant.name)], variant: String(variant.pk)}));
        const mapping = readMapping({variant: {table: ['variant'], rows: table}}, line.product);
        assert.equal(wooAddItemBody(line, mapping).id, pk);
      }
    });
  }
});

describe('A line for any server', () => {
  const line = shelfLine({offer: 'a.b.c', preview: 'data:image/webp;base64,AAAA'});

  it('says all there is to say', () => {
    const {labels, configuration, price, ...others} = genericPayload(line);
    assert.deepEqual(others, {
      format: 1,
      id: 'cfg_8Kd2',
      url: line.url,
      quantity: 1,
      locale: 'en',
      offer: 'a.b.c',
      preview: 'data:image/webp;base64,AAAA',
    });
    assert.equal(labels.length, 9);
    assert.equal(configuration, line.configuration);
    assert.equal(price, line.price);
  });

  it('is posted once, with a key to know it again by', async () => {
    const {fetch, received} = shopThat({body: {ok: true}});
    const options = {fetch, url: '/cart', idempotencyKey: 'press-1', headers: {'x-csrf-token': 't'}};
    assert.deepEqual(await sendGeneric(genericPayload(line), options), {ok: true});
    assert.deepEqual(received[0]?.headers, {
      'accept': 'application/json',
      'content-type': 'application/json',
      'idempotency-key': 'press-1',
      'x-csrf-token': 't',
    });
    assert.deepEqual(received[0].body, JSON.parse(JSON.stringify(genericPayload(line))));
  });

  const cases: readonly (readonly [Answer, string, string | null])[] = [
    [{status: 422, body: {title: 'Invalid', detail: 'Too wide.'}}, 'cart-refused', 'Too wide.'],
    [{status: 400, body: {error: 'No.'}}, 'cart-refused', 'No.'],
    [{status: 400, body: {}}, 'cart-refused', null],
    [{status: 200, body: []}, 'cart-answer-unknown', null],
    [{status: 502, body: 'Bad gateway'}, 'cart-failed', null],
  ];
  for (const [answer, code, words] of cases) {
    it(`ends in ${code} at ${JSON.stringify(answer)}`, async () => {
      const {fetch} = shopThat(answer);
      const error = await faultOf(() => sendGeneric(genericPayload(line), {fetch, url: '/cart'}));
      assert.deepEqual([error.code, error.shopWords], [code, words]);
    });
  }

  it('has no price as fields where the product has none', () => {
    const names = genericFields({...line, price: null}, 'x_').map(([name]) => name);
    assert.deepEqual(names, [
      'x_configuration',
      'x_hash',
      'x_product',
      'x_product_version',
      'x_url',
      'x_offer',
      'x_quantity',
      'x_summary',
      'x_values',
    ]);
  });
});

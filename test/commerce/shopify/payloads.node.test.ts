// What is sent to Shopify, field by field, for a product that Shopify itself published.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {chooseVariant} from '../../../src/commerce/mapping/choose-variant.js';
import type {VariantMapping} from '../../../src/commerce/mapping/shop-mapping.js';
import {shopifyAddBody, shopifyChangeBody} from '../../../src/commerce/shopify/ajax-body.js';
import {shopifyLineKey} from '../../../src/commerce/shopify/ajax-cart.js';
import {shopifyFields, shopifyPropertyFields} from '../../../src/commerce/shopify/form-fields.js';
import {shopifyProperties} from '../../../src/commerce/shopify/properties.js';
import {shopifyVariants} from '../../../src/commerce/shopify/shopify-variants.js';
import {cartLinesAdd, storefrontLine} from '../../../src/commerce/shopify/storefront.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import type {ConfiguredLine} from '../../../src/commerce/line/configured-line.js';
import {definitionOf, lineOf, optionId, shelfLine} from '../support/lines.js';
import {sharedData} from '../support/shared-data.js';

interface ShopProduct {
  readonly handle: string;
  readonly options: readonly {readonly name: string; readonly values: readonly string[]}[];
  readonly variants: readonly {readonly id: number; readonly options: readonly string[]; readonly price: number}[];
}

const {text, skip} = sharedData('shopify/product-object.json');
const product: ShopProduct = skip === false ? JSON.parse(text) : {handle: '', options: [], variants: []};
const axes = product.options.map(({name, values}) => ({id: optionId(name), name, values}));
const definition = definitionOf(product.handle || 'none', axes, '520.00', 'CAD');
const allAxes = Object.fromEntries(product.options.map(({name}) => [name, optionId(name)]));

function lineFor(options: readonly string[], changed: Partial<ConfiguredLine> = {}): ConfiguredLine {
  const picks = Object.fromEntries(axes.map(({id}, index) => [id, optionId(options[index] ?? '')]));
  return lineOf(definition, picks, changed);
}

describe('A real product of Shopify', {skip}, () => {
  const mapped = (): VariantMapping =>
    shopifyVariants(product, allAxes, lineFor(product.variants[0]?.options ?? []).product);

  it('has a row for each of its variants, which each configuration finds', () => {
    const variant = mapped();
    for (const {id, options} of product.variants) assert.equal(chooseVariant(variant, lineFor(options)), String(id));
  });

  it('has no variant for what it does not sell, and says so', () => {
    const line = lineFor(['White', '110 Volts', 'Small']);
    assert.throws(() => chooseVariant(mapped(), line), {
      code: 'variant-unmapped',
      message: 'The shop has no variant of "ratio-eight" for color white, voltage 110-volts, size small. Add a row.',
    });
  });

  it('fills the Ajax cart field by field', () => {
    const line = lineFor(['Nickel', '110 Volts', 'Large'], {
      quantity: 2,
      offer: 'a.b.c',
      preview: 'https://walnut.example/p.webp',
    });
    const options = {
      sellingPlan: 689,
      sections: ['cart-icon-bubble', 'cart-drawer'],
      sectionsUrl: '/products/ratio-eight',
    };
    assert.deepEqual(shopifyAddBody(line, {variant: mapped()}, options), {
      id: 20230103873,
      quantity: 2,
      properties: {
        Color: 'Nickel',
        Voltage: '110 Volts',
        Size: 'Large',
        _twik_configuration: 'cfg_8Kd2',
        _twik_hash: line.configuration.hash,
        _twik_product: 'ratio-eight',
        _twik_product_version: '1',
        _twik_url: line.url,
        _twik_preview: 'https://walnut.example/p.webp',
        _twik_offer: 'a.b.c',
      },
      selling_plan: 689,
      sections: 'cart-icon-bubble,cart-drawer',
      sections_url: '/products/ratio-eight',
    });
  });

  it('fills a product form', () => {
    const line = lineFor(['Cobalt', '220 Volts', 'Large']);
    assert.deepEqual(shopifyFields(line, {variant: mapped()}).slice(0, 6), [
      ['id', '20230104129'],
      ['quantity', '1'],
      ['properties[Color]', 'Cobalt'],
      ['properties[Voltage]', '220 Volts'],
      ['properties[Size]', 'Large'],
      ['properties[_twik_configuration]', 'cfg_8Kd2'],
    ]);
  });

  it('fills a cart of the Storefront API', () => {
    const line = lineFor(['Silver', '110 Volts', 'Large'], {quantity: 3});
    const input = storefrontLine(line, {variant: mapped()}, {sellingPlanId: 'gid://shopify/SellingPlan/1'});
    assert.equal(input.merchandiseId, 'gid://shopify/ProductVariant/31053222465');
    assert.equal(input.quantity, 3);
    assert.equal(input.sellingPlanId, 'gid://shopify/SellingPlan/1');
    assert.deepEqual(input.attributes.slice(0, 4), [
      {key: 'Color', value: 'Silver'},
      {key: 'Voltage', value: '110 Volts'},
      {key: 'Size', value: 'Large'},
      {key: '_twik_configuration', value: 'cfg_8Kd2'},
    ]);
    const {query, variables} = cartLinesAdd('gid://shopify/Cart/c1?key=k', [input]);
    assert.match(query, /cartLinesAdd\(cartId: \$cartId, lines: \$lines\)/);
    assert.deepEqual(variables, {cartId: 'gid://shopify/Cart/c1?key=k', lines: [input]});
  });

  describe('that does not fit ours', () => {
    const {product: ours} = lineFor(product.variants[0]?.options ?? ['Silver', '220 Volts', 'Small']);
    const codesOf = (run: () => unknown): string[] => {
      try {
        run();
      } catch (error) {
        assert.equal((error as {code: string}).code, 'mapping-invalid');
        return (error as {issues: {code: string}[]}).issues.map(({code}) => code);
      }
      return [];
    };

    it('is refused where it has no such option', () => {
      assert.deepEqual(codesOf(() => shopifyVariants(product, {Colour: 'color'}, ours)).slice(0, 1), [
        'option-unknown',
      ]);
    });

    it('is refused where too few options are mapped to tell variants apart', () => {
      const codes = codesOf(() => shopifyVariants(product, {Color: 'color'}, ours));
      assert.deepEqual([...new Set(codes)], ['variant-ambiguous']);
    });

    it('is refused where it sells nothing for one of our options', () => {
      const variants = product.variants.filter(({options}) => options[0] !== 'White');
      assert.deepEqual(
        codesOf(() => shopifyVariants({...product, variants}, allAxes, ours)),
        ['option-unmapped'],
      );
    });

    it('is refused where it is none', () => assert.ok(codesOf(() => shopifyVariants(null, allAxes, ours)).length > 0));
  });
});

describe('A real cart of Shopify', {skip: sharedData('shopify/cart-populated.json').skip}, () => {
  it('gives the line of a configuration away, and only that', () => {
    const cart = JSON.parse(sharedData('shopify/cart-populated.json').text);
    assert.equal(shopifyLineKey(cart, 'cfg_8Kd2'), null);
    const [item] = cart.items;
    const ours = {...item, key: '123456:abc', properties: {_twik_configuration: 'cfg_8Kd2'}};
    assert.equal(shopifyLineKey({...cart, items: [item, ours]}, 'cfg_8Kd2'), '123456:abc');
    assert.equal(shopifyLineKey(JSON.parse(sharedData('shopify/cart-empty.json').text), 'cfg_8Kd2'), null);
  });
});

describe('A line of Shopify', () => {
  it('is changed by its key', () => {
    const line = shelfLine({quantity: 2});
    assert.deepEqual(shopifyChangeBody(line, '123456:abc', {sections: ['cart-drawer']}), {
      id: '123456:abc',
      quantity: 2,
      properties: shopifyProperties(line),
      sections: 'cart-drawer',
    });
  });

  it('takes the variant as a number or as a global id, and nothing else', () => {
    const idFor = (variant: string): number => shopifyAddBody(shelfLine(), {variant: {kind: 'one', variant}}).id;
    assert.equal(idFor('36110175633573'), 36110175633573);
    assert.equal(idFor('gid://shopify/ProductVariant/36110175633573'), 36110175633573);
    for (const wrong of ['', '0', '-1', '1.5', 'oak', 'gid://shopify/Product/1', '99999999999999999']) {
      assert.throws(() => idFor(wrong), {code: 'variant-invalid'}, wrong);
    }
  });

  it('has property names that show and that forms can carry', () => {
    const line = lineOf(definitionOf('odd', [{id: 'a', name: '__Size [mm]', values: ['10']}]), {a: '10'});
    assert.deepEqual(shopifyPropertyFields(line)[0], ['properties[Size (mm)]', '10']);
  });

  it('has no more attributes than the Storefront API takes', () => {
    const axes = Array.from({length: 246}, (_, index) => ({id: `p${index}`, name: `P ${index}`, values: ['x']}));
    const product = parseProduct(definitionOf('many', axes));
    const values = Object.fromEntries(axes.map(({id}) => [id, 'x']));
    const {configuration} = shelfLine();
    // By hand: so many parameters take the engine seconds, and it is not asked here.
    const line = shelfLine({product, configuration: {...configuration, product: 'many', values}});
    assert.throws(() => storefrontLine(line, {variant: {kind: 'one', variant: '1'}}), {code: 'attributes-too-many'});
  });
});

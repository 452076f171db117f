// What is sent to Magento, field by field, for products that Magento itself published.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {magentoCartItem, magentoFields, magentoRestBody} from '../../../src/commerce/magento/cart-item.js';
import {magentoUid} from '../../../src/commerce/magento/uid.js';
import {readMapping} from '../../../src/commerce/mapping/read-mapping.js';
import {definitionOf, lineOf, optionId, shelfLine, type Axis} from '../support/lines.js';
import {csvRows, sharedData} from '../support/shared-data.js';

const {text, skip} = sharedData('magento/configurable-products.csv');

/** The attribute that each axis is in the shop, and the index that its first value has. */
const attributes: Readonly<Record<string, {readonly id: string; readonly first: number}>> = {
  color: {id: '93', first: 49},
  size: {id: '141', first: 166},
};

interface Parent {
  readonly sku: string;
  readonly name: string;
  readonly axes: readonly Axis[];
  readonly children: readonly Readonly<Record<string, string>>[];
}

function parents(): Parent[] {
  return csvRows(text)
    .filter(({product_type}) => product_type === 'configurable')
    .map((row) => {
      const children = (row['configurable_variations'] ?? '').split('|').map((variation) => {
        return Object.fromEntries(variation.split(',').map((pair) => pair.split('=') as [string, string]));
      });
      const names = Object.keys(children[0] ?? {}).filter((name) => name !== 'sku');
      const axes = names.map((name) => ({
        id: name,
        name,
        values: [...new Set(children.map((child) => child[name] ?? ''))],
      }));
      return {sku: row['sku'] ?? '', name: row['name'] ?? '', axes, children};
    });
}

/** The mapping to a configurable product: its SKU, an attribute for each axis, and where the offer goes. */
const mappingTo = ({sku, axes}: Parent) => ({
  variant: sku,
  options: axes.map(({id, values}) => ({
    option: attributes[id]?.id ?? '',
    parameter: id,
    values: Object.fromEntries(
      values.map((value, index) => [optionId(value), String((attributes[id]?.first ?? 0) + index)]),
    ),
  })),
  texts: [
    {option: '1', field: 'configuration'},
    {option: '2', field: 'offer'},
  ],
});

/** The mapping to its children: a SKU for each combination. */
const mappingToChildren = ({axes, children}: Parent) => ({
  variant: {
    table: axes.map(({id}) => id),
    rows: children.map((child) => ({values: axes.map(({id}) => optionId(child[id] ?? '')), variant: child['sku']})),
  },
});

describe('Real configurable products of Magento', {skip}, () => {
  it('are two, with 15 variations each', () => {
    const found = parents().map(({sku, children}) => [sku, children.length]);
    assert.deepEqual(found, [
      ['MH01', 15],
      ['MH02', 15],
    ]);
  });

  for (const parent of skip === false ? parents() : []) {
    const definition = definitionOf(parent.sku.toLowerCase(), parent.axes, '52.00', 'USD');
    const lineFor = (child: Readonly<Record<string, string>>, quantity = 1) => {
      const picks = Object.fromEntries(parent.axes.map(({id}) => [id, optionId(child[id] ?? '')]));
      return lineOf(definition, picks, {quantity, offer: 'a.b.c'});
    };

    it(`${parent.name}: each variation is its child`, () => {
      for (const child of parent.children) {
        const line = lineFor(child);
        const mapping = readMapping(mappingToChildren(parent), line.product);
        assert.equal(magentoCartItem(line, mapping).sku, child['sku']);
      }
    });

    it(`${parent.name}: each variation has its uids, ids and form fields`, () => {
      for (const child of parent.children) {
        const line = lineFor(child, 2);
        const mapping = readMapping(mappingTo(parent), line.product);
        const chosen = parent.axes.map(({id, values}) => {
          const {id: attribute = '', first = 0} = attributes[id] ?? {};
          return {attribute, index: first + values.indexOf(child[id] ?? '')};
        });
        assert.deepEqual(magentoCartItem(line, mapping), {
          sku: parent.sku,
          quantity: 2,
          selected_options: chosen.map(({attribute, index}) =>
            Buffer.from(`configurable/${attribute}/${index}`).toString('base64'),
          ),
          entered_options: [
            {uid: 'Y3VzdG9tLW9wdGlvbi8x', value: 'cfg_8Kd2'},
            {uid: 'Y3VzdG9tLW9wdGlvbi8y', value: 'a.b.c'},
          ],
        });
        assert.deepEqual(magentoRestBody(line, mapping, 'masked'), {
          cartItem: {
            quote_id: 'masked',
            sku: parent.sku,
            qty: 2,
            product_option: {
              extension_attributes: {
                custom_options: [
                  {option_id: '1', option_value: 'cfg_8Kd2'},
                  {option_id: '2', option_value: 'a.b.c'},
                ],
                configurable_item_options: chosen.map(({attribute, index}) => ({
                  option_id: attribute,
                  option_value: index,
                })),
              },
            },
          },
        });
        assert.deepEqual(magentoFields(line, mapping), [
          ['qty', '2'],
          ...chosen.map(({attribute, index}) => [`super_attribute[${attribute}]`, String(index)]),
          ['options[1]', 'cfg_8Kd2'],
          ['options[2]', 'a.b.c'],
        ]);
      }
    });
  }
});

describe('The uids of Magento', () => {
  it('are those that Adobe publishes', () => {
    assert.equal(magentoUid('configurable', '93', '53'), 'Y29uZmlndXJhYmxlLzkzLzUz');
    assert.equal(magentoUid('custom-option', '1'), 'Y3VzdG9tLW9wdGlvbi8x');
  });

  it('are base64 with its padding', () => {
    for (const ids of [['a'], ['ab'], ['abc'], ['bundle', '1', '2', '1'], ['ÿ?>']]) {
      assert.equal(magentoUid(...ids), Buffer.from(ids.join('/')).toString('base64'));
    }
  });
});

describe('Custom options of Magento', () => {
  const line = shelfLine();
  const mapping = readMapping(
    {
      variant: 'SHELF',
      options: [
        {option: '7', kind: 'custom', parameter: 'extras', values: {light: '1', lock: '2', felt: '3'}},
        {option: '8', kind: 'custom', parameter: 'doors', values: {true: '1', false: '2'}, uids: {false: 'b3BhcXVl'}},
      ],
      texts: [{option: '9', parameter: 'label', uid: 'dGV4dA=='}],
    },
    line.product,
  );

  it('are selected and entered by uid, their own where they have one', () => {
    const {selected_options, entered_options} = magentoCartItem(line, mapping);
    assert.deepEqual(selected_options, [
      magentoUid('custom-option', '7', '1'),
      magentoUid('custom-option', '7', '3'),
      'b3BhcXVl',
    ]);
    assert.deepEqual(entered_options, [{uid: 'dGV4dA==', value: 'For Ann'}]);
  });

  it('are one text each by REST', () => {
    assert.deepEqual(magentoRestBody(line, mapping, 'm').cartItem.product_option.extension_attributes, {
      custom_options: [
        {option_id: '7', option_value: '1,3'},
        {option_id: '8', option_value: '2'},
        {option_id: '9', option_value: 'For Ann'},
      ],
      configurable_item_options: [],
    });
  });

  it('are fields of a form, lists by a name with brackets', () => {
    assert.deepEqual(magentoFields(line, mapping), [
      ['qty', '1'],
      ['options[7][]', '1'],
      ['options[7][]', '3'],
      ['options[8]', '2'],
      ['options[9]', 'For Ann'],
    ]);
  });
});

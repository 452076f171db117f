import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {TwikError} from '../../src/core/error.js';
import {parseProduct} from '../../src/core/product/parse-product.js';
import schema from '../../src/product.schema.json' with {type: 'json'};
import {desk, deskWith} from '../support/desk.js';
import {shelf, block} from '../support/products.js';
import {runs} from '../support/runs.js';

const ajv = new Ajv2020({allErrors: true, allowUnionTypes: true, formats: {regex: true}});
const validate = ajv.compile(schema);

/** Codes of faults that lie in the shape of the document; all others need its meaning. */
const structural = new Set([
  ...['value-missing', 'value-invalid', 'key-unknown', 'key-forbidden', 'id-invalid', 'text-missing', 'locale-invalid'],
  ...['kind-unknown', 'kind-not-supported', 'format-missing', 'format-unknown', 'currency-invalid', 'unit-unknown'],
]);

/** The codes of what the parser refuses, a line without price by a code of its own. */
function codesOf(document: unknown): string[] {
  try {
    parseProduct(document);
    return [];
  } catch (error) {
    if (error instanceof TwikError)
      return error.issues.map(({code, path}) => (/^\/price\/lines\/\d+$/.test(path) ? 'value-missing' : code));
    throw error;
  }
}

describe('the JSON Schema of products', () => {
  it('is a valid schema that describes every key', () => {
    assert.equal(ajv.validateSchema(schema), true);
    const bare: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('properties' in value && typeof value.properties === 'object' && value.properties) {
        for (const [key, property] of Object.entries(value.properties)) {
          if (
            property !== true &&
            !property.description &&
            !property.$ref &&
            !/^(kind|default|any|to|expect|weight|align)$/.test(key)
          ) {
            if (property.type !== 'array') bare.push(`${path}/${key}`);
          }
        }
      }
      for (const [key, member] of Object.entries(value)) visit(member, `${path}/${key}`);
    };
    visit(schema, '');
    assert.deepEqual(bare, []);
  });

  const valid: [string, unknown][] = [
    ['a product with everything', desk()],
    ['the products of the element tests', shelf],
    ['a product with one parameter', block],
    ['the least product', {format: 1, id: 'least', version: '1'}],
    ['texts in the names', deskWith(['/name', 'Desk'], ['/parameters/0/name', {'de-CH': 'Breite'}])],
    ['formulas as numbers and booleans', deskWith(['/rules/0/when', true], ['/price/lines/0/amount', 249])],
  ];
  for (const [title, document] of valid) {
    it(`accepts, as the parser does, ${title}`, () => {
      assert.deepEqual(codesOf(document), []);
      assert.deepEqual(validate(document) ? [] : validate.errors, []);
    });
  }

  it('accepts the example in the documentation', async () => {
    const page = await readFile(new URL('../../docs/product.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
    assert.deepEqual(codesOf(example), []);
    assert.equal(validate(JSON.parse(example)), true);
  });

  const invalid: [pointer: string, value: unknown][] = [
    ['/format', undefined],
    ['/format', 2],
    ['/id', ''],
    ['/id', 'a b'],
    ['/version', 1],
    ['/name', {}],
    ['/name', {e: 'x'}],
    ['/name/en', ' '],
    ['/unknown', 1],
    ['/parameters', {}],
    ['/parameters/0/id', 'Width'],
    ['/parameters/0/kind', 'image'],
    ['/parameters/0/step', undefined],
    ['/parameters/0/min', 'few'],
    ['/parameters/0/required', 'yes'],
    ['/parameters/0/control', 'knob'],
    ['/parameters/0/options', []],
    ['/parameters/3/options', []],
    ['/parameters/3/options/0/price', 40],
    ['/parameters/3/options/0/attributes/density', 1],
    ['/parameters/3/options/0/id', 'x'.repeat(65)],
    ['/parameters/5/max', -1],
    ['/parameters/8/maxLength', 1.5],
    ['/parameters/9/swatches/0', 'white'],
    ['/groups/0/id', 'null'],
    ['/derived/0/formula', ''],
    ['/derived/0/formula', null],
    ['/rules/0/require', undefined],
    ['/rules/1/rows/0/1', []],
    ['/rules/1/rows/0/2', {any: false}],
    ['/rules/1/rows/0/2', {any: true, none: 1}],
    ['/tables/motorPrice/rows/0/0', true],
    ['/price/currency', 'euro'],
    ['/price/taxRate', 0.19],
    ['/price/lines/1/of', undefined],
    ['/price/lines/0/rate', '1'],
    ['/parts/top/size', ['1 mm', '1 mm', '1 mm', '1 mm']],
    ['/parts/top/sku', {sku: 'x'}],
    ['/bom/lines/0/unit', undefined],
    ['/scene/models/0/load', 'later'],
    ['/scene/bindings/0/to', undefined],
    ['/scene/bindings/9/to/step', ['0 mm']],
    ['/scene/bindings/10/to/align', 'middle'],
    ['/scene/views/front/orbitDeg', [1]],
    ['/scene/environment', 'studio'],
    ['/availability/leadTimeDays', []],
    ['/renamed/options/wood', 'oak'],
    ['/examples/0/expect/price', 400],
  ];
  for (const [pointer, value] of invalid) {
    it(`refuses, as the parser does, ${pointer} = ${JSON.stringify(value) ?? 'nothing'}`, () => {
      const document = deskWith([pointer, value]);
      assert.notDeepEqual(
        codesOf(document).filter((code) => structural.has(code)),
        [],
      );
      assert.equal(validate(document), false);
    });
  }

  it('agrees with the parser on random values in random places', () => {
    const places: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (path) places.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, member] of Object.entries(value)) visit(member, `${path}/${key.replaceAll('/', '~1')}`);
    };
    visit(desk(), '');
    const values = [
      undefined,
      null,
      true,
      0,
      1,
      -1,
      2.5,
      '',
      ' ',
      'x',
      '1',
      '1.5',
      '#a1b2c3',
      'Ä b',
      [],
      ['x'],
      [1],
      {},
      {any: true},
    ];
    // Whether a value of these fits depends on what another member or a formula means.
    const dependent = /^\/(scene\/bindings\/\d+\/(set|to)|scene\/bindings\/\d+$|rules\/1\/(rows|table))|^\/x-/;
    let agreed = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...places.filter((path) => !dependent.test(path))),
        fc.constantFrom(...values),
        (path, value) => {
          const document = deskWith([path, value]);
          const codes = codesOf(document);
          const isStructural = codes.some((code) => structural.has(code));
          assert.equal(validate(document), !isStructural, `${path} = ${JSON.stringify(value)}: ${codes.join(', ')}`);
          agreed++;
        },
      ),
      {numRuns: runs(300, 1500, 20_000)},
    );
    assert.ok(agreed > 0);
  });
});

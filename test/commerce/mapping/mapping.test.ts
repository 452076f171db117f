import {expect} from '@open-wc/testing';
import {chooseVariant} from '../../../src/commerce/mapping/choose-variant.js';
import {choicesOf, textsOf} from '../../../src/commerce/mapping/mapped-options.js';
import {readMapping} from '../../../src/commerce/mapping/read-mapping.js';
import {issueOf} from '../../support/issue.js';
import {shelfLine} from '../support/lines.js';

const line = shelfLine();
const {product} = line;
const read = (json: object) => readMapping(json, product);
const variantOf = (variant: unknown, of = line): string => chooseVariant(read({variant} as object).variant, of);

describe('The variant of a configuration', () => {
  it('may always be the same', () => expect(variantOf('36110175633573')).to.equal('36110175633573'));

  it('is that of the first row that fits', () => {
    const table = {
      table: ['finish', 'doors', 'shelves'],
      rows: [
        {values: ['oak', {any: true}, {any: true}], variant: '1'},
        {values: ['walnut', true, 3], variant: '2'},
        {values: ['walnut', false, 3], variant: '3'},
        {values: [{any: true}, {any: true}, {any: true}], variant: '4'},
      ],
    };
    expect(variantOf(table)).to.equal('3');
    expect(variantOf(table, shelfLine({configuration: {...line.configuration, values: {finish: 'white'}}}))).to.equal(
      '4',
    );
  });

  it('is missing in words when no row fits', () => {
    const {code, message} = issueOf(() => variantOf({table: ['finish'], rows: [{values: ['oak'], variant: '1'}]}));
    expect(code).to.equal('variant-unmapped');
    expect(message).to.equal('The shop has no variant of "test-shelf" for finish walnut. Add a row.');
  });

  it('is that of the lowest price step that reaches', () => {
    const steps = {
      currency: 'EUR',
      priceSteps: [
        {upTo: '400.00', variant: 'high'},
        {upTo: '339.00', variant: 'right'},
        {upTo: '338.99', variant: 'low'},
      ],
    };
    // 249 for the shelf, 60 for walnut, 25 and 5 for the extras.
    expect(line.price?.unit.gross.amount).to.equal(33_900);
    expect(variantOf(steps)).to.equal('right');
  });

  it('is missing in words when there is no price, another currency, or no step so high', () => {
    const steps = {currency: 'EUR', priceSteps: [{upTo: '100', variant: '1'}]};
    expect(issueOf(() => variantOf(steps)).message).to.equal('No price step reaches 339.00 EUR. Add a variant for it.');
    expect(issueOf(() => variantOf({...steps, currency: 'USD'})).code).to.equal('price-currency');
    expect(issueOf(() => variantOf(steps, {...line, price: null})).code).to.equal('price-missing');
  });
});

describe('The options of a shop', () => {
  const mapping = read({
    variant: '1',
    options: [
      {option: '93', parameter: 'finish', values: {oak: '49', walnut: '50', white: '51'}},
      {
        option: '7',
        kind: 'custom',
        parameter: 'extras',
        values: {light: '1', lock: '2', felt: '3'},
        uids: {light: 'bGlnaHQ='},
      },
      {option: '8', kind: 'custom', parameter: 'handle', values: {knob: '1', bar: '2'}},
    ],
    texts: [
      {option: '1', parameter: 'label'},
      {option: '2', field: 'configuration'},
      {option: '3', field: 'offer'},
      {option: '4', field: 'summary'},
    ],
  });

  it('are chosen as the shopper chose; what does not exist is left out', () => {
    const choices = choicesOf(mapping, line).map(({mapping: {option}, value, uid}) => [option, value, uid]);
    expect(choices).to.deep.equal([
      ['93', '50', null],
      ['7', '1', 'bGlnaHQ='],
      ['7', '3', null],
    ]);
  });

  it('take texts; empty ones are left out', () => {
    const texts = textsOf(mapping, line).map(({mapping: {option}, value}) => [option, value]);
    expect(texts.slice(0, 2)).to.deep.equal([
      ['1', 'For Ann'],
      ['2', 'cfg_8Kd2'],
    ]);
    expect(texts[2]?.[0]).to.equal('4');
    expect(texts[2]?.[1]).to.match(/^Width: .*; Finish: Walnut;/);
  });

  it('lack a value in words', () => {
    const numbers = read({variant: '1', options: [{option: '9', parameter: 'shelves', values: {1: 'a', 2: 'b'}}]});
    expect(issueOf(() => choicesOf(numbers, line)).message).to.equal(
      'The shop\'s option "9" has no value for "3" of "shelves". Add it to the mapping.',
    );
  });
});

describe('A mapping is refused', () => {
  const cases: readonly (readonly [string, unknown, string, string])[] = [
    ['when it is nothing', null, 'value-invalid', ''],
    ['without a variant', {}, 'value-missing', ''],
    ['with a key that means nothing', {variant: '1', option: []}, 'key-unknown', '/option'],
    [
      'with a parameter that is not there',
      {variant: {table: ['finnish'], rows: [{values: ['oak'], variant: '1'}]}},
      'parameter-unknown',
      '/variant/table/0',
    ],
    [
      'with an option that is not there',
      {variant: {table: ['finish'], rows: [{values: ['okra'], variant: '1'}]}},
      'option-unknown',
      '/variant/rows/0/values/0',
    ],
    [
      'with a row too short',
      {variant: {table: ['finish', 'doors'], rows: [{values: ['oak'], variant: '1'}]}},
      'row-length',
      '/variant/rows/0/values',
    ],
    [
      'with a cell that is no value',
      {variant: {table: ['finish'], rows: [{values: [[]], variant: '1'}]}},
      'value-invalid',
      '/variant/rows/0/values/0',
    ],
    [
      'with an amount that is none',
      {variant: {currency: 'EUR', priceSteps: [{upTo: '1,00', variant: '1'}]}},
      'value-invalid',
      '/variant/priceSteps/0/upTo',
    ],
    [
      'with an option that has no counterpart',
      {variant: '1', options: [{option: '9', parameter: 'doors', values: {true: '1'}}]},
      'option-unmapped',
      '/options/0/values',
    ],
    [
      'with a counterpart of nothing',
      {variant: '1', options: [{option: '9', parameter: 'doors', values: {true: '1', false: '2', maybe: '3'}}]},
      'option-unknown',
      '/options/0/values/maybe',
    ],
    ['with a text of nothing', {variant: '1', texts: [{option: '9'}]}, 'value-invalid', '/texts/0'],
    [
      'with a field that is not there',
      {variant: '1', texts: [{option: '9', field: 'price'}]},
      'value-invalid',
      '/texts/0/field',
    ],
  ];
  for (const [why, json, code, path] of cases) {
    it(`${why}: ${code}`, () => {
      const error = issueOf(() => readMapping(json, product));
      expect(error.code).to.equal('mapping-invalid');
      expect(error.issues.map((issue) => [issue.code, issue.path])).to.deep.include([code, path]);
      expect(error.message).to.match(/[.?]$/);
    });
  }

  it('with all that is wrong at once', () => {
    const json = {variant: {table: ['a', 'b'], rows: [{values: ['x'], variant: '1'}]}, texts: [{option: '9'}]};
    const {issues, message} = issueOf(() => readMapping(json, product));
    expect(issues.length).to.equal(4);
    expect(message).to.match(/And 3 more\.$/);
  });
});

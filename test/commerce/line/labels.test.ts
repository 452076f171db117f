import {expect} from '@open-wc/testing';
import {checkLine} from '../../../src/commerce/line/configured-line.js';
import {decimalMoney} from '../../../src/commerce/line/decimal-money.js';
import {labelsOf, summaryOf} from '../../../src/commerce/line/labels.js';
import {machineEntriesOf, machineFieldsOf} from '../../../src/commerce/line/machine-fields.js';
import {definitionOf, lineOf, shelfLine} from '../support/lines.js';
import {issueOf} from '../../support/issue.js';

const space = '\u00a0';

describe('The labels of a line', () => {
  it('are what was chosen, in the order of the product', () => {
    expect(labelsOf(shelfLine()).map(({name, value}) => [name, value])).to.deep.equal([
      ['Width', `1,200${space}mm`],
      ['Shelves', '3'],
      ['Finish', 'Walnut'],
      ['Legs', 'Wood'],
      ['Glass', 'Smoked'],
      ['Doors', 'No'],
      ['Extras', 'Light and Felt'],
      ['Label', 'For Ann'],
      ['Back panel', '#ffffff'],
    ]);
  });

  it('are in the language of the shopper', () => {
    const line = shelfLine({locale: 'de-DE', words: {yes: 'Ja', no: 'Nein'}});
    expect(summaryOf(line)).to.equal(
      `Breite: 1.200${space}mm; Böden: 3; Oberfläche: Nussbaum; Beine: Holz; Glas: Rauchglas; Türen: Nein; ` +
        'Extras: Licht und Filz; Beschriftung: For Ann; Rückwand: #ffffff',
    );
  });

  it('have names of their own, where parameters share theirs', () => {
    const axes = ['a', 'b', 'c'].map((id) => ({id, name: 'Colour', values: ['red']}));
    const line = lineOf(definitionOf('three', axes), {a: 'red', b: 'red', c: 'red'});
    expect(labelsOf(line).map(({name}) => name)).to.deep.equal(['Colour', 'Colour (2)', 'Colour (3)']);
  });
});

describe('The machine fields of a line', () => {
  it('say which configuration it is, and what it may cost', () => {
    const line = shelfLine({offer: 'a.b.c', preview: 'https://walnut.example/p.webp'});
    expect(machineFieldsOf(line)).to.deep.equal({
      configuration: 'cfg_8Kd2',
      hash: line.configuration.hash,
      product: 'test-shelf',
      product_version: '1',
      url: line.url,
      preview: 'https://walnut.example/p.webp',
      offer: 'a.b.c',
    });
  });

  it('hold no picture as data, and nothing that is not there', () => {
    const names = machineEntriesOf(shelfLine({preview: 'data:image/webp;base64,AAAA', offer: null})).map(
      ([name]) => name,
    );
    expect(names).to.deep.equal([
      'twik_configuration',
      'twik_hash',
      'twik_product',
      'twik_product_version',
      'twik_url',
    ]);
  });
});

describe('A line is refused', () => {
  const line = shelfLine();
  const cases: readonly (readonly [string, Parameters<typeof checkLine>[0]])[] = [
    ['configuration-incomplete', {...line, configuration: {...line.configuration, complete: false}}],
    ['configuration-inconsistent', {...line, configuration: {...line.configuration, consistent: false}}],
    ['quantity-invalid', {...line, quantity: 0}],
    ['quantity-invalid', {...line, quantity: 1.5}],
    ['product-mismatch', {...line, configuration: {...line.configuration, productVersion: '2'}}],
  ];
  for (const [code, wrong] of cases) {
    it(`with ${code}`, () => expect(issueOf(() => checkLine(wrong)).code).to.equal(code));
  }
});

describe('Money as decimal text', () => {
  const cases: readonly (readonly [number, string, string])[] = [
    [12_900, 'EUR', '129.00'],
    [5, 'EUR', '0.05'],
    [0, 'EUR', '0.00'],
    [-5, 'USD', '-0.05'],
    [12_900, 'JPY', '12900'],
    [1, 'BHD', '0.001'],
  ];
  for (const [amount, currency, text] of cases) {
    it(`of ${amount} ${currency} is ${text}`, () => expect(decimalMoney({amount, currency})).to.equal(text));
  }
});

import {expect} from '@open-wc/testing';
import type {Parameter, Value} from '../../src/core/product/parameter.js';
import {parseProduct} from '../../src/core/product/parse-product.js';
import {loadMessages} from '../../src/elements/load-messages.js';
import {formatMoney, formatNumber, formatShare, formatValue} from '../../src/elements/format.js';
import {shelf} from '../support/products.js';

const space = '\u00a0';

describe('formatMoney', () => {
  const cases: [amount: number, currency: string, locale: string, text: string][] = [
    [128900, 'EUR', 'en', '€1,289.00'],
    [128900, 'EUR', 'de', `1.289,00${space}€`],
    [128900, 'JPY', 'en', '¥128,900'],
    [1289, 'BHD', 'en', `BHD${space}1.289`],
  ];
  for (const [amount, currency, locale, text] of cases) {
    it(`writes ${amount} ${currency} as ${text} in ${locale}`, () => {
      expect(formatMoney({amount, currency}, locale)).to.equal(text);
    });
  }

  it('marks a difference by its sign', () => {
    expect(formatMoney({amount: 500, currency: 'EUR'}, 'en', {signed: true})).to.equal('+€5.00');
    expect(formatMoney({amount: -500, currency: 'EUR'}, 'en', {signed: true})).to.equal('-€5.00');
    expect(formatMoney({amount: 0, currency: 'EUR'}, 'en', {signed: true})).to.equal('€0.00');
  });
});

describe('formatNumber', () => {
  const cases: [value: number, unit: string | null, locale: string, text: string][] = [
    [1200, 'mm', 'en', `1,200${space}mm`],
    [1200.5, 'mm', 'de', `1.200,5${space}mm`],
    [30, 'deg', 'en', '30°'],
    [1.5, 'm2', 'en', `1.5${space}m²`],
    [3, null, 'en', '3'],
  ];
  for (const [value, unit, locale, text] of cases) {
    it(`writes ${value} ${unit ?? ''} as ${text} in ${locale}`, () => {
      expect(formatNumber(value, locale, unit)).to.equal(text);
    });
  }
});

describe('formatShare', () => {
  it('writes a share in percent', () => {
    expect(formatShare('0.19', 'en')).to.equal('19%');
    expect(formatShare('0.077', 'de')).to.equal(`7,7${space}%`);
  });
});

describe('formatValue', () => {
  before(() => loadMessages('de'));

  const product = parseProduct(shelf);
  const parameter = (id: string): Parameter => {
    const found = product.parameters.find((other) => other.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  const cases: [id: string, value: Value, locale: string, text: string][] = [
    ['width', 800, 'en', `800${space}mm`],
    ['finish', 'oak', 'de', 'Eiche'],
    ['doors', true, 'en', 'Yes'],
    ['doors', false, 'de', 'Nein'],
    ['extras', ['light', 'felt'], 'en', 'Light and Felt'],
    ['extras', [], 'en', 'None'],
    ['label', '', 'en', 'None'],
    ['label', null, 'en', 'None'],
    ['glass', null, 'en', 'Not chosen yet'],
    ['tint', '#1d3557', 'en', '#1d3557'],
  ];
  for (const [id, value, locale, text] of cases) {
    it(`writes ${JSON.stringify(value)} of ${id} as ${text} in ${locale}`, () => {
      expect(formatValue(parameter(id), value, locale, 'en')).to.equal(text);
    });
  }
});

import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {createPricing} from '../../../src/core/price/pricing.js';
import {minorDigits} from '../../../src/core/price/currency.js';
import type {Price, TaxedMoney} from '../../../src/core/price/price.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {desk, deskWith} from '../../support/desk.js';
import {issueOf} from '../../support/issue.js';
import {scopeOf} from '../../support/scope.js';
import {runs} from '../../support/runs.js';

const values = {
  width: 1200,
  depth: 700,
  drawers: 2,
  finish: 'oak',
  frame: 'steel',
  extras: ['lamp'],
  lift: false,
  area: 840_000,
};

/** Line ids with their gross amounts. */
function amounts(price: Price | null): [string, number][] {
  return (price?.lines ?? []).map(({id, gross}) => [id, gross.amount]);
}

function numbersOf({net, tax, gross}: TaxedMoney): number[] {
  return [net.amount, tax.amount, gross.amount];
}

/** A product with nothing but a price. */
function priced(price: Record<string, unknown>, rest: Record<string, unknown> = {}) {
  return parseProduct({format: 1, id: 'p', version: '1', price, ...rest});
}

describe('createPricing', () => {
  it('adds lines, then picked options in the order of their parameters, each with its reason', () => {
    const price = createPricing(parseProduct(desk()))(scopeOf(values));
    expect(amounts(price)).to.deep.equal([
      ['base', 24900],
      ['top', 3780],
      ['drawer', 7000],
      ['finish.oak', 4000],
      ['extras.lamp', 3000],
    ]);
    expect(price?.lines[0]?.reason).to.deep.equal({kind: 'line', line: 'base'});
    expect(price?.lines[3]).to.deep.include({
      label: {en: 'Oak', de: 'Eiche'},
      reason: {kind: 'option', parameter: 'finish', option: 'oak'},
    });
    expect(price).to.deep.include({
      currency: 'EUR',
      taxIncluded: true,
      taxRate: '0.19',
      quantity: 1,
      isEstimated: false,
    });
  });

  it('leaves out lines whose condition is false, whose amount or times is open, and options that are free', () => {
    const price = createPricing(parseProduct(desk()))(
      scopeOf({...values, finish: 'white', drawers: 0, lift: true, extras: null}),
    );
    expect(amounts(price)).to.deep.equal([
      ['base', 24900],
      ['top', 3780],
    ]);
  });

  it('looks prices up, counts letters, and sees the quantity', () => {
    const pricing = createPricing(parseProduct(desk()));
    const price = pricing(scopeOf({...values, lift: true, motor: 'two', label: 'ÄB😀'}), {
      quantity: 10,
      isEstimated: true,
    });
    expect(Object.fromEntries(amounts(price))).to.include({motor: 26000, engraving: 450, bulk: -1000});
    expect(price).to.include({quantity: 10, isEstimated: true});
    expect(price?.total.gross.amount).to.equal((price?.unit.gross.amount ?? 0) * 10);
  });

  it('gives nothing for a product without price', () => {
    const pricing = createPricing(parseProduct({format: 1, id: 'free', version: '1'}));
    expect(pricing(scopeOf({}))).to.equal(null);
  });

  const taxes: [title: string, price: Record<string, unknown>, expected: number[]][] = [
    ['included', {taxIncluded: true, taxRate: '0.19', amount: '249.00'}, [20924, 3976, 24900]],
    ['added', {taxIncluded: false, taxRate: '0.19', amount: '249.00'}, [24900, 4731, 29631]],
    ['none', {taxIncluded: true, taxRate: '0', amount: '9.99'}, [999, 0, 999]],
    ['half a cent of tax, to the even cent', {taxIncluded: false, taxRate: '0.5', amount: '0.01'}, [1, 0, 1]],
    ['one and a half cents of tax, to the even cent', {taxIncluded: false, taxRate: '0.5', amount: '0.03'}, [3, 2, 5]],
    ['half a cent of amount, to the even cent', {taxIncluded: false, taxRate: '0', amount: '0.125'}, [12, 0, 12]],
    ['a discount', {taxIncluded: true, taxRate: '0.19', amount: '-10.00'}, [-840, -160, -1000]],
    [
      'yen, which have no minor unit',
      {currency: 'JPY', taxIncluded: true, taxRate: '0.1', amount: '1100'},
      [1000, 100, 1100],
    ],
    [
      'dinars, which have three digits',
      {currency: 'KWD', taxIncluded: true, taxRate: '0', amount: '1.2345'},
      [1234, 0, 1234],
    ],
  ];
  for (const [title, {amount, ...price}, expected] of taxes) {
    it(`computes exactly with tax: ${title}`, () => {
      const product = priced({currency: 'EUR', ...price, lines: [{id: 'a', amount}]});
      const result = createPricing(product)(scopeOf({}));
      expect(result?.lines.map(numbersOf)).to.deep.equal([expected]);
    });
  }

  it('rounds once, after rate, measure and times are multiplied', () => {
    const product = priced(
      {currency: 'EUR', taxIncluded: true, taxRate: '0', lines: [{id: 'a', rate: '0.0004', of: 'w', times: 25}]},
      {parameters: [{id: 'w', kind: 'number', unit: 'mm', min: 0, max: 9, step: 1}]},
    );
    expect(createPricing(product)(scopeOf({w: 3}))?.unit.gross.amount).to.equal(3);
  });

  const failures: [title: string, product: ReturnType<typeof priced>, code: string, path: string][] = [
    [
      'a formula that divides by zero',
      priced({currency: 'EUR', taxIncluded: true, taxRate: '0', lines: [{id: 'a', amount: '1 / (quantity - 1)'}]}),
      'division-by-zero',
      '/price/lines/0/amount',
    ],
    [
      'an amount beyond what a number holds',
      priced({currency: 'EUR', taxIncluded: true, taxRate: '0', lines: [{id: 'a', amount: '90071992547409.92'}]}),
      'amount-too-large',
      '/price/lines/0',
    ],
    [
      'a gross amount beyond it',
      priced({currency: 'EUR', taxIncluded: false, taxRate: '1', lines: [{id: 'a', amount: '60000000000000'}]}),
      'amount-too-large',
      '/price/lines/0',
    ],
    [
      'a sum beyond it',
      priced({
        currency: 'EUR',
        taxIncluded: true,
        taxRate: '0',
        lines: ['a', 'b'].map((id) => ({id, amount: '60000000000000'})),
      }),
      'amount-too-large',
      '/price',
    ],
  ];
  for (const [title, product, code, path] of failures) {
    it(`throws ${code}, with its place, for ${title}`, () => {
      const issue = issueOf(() => createPricing(product)(scopeOf({})));
      expect([issue.code, issue.path]).to.deep.equal([code, path]);
    });
  }

  it('throws rather than take a missing row for nothing', () => {
    const product = parseProduct(deskWith(['/tables/motorPrice/rows', [['one', 180]]]));
    const issue = issueOf(() => createPricing(product)(scopeOf({...values, lift: true, motor: 'two'})));
    expect([issue.code, issue.path]).to.deep.equal(['lookup-no-row', '/price/lines/3/amount']);
  });

  for (const quantity of [0, -1, 1.5, NaN, Infinity]) {
    it(`refuses a quantity of ${quantity}`, () => {
      const issue = issueOf(() => createPricing(parseProduct(desk()))(scopeOf(values), {quantity}));
      expect(issue.code).to.equal('quantity-invalid');
    });
  }

  it('adds up to the cent, whatever the lines, tax, currency and quantity', () => {
    const decimal = (max: number, digits: number) =>
      fc.integer({min: -max, max}).map((n) => (n / 10 ** digits).toFixed(digits));
    fc.assert(
      fc.property(
        fc.record({
          amounts: fc.array(decimal(10 ** 9, 5), {minLength: 1, maxLength: 12}),
          optionPrices: fc.array(decimal(10 ** 6, 3), {minLength: 1, maxLength: 5}),
          taxRate: fc.integer({min: 0, max: 10_000}).map((n) => (n / 10_000).toFixed(4)),
          taxIncluded: fc.boolean(),
          currency: fc.constantFrom('EUR', 'USD', 'JPY', 'BHD', 'CLF'),
          quantity: fc.integer({min: 1, max: 1000}),
        }),
        ({amounts: all, optionPrices, quantity, ...price}) => {
          const options = optionPrices.map((each, index) => ({id: `o${index}`, price: each}));
          const lines = all.map((amount, index) => ({id: `l${index}`, amount}));
          const product = priced({...price, lines}, {parameters: [{id: 'picks', kind: 'choices', options}]});
          const picks = options.map(({id}) => id);
          const result = createPricing(product)(scopeOf({picks}), {quantity});
          if (!result) throw new Error('There is a price.');
          for (const each of [...result.lines, result.unit, result.total]) {
            expect(each.net.amount + each.tax.amount).to.equal(each.gross.amount);
            expect(numbersOf(each).every(Number.isSafeInteger)).to.equal(true);
            expect(numbersOf(each).some((amount) => Object.is(amount, -0))).to.equal(false);
          }
          const sums = [0, 1, 2].map((index) =>
            result.lines.reduce((sum, line) => sum + (numbersOf(line)[index] ?? NaN), 0),
          );
          expect(numbersOf(result.unit)).to.deep.equal(sums);
          expect(numbersOf(result.total)).to.deep.equal(sums.map((sum) => sum * quantity));
          const shown = result.lines.map((line) => (price.taxIncluded ? line.gross : line.net).amount);
          const digits = minorDigits(price.currency);
          all.forEach((amount, index) => {
            expect(Math.abs((shown[index] ?? NaN) - Number(amount) * 10 ** digits)).to.be.at.most(0.500001);
          });
        },
      ),
      {numRuns: runs(300, 1000, 20_000)},
    );
  });
});

describe('minorDigits', () => {
  for (const [currency, digits] of [
    ['EUR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['BHD', 3],
    ['KWD', 3],
    ['CLF', 4],
    ['CHF', 2],
  ] as const) {
    it(`is ${digits} for ${currency}`, () => expect(minorDigits(currency)).to.equal(digits));
  }
});

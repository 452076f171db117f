import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {TwikError} from '../../../src/core/error.js';
import {compare, divide, multiply, subtract} from '../../../src/core/number/arithmetic.js';
import {exactFromNumber, parseDecimal, toDecimalString, toNumber} from '../../../src/core/number/decimal.js';
import {makeExact} from '../../../src/core/number/rational.js';
import {exacts, isCanonical} from './exact-arbitrary.js';
import {runs} from '../../support/runs.js';

const decimals = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt({min: 0n, max: 10n ** 30n}), fc.stringMatching(/^\d{0,30}$/))
  .map(([minus, whole, fraction]) => `${minus}${whole}${fraction && `.${fraction}`}`);

describe('parseDecimal', () => {
  const cases: [string, string | null][] = [
    ['0', '0'],
    ['-0', '0'],
    ['249.00', '249'],
    ['+1.50', '1.5'],
    ['007', '7'],
    ['0.000045', '0.000045'],
    ['1e3', '1000'],
    ['1.5E-3', '0.0015'],
    ['9007199254740993', '9007199254740993'],
    ['', null],
    ['.5', null],
    ['5.', null],
    ['1,5', null],
    [' 1', null],
    ['1 ', null],
    ['--1', null],
    ['0x10', null],
    ['1e', null],
    ['1e400', null],
    ['1'.repeat(401), null],
    ['NaN', null],
    ['Infinity', null],
    ['١', null],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${JSON.stringify(text.slice(0, 20))} as ${expected ?? 'no number'}`, () => {
      const exact = parseDecimal(text);
      expect(exact === null ? null : toDecimalString(exact)).to.equal(expected);
    });
  }

  it('gives back, by toDecimalString, what was written without its idle zeros', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const exact = parseDecimal(text);
        if (exact === null) return expect.fail(text);
        expect(isCanonical(exact)).to.equal(true);
        const tidy = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
        expect(toDecimalString(exact)).to.equal(/^-0$/.test(tidy) ? '0' : tidy);
      }),
    );
  });
});

describe('exactFromNumber', () => {
  it('takes a float for the decimal it is shown as', () => {
    expect(exactFromNumber(0.1)).to.deep.equal(makeExact(1n, 10n));
    expect(exactFromNumber(-2.5e-7)).to.deep.equal(makeExact(-25n, 100_000_000n));
    expect(exactFromNumber(2 ** 53)).to.deep.equal(makeExact(2n ** 53n, 1n));
    expect(Object.is(exactFromNumber(-0), 0)).to.equal(true);
  });

  it('loses no float on the way there and back', () => {
    fc.assert(
      fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (n) => {
        expect(toNumber(exactFromNumber(n))).to.equal(n + 0);
      }),
      {numRuns: runs(2000, 5000, 100_000), examples: [[Number.MAX_VALUE], [2 ** -1022], [1 + Number.EPSILON]]},
    );
  });

  it('refuses what is not finite', () => {
    for (const n of [NaN, Infinity, -Infinity]) {
      expect(() => exactFromNumber(n))
        .to.throw(TwikError)
        .with.property('code', 'number-invalid');
    }
  });
});

describe('toNumber', () => {
  it('gives the float nearest to a long decimal, as JavaScript reads it', () => {
    fc.assert(
      fc.property(decimals, fc.integer({min: -250, max: 250}), (text, exponent) => {
        const written = `${text}e${exponent}`;
        expect(toNumber(parseDecimal(written) ?? NaN)).to.equal(Number(written) + 0);
      }),
      {
        numRuns: runs(2000, 5000, 100_000),
        examples: [
          ['9007199254740993', 0],
          ['9007199254740992.99999999999999999', 0],
        ],
      },
    );
  });
});

describe('toDecimalString', () => {
  it('is exact where the decimal ends', () => {
    expect(toDecimalString(makeExact(1n, 1024n))).to.equal('0.0009765625');
    expect(toDecimalString(makeExact(-1n, 8n), 2)).to.equal('-0.125');
    expect(toDecimalString(makeExact(1n, 2n ** 2000n)).length).to.equal(2002);
  });

  it('rounds half-even to the places asked for where it does not', () => {
    expect(toDecimalString(makeExact(2n, 3n))).to.equal('0.666666666667');
    expect(toDecimalString(makeExact(-2n, 3n), 2)).to.equal('-0.67');
    expect(toDecimalString(makeExact(299n, 300n), 1)).to.equal('1');
    expect(toDecimalString(makeExact(-1n, 3n * 10n ** 20n))).to.equal('0');
  });

  it('is never further off than half of the last place', () => {
    fc.assert(
      fc.property(exacts, fc.integer({min: 0, max: 8}), (x, digits) => {
        const written = parseDecimal(toDecimalString(x, digits));
        if (written === null) return expect.fail();
        const off = multiply(subtract(written, x), 2 * 10 ** digits);
        expect(compare(off, 1) <= 0 && compare(off, -1) >= 0).to.equal(true);
        expect(divide(written, 1)).to.deep.equal(written);
      }),
    );
  });
});

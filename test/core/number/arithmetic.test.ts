import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {TwikError} from '../../../src/core/error.js';
import {
  absolute,
  add,
  compare,
  divide,
  isInteger,
  multiply,
  negate,
  sign,
  subtract,
} from '../../../src/core/number/arithmetic.js';
import {denominatorOf, makeExact, numeratorOf} from '../../../src/core/number/rational.js';
import {exacts, isCanonical, isQuotient} from './exact-arbitrary.js';
import {runs} from '../../support/runs.js';

describe('exact arithmetic', () => {
  it('agrees with fractions of big integers, and gives every number its only form', () => {
    fc.assert(
      fc.property(exacts, exacts, (a, b) => {
        const [an, ad, bn, bd] = [numeratorOf(a), denominatorOf(a), numeratorOf(b), denominatorOf(b)];
        const results = [
          [add(a, b), an * bd + bn * ad, ad * bd],
          [subtract(a, b), an * bd - bn * ad, ad * bd],
          [multiply(a, b), an * bn, ad * bd],
          [negate(a), -an, ad],
          [absolute(a), an < 0n ? -an : an, ad],
        ] as const;
        for (const [result, numerator, denominator] of results) {
          expect(isQuotient(result, numerator, denominator)).to.equal(true);
          expect(isCanonical(result)).to.equal(true);
        }
        const difference = an * bd - bn * ad;
        expect(Math.sign(compare(a, b))).to.equal(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(sign(a)).to.equal(an < 0n ? -1 : an > 0n ? 1 : 0);
        expect(isInteger(a)).to.equal(an % ad === 0n);
      }),
      {numRuns: runs(2000, 5000, 100_000)},
    );
  });

  it('undoes a multiplication by a division, exactly', () => {
    fc.assert(
      fc.property(exacts, exacts, (a, b) => {
        fc.pre(sign(b) !== 0);
        const quotient = divide(a, b);
        expect(isCanonical(quotient)).to.equal(true);
        expect(multiply(quotient, b)).to.deep.equal(a);
      }),
      {numRuns: runs(2000, 5000, 100_000)},
    );
  });

  it('distributes multiplication over addition', () => {
    fc.assert(
      fc.property(exacts, exacts, exacts, (a, b, c) => {
        expect(multiply(a, add(b, c))).to.deep.equal(add(multiply(a, b), multiply(a, c)));
      }),
    );
  });

  it('never gives minus zero', () => {
    for (const zero of [multiply(0, -5), divide(0, -5), negate(0), add(0, negate(0)), makeExact(0n, -3n)]) {
      expect(Object.is(zero, 0)).to.equal(true);
    }
  });

  it('refuses to divide by zero', () => {
    for (const dividend of [0, 1, makeExact(1n, 3n)]) {
      expect(() => divide(dividend, 0))
        .to.throw(TwikError)
        .with.property('code', 'division-by-zero');
    }
  });

  it('stops numbers that grow without bound', () => {
    const run = () => {
      let x = makeExact(3n, 7n);
      for (let i = 0; i < 40; i++) x = multiply(x, x);
    };
    expect(run).to.throw(TwikError).with.property('code', 'number-too-large');
  });
});

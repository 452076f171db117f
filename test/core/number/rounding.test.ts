import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {TwikError} from '../../../src/core/error.js';
import {absolute, compare, divide, isInteger, multiply, sign, subtract} from '../../../src/core/number/arithmetic.js';
import {parseDecimal, toDecimalString} from '../../../src/core/number/decimal.js';
import type {Exact} from '../../../src/core/number/exact.js';
import {roundToStep, toMinorUnits} from '../../../src/core/number/rounding.js';
import {exacts, isCanonical} from './exact-arbitrary.js';
import {runs} from '../../support/runs.js';

function exact(text: string): Exact {
  return parseDecimal(text) ?? expect.fail(text);
}

describe('roundToStep', () => {
  // [x, step, half-away, half-even, floor, ceil]
  const cases: [string, string, string, string, string, string][] = [
    ['2.5', '1', '3', '2', '2', '3'],
    ['3.5', '1', '4', '4', '3', '4'],
    ['-2.5', '1', '-3', '-2', '-3', '-2'],
    ['-3.5', '1', '-4', '-4', '-4', '-3'],
    ['0.5', '1', '1', '0', '0', '1'],
    ['-0.5', '1', '-1', '0', '-1', '0'],
    ['2.4', '1', '2', '2', '2', '3'],
    ['-2.6', '1', '-3', '-3', '-3', '-2'],
    ['7', '5', '5', '5', '5', '10'],
    ['-7', '5', '-5', '-5', '-10', '-5'],
    ['0.125', '0.05', '0.15', '0.1', '0.1', '0.15'],
    ['18', '6', '18', '18', '18', '18'],
  ];
  for (const [x, step, ...expected] of cases) {
    it(`takes ${x} to a multiple of ${step}: away ${expected[0]}, even ${expected[1]}, down ${expected[2]}, up ${expected[3]}`, () => {
      const modes = ['half-away', 'half-even', 'floor', 'ceil'] as const;
      expect(modes.map((mode) => toDecimalString(roundToStep(exact(x), exact(step), mode)))).to.deep.equal(expected);
    });
  }

  it('gives a multiple of the step that is near, on the side the mode says', () => {
    fc.assert(
      fc.property(exacts, exacts, (x, other) => {
        fc.pre(sign(other) !== 0);
        const step = absolute(other);
        for (const mode of ['half-away', 'half-even', 'floor', 'ceil'] as const) {
          const rounded = roundToStep(x, step, mode);
          expect(isCanonical(rounded) && isInteger(divide(rounded, step))).to.equal(true);
          const off = divide(subtract(rounded, x), step);
          if (mode === 'floor') expect(compare(off, 0) <= 0 && compare(off, -1) > 0).to.equal(true);
          else if (mode === 'ceil') expect(compare(off, 0) >= 0 && compare(off, 1) < 0).to.equal(true);
          else {
            const twice = compare(absolute(multiply(off, 2)), 1);
            expect(twice <= 0).to.equal(true);
            if (twice < 0) continue;
            if (mode === 'half-even') expect(isInteger(divide(divide(rounded, step), 2))).to.equal(true);
            else expect(compare(absolute(rounded), absolute(x)) > 0).to.equal(true);
          }
        }
      }),
      {numRuns: runs(500, 5000, 100_000)},
    );
  });

  it('refuses a step that is not above zero', () => {
    for (const step of [0, -1]) {
      expect(() => roundToStep(5, step, 'floor'))
        .to.throw(TwikError)
        .with.property('code', 'step-invalid');
    }
  });
});

describe('toMinorUnits', () => {
  const cases: [string, number, number][] = [
    ['249.00', 2, 24900],
    ['0.005', 2, 0],
    ['0.015', 2, 2],
    ['-0.015', 2, -2],
    ['0.0250000001', 2, 3],
    ['1.5', 0, 2],
    ['2.5', 0, 2],
    ['1.2345', 3, 1234],
    ['1.2355', 3, 1236],
    ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER],
  ];
  for (const [amount, digits, minor] of cases) {
    it(`makes ${minor} minor units of ${amount} with ${digits} places`, () => {
      expect(toMinorUnits(exact(amount), digits)).to.equal(minor);
    });
  }

  it('refuses one minor unit more than can be told exactly', () => {
    expect(() => toMinorUnits(exact('90071992547409.92'), 2))
      .to.throw(TwikError)
      .with.property('code', 'amount-too-large');
  });
});

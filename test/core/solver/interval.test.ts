import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  add,
  compare,
  divide as divideExactly,
  multiply as multiplyExactly,
} from '../../../src/core/number/arithmetic.js';
import type {Exact} from '../../../src/core/number/exact.js';
import {makeExact} from '../../../src/core/number/rational.js';
import {addHigh, addLow, divide, multiply} from '../../../src/core/solver/interval.js';

/** Exactly the number that a float holds. */
function exactly(x: number): Exact {
  let power = 0;
  while (!Number.isInteger(x) && power < 1074) {
    x *= 2;
    power++;
  }
  return makeExact(BigInt(x), 2n ** BigInt(power));
}

const float = fc.oneof(
  fc.integer({min: -50, max: 50}),
  fc.double({min: -1e9, max: 1e9, noNaN: true}).map((x) => Math.round(x * 1e6) / 1e6),
  fc.maxSafeInteger(),
  fc.constantFrom(0.1, 0.2, 0.3, 1.1, 3.3, 1 / 3),
);

describe('bounds', () => {
  it('enclose the exact sum, product and quotient', () => {
    fc.assert(
      fc.property(float, float, (a, b) => {
        const [x, y] = [exactly(a), exactly(b)];
        const encloses = ([low, high]: readonly [number, number], exact: Exact): boolean =>
          (low === -Infinity || compare(exactly(low), exact) <= 0) &&
          (high === Infinity || compare(exact, exactly(high)) <= 0);
        expect(encloses([addLow(a, b), addHigh(a, b)], add(x, y)), 'sum').to.equal(true);
        expect(encloses(multiply(a, a, b, b), multiplyExactly(x, y)), 'product').to.equal(true);
        if (b !== 0) expect(encloses(divide(a, a, b, b), divideExactly(x, y)), 'quotient').to.equal(true);
      }),
      {numRuns: 3000},
    );
  });

  it('stay exact for whole numbers', () => {
    expect([addLow(2, 3), addHigh(2, 3)]).to.deep.equal([5, 5]);
    expect(multiply(-2, 3, 4, 5)).to.deep.equal([-10, 15]);
    expect(divide(6, 12, 2, 3)).to.deep.equal([2, 6]);
  });

  const unbounded: readonly (readonly [string, readonly number[], readonly number[]])[] = [
    ['a quotient by what can be 0', divide(1, 2, -1, 1), [-Infinity, Infinity]],
    ['0 times anything', multiply(0, 0, -Infinity, Infinity), [0, 0]],
    ['what is not negative times anything not negative', multiply(0, Infinity, 0, Infinity), [0, Infinity]],
    ['a product beyond the floats', multiply(1e200, 1e200, 1e200, 1e200), [Number.MAX_VALUE, Infinity]],
    [
      'the sum of all and nothing known',
      [addLow(-Infinity, Infinity), addHigh(-Infinity, Infinity)],
      [-Infinity, Infinity],
    ],
  ];
  for (const [what, found, expected] of unbounded) {
    it(`are right for ${what}`, () => expect(found).to.deep.equal(expected));
  }
});

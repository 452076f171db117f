import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {parseDecimal, toNumber} from '../../../../src/core/number/decimal.js';
import {readNumberEntry, stepFrom} from '../../../../src/elements/controls/number/number-grid.js';

const exact = (text: string) => {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`"${text}" is no decimal.`);
  return value;
};
const grid = (min: string, max: string, step: string) => ({min: exact(min), max: exact(max), step: exact(step)});

describe('readNumberEntry', () => {
  const cases: readonly (readonly [string, ReturnType<typeof grid>, object])[] = [
    ['5', grid('0', '10', '1'), {kind: 'value', value: 5, isRounded: false}],
    [' 5 ', grid('0', '10', '1'), {kind: 'value', value: 5, isRounded: false}],
    ['5.4', grid('0', '10', '1'), {kind: 'value', value: 5, isRounded: true}],
    ['0.3', grid('0.1', '0.5', '0.1'), {kind: 'value', value: 0.3, isRounded: false}],
    ['11', grid('0', '10', '1'), {kind: 'invalid'}],
    ['-1', grid('0', '10', '1'), {kind: 'invalid'}],
    ['', grid('0', '10', '1'), {kind: 'invalid'}],
    ['five', grid('0', '10', '1'), {kind: 'invalid'}],
    // The greatest value on the grid is 9.
    ['10', grid('0', '10', '3'), {kind: 'value', value: 9, isRounded: true}],
  ];
  for (const [text, of, expected] of cases) {
    it(`reads "${text}" from ${toNumber(of.min)} to ${toNumber(of.max)} by ${toNumber(of.step)}`, () => {
      expect(readNumberEntry(text, of)).to.deep.equal(expected);
    });
  }

  it('always lands on the grid', () => {
    fc.assert(
      fc.property(
        fc.integer({min: -50, max: 50}),
        fc.nat(60),
        fc.integer({min: 1, max: 9}),
        fc.integer(),
        (min, span, step, at) => {
          const entry = readNumberEntry(String(at), {min, max: min + span, step});
          if (entry.kind === 'invalid') return at < min || at > min + span;
          const {value} = entry;
          return value >= min && value <= min + span && (value - min) % step === 0 && Math.abs(value - at) <= step;
        },
      ),
    );
  });
});

describe('stepFrom', () => {
  it('is exact and ends at the limits', () => {
    const tenths = grid('0.1', '0.4', '0.1');
    expect(stepFrom(0.1, 2, tenths)).to.equal(0.3);
    expect(stepFrom(0.3, 1, tenths)).to.equal(0.4);
    expect(stepFrom(0.4, 1, tenths)).to.equal(null);
    expect(stepFrom(0.1, -1, tenths)).to.equal(null);
  });
});

import {expect} from '@open-wc/testing';
import {textProblem} from '../../../../src/elements/controls/text/text-problem.js';

const limits = {minLength: 0, maxLength: 5, pattern: null};

const cases: readonly (readonly [string, Partial<typeof limits> | {pattern: string}, object | null])[] = [
  ['', {}, null],
  ['abcde', {}, null],
  ['👍👍👍👍👍', {}, null],
  ['abcdef', {}, {kind: 'long', count: 1}],
  ['', {minLength: 2}, {kind: 'short', count: 2}],
  ['a', {minLength: 2}, {kind: 'short', count: 2}],
  ['ab1', {pattern: '[a-z]*'}, {kind: 'characters', characters: ['1']}],
  ['1a2a1', {pattern: '[a-z]*'}, {kind: 'characters', characters: ['1', '2']}],
  ['7', {pattern: '[a-z]*'}, {kind: 'characters', characters: ['7']}],
  ['ab', {pattern: '[a-z]{3}'}, {kind: 'form'}],
  ['ab', {pattern: 'a|b'}, {kind: 'form'}],
  ['a', {pattern: 'a|b'}, null],
];

describe('textProblem', () => {
  for (const [text, more, expected] of cases) {
    it(`finds ${JSON.stringify(expected)} in "${text}" under ${JSON.stringify(more)}`, () => {
      expect(textProblem(text, {...limits, ...more})).to.deep.equal(expected);
    });
  }
});

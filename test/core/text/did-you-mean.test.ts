import {expect} from '@open-wc/testing';
import {didYouMean} from '../../../src/core/text/did-you-mean.js';

describe('didYouMean', () => {
  const known = ['finish', 'width', 'Height', 'shelves', 'id'];
  const cases: [string, string | null][] = [
    ['finsh', 'finish'],
    ['fniish', 'finish'],
    ['widht', 'width'],
    ['height', 'Height'],
    ['SHELVES', 'shelves'],
    ['shelf', null],
    ['ix', null],
    ['colour', null],
    ['', null],
    ['finish', null],
  ];
  for (const [word, meant] of cases) {
    it(`takes "${word}" for ${meant ?? 'nothing known'}`, () => {
      expect(didYouMean(word, known)).to.equal(meant === null ? '' : `Did you mean "${meant}"?`);
    });
  }

  it('takes the first of two that are equally near', () => {
    expect(didYouMean('boat', ['bolt', 'boot'])).to.contain('bolt');
  });

  it('stays quick for a word of any length', () => {
    expect(didYouMean('x'.repeat(1_000_000), known)).to.equal('');
  });
});

import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {TwikError} from '../../../src/core/error.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {hard} from '../../support/hard-product.js';
import {refusal, set, valueOf} from './configured.js';

describe('a product that is too hard', () => {
  it('says so when something is asked that cannot be decided in time, and stays usable', () => {
    const configuration = createConfiguration(parseProduct(hard));
    expect(configuration.isPossible('strict', true)).to.equal(false);
    expect(refusal(set(configuration, 'strict', true)).code).to.equal('search-limit');
    expect(set(configuration, 'n2', 77).kind).to.equal('applied');
    expect(valueOf(configuration, 'n2')).to.equal(77);
  });

  it('is found to be so within a budget, a little at a time', () => {
    const configuration = createConfiguration(parseProduct(hard));
    const budget = {work: 1000};
    expect(configuration.tryPossible('strict', true, budget)).to.equal(null);
    expect(budget.work).to.be.at.most(0);
    expect(configuration.tryPossible('n0', 3, {work: 1000})).to.equal(true);
    let slices = 1;
    while (configuration.tryPossible('strict', true, {work: 10_000}) === null) slices++;
    expect(slices).to.be.greaterThan(2);
    expect(configuration.tryPossible('strict', true, {work: 0})).to.equal(false);
  });

  it('can be given more work, or less', () => {
    const easy = {...hard, rules: []};
    expect(() => parseProduct(easy, {workLimit: 0}))
      .to.throw(TwikError)
      .with.property('code', 'search-limit');
    expect(createConfiguration(parseProduct(easy, {workLimit: 1e9})).isPossible('strict', true)).to.equal(true);
  });

  it('says least and greatest numbers when they are known', () => {
    const configuration = createConfiguration(parseProduct(hard));
    expect(configuration.tryBounds('n0', {work: 0})).to.equal(undefined);
    expect(configuration.tryBounds('n0', {work: 10_000})).to.deep.equal({min: 1, max: 2000});
    expect(configuration.tryBounds('n0', {work: 0})).to.deep.equal({min: 1, max: 2000});
  });
});

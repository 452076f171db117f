import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {shelf} from '../../support/products.js';

const begin = (availability: object | undefined) => createConfiguration(parseProduct({...shelf, availability}));

describe('the lead time of a configuration', () => {
  it('follows from what is chosen', () => {
    const configuration = begin({leadTimeDays: "finish == 'oak' ? 15 : 5"});
    expect(configuration.leadTimeDays()).to.equal(15);
    configuration.request({kind: 'set', parameter: 'finish', value: 'white'});
    expect(configuration.leadTimeDays()).to.equal(5);
  });

  it('may be a fraction', () => {
    expect(begin({leadTimeDays: 'shelves / 2'}).leadTimeDays()).to.equal(1.5);
  });

  it('is null when the product does not say, or its formula fails', () => {
    expect(begin({}).leadTimeDays()).to.equal(null);
    expect(begin({leadTimeDays: '1 / (shelves - 3)'}).leadTimeDays()).to.equal(null);
  });
});

import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {ConfigurationRequest} from '../../../src/core/configuration/request.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {shelf} from '../../support/products.js';

const width = (value: number): ConfigurationRequest => ({kind: 'set', parameter: 'width', value});

describe('gestures', () => {
  it('are one undo step each, and one redo step', () => {
    const configuration = createConfiguration(parseProduct(shelf));
    for (const value of [900, 1000, 1100]) configuration.request(width(value), {gesture: 'a'});
    for (const value of [1200, 1300]) configuration.request(width(value), {gesture: 'b'});
    configuration.request({kind: 'undo'});
    expect(configuration.parameter('width').value).to.equal(1100);
    configuration.request({kind: 'undo'});
    expect(configuration.parameter('width').value).to.equal(800);
    expect(configuration.canUndo).to.equal(false);
    configuration.request({kind: 'redo'});
    expect(configuration.parameter('width').value).to.equal(1100);
  });

  it('end with any request of another kind between', () => {
    const configuration = createConfiguration(parseProduct(shelf));
    configuration.request(width(900), {gesture: 'a'});
    configuration.request({kind: 'set', parameter: 'doors', value: true});
    configuration.request(width(1000), {gesture: 'a'});
    configuration.request({kind: 'undo'});
    expect(configuration.parameter('width').value).to.equal(900);
    expect(configuration.parameter('doors').value).to.equal(true);
  });

  it('end with an undo', () => {
    const configuration = createConfiguration(parseProduct(shelf));
    configuration.request(width(900), {gesture: 'a'});
    configuration.request(width(1000), {gesture: 'b'});
    configuration.request({kind: 'undo'});
    configuration.request(width(1100), {gesture: 'a'});
    configuration.request({kind: 'undo'});
    expect(configuration.parameter('width').value).to.equal(900);
  });

  it('tell of every change on the way', () => {
    const configuration = createConfiguration(parseProduct(shelf));
    let told = 0;
    configuration.subscribe(() => told++);
    for (const value of [900, 1000]) configuration.request(width(value), {gesture: 'a'});
    expect(told).to.equal(2);
  });
});

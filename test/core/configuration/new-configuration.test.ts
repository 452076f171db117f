import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {TwikError} from '../../../src/core/error.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {configured, product, valueOf} from './configured.js';

describe('a new configuration', () => {
  it('takes defaults, and is valid as a whole', () => {
    const configuration = createConfiguration(product);
    expect(configuration.parameter('width')).to.include({value: 800, origin: 'default', isOpen: false, isActive: true});
    expect(configuration.parameter('extras')).to.deep.include({value: [], origin: 'default'});
    expect(configuration.consistent).to.equal(true);
    expect(configuration.revision).to.equal(0);
    expect([configuration.canUndo, configuration.canRedo]).to.deep.equal([false, false]);
  });

  it('leaves open what nobody has decided, and completes it all the same', () => {
    const configuration = createConfiguration(product);
    expect(configuration.parameter('glass')).to.include({value: 'clear', origin: null, isOpen: true});
    expect(configuration.complete).to.equal(false);
    expect(configuration.price()).to.include({isEstimated: true});
    configured({glass: 'clear'}, configuration);
    expect(configuration.parameter('glass')).to.include({value: 'clear', origin: 'user', isOpen: false});
    expect(configuration.complete).to.equal(true);
    expect(configuration.price()).to.include({isEstimated: false});
  });

  it('gives null to what does not exist', () => {
    const configuration = createConfiguration(product);
    expect(configuration.parameter('handle')).to.include({value: null, origin: null, isActive: false, isOpen: false});
    expect(configuration.bounds('width')).to.deep.equal({min: 400, max: 2400});
    expect(configuration.bounds('finish')).to.equal(null);
  });

  it('begins with picks, and suspends those that contradict ones before', () => {
    const configuration = createConfiguration(product, {picks: {width: 1500, finish: 'oak', legs: 'wood'}});
    expect(configuration.suspended.map(({parameter, value}) => [parameter, value])).to.deep.equal([['legs', 'wood']]);
    expect(configuration.consistent).to.equal(false);
    expect(valueOf(configuration, 'legs')).to.equal('steel');
    expect(() => createConfiguration(product, {picks: {witdh: 3}})).to.throw(TwikError, 'Did you mean "width"');
  });

  it('decides what rules leave no choice about', () => {
    const forced = parseProduct({
      format: 1,
      id: 'forced',
      version: '1',
      parameters: [
        {id: 'a', kind: 'boolean'},
        {id: 'b', kind: 'choice', options: [{id: 'x'}, {id: 'y'}]},
        {id: 'c', kind: 'choice', required: false, options: [{id: 'x'}, {id: 'y'}]},
      ],
      rules: [{id: 'follow', require: "a ? b == 'y' && c == 'y' : true"}],
    });
    const configuration = createConfiguration(forced);
    expect(configuration.parameter('b')).to.include({origin: null, isOpen: true});
    expect(configuration.parameter('c')).to.include({value: null, origin: null, isOpen: false});
    configured({a: true}, configuration);
    expect(configuration.parameter('b')).to.include({value: 'y', origin: 'rule', isOpen: false});
    expect(configuration.parameter('c')).to.include({value: 'y', origin: 'rule', isOpen: false});
    expect(configuration.complete).to.equal(true);
  });

  it('cannot be had of a product that no configuration keeps, which names the rules at fault when it is read', () => {
    const contradictory = {
      format: 1,
      id: 'never',
      version: '1',
      parameters: [
        {id: 'a', kind: 'boolean'},
        {id: 'b', kind: 'boolean'},
      ],
      rules: [
        {id: 'harmless', require: 'a || b'},
        {id: 'yes', require: 'a'},
        {id: 'no', require: '!a'},
      ],
    };
    let error: unknown;
    try {
      parseProduct(contradictory);
    } catch (caught) {
      error = caught;
    }
    expect(error).to.be.instanceOf(TwikError).with.property('code', 'product-contradictory');
    expect((error as TwikError).issues.map(({path}) => path)).to.deep.equal(['/rules/1', '/rules/2']);
  });
});

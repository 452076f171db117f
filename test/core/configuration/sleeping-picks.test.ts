import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {shelf} from '../../support/products.js';
import {configured, product, set} from './configured.js';

describe('a pick of a parameter that comes and goes', () => {
  it('sleeps while the parameter does not exist, and is in force again when it does', () => {
    const configuration = configured({doors: true, handle: 'bar'});
    expect(configuration.isPossible('doors', false)).to.equal(true);
    configured({doors: false}, configuration);
    expect(configuration.parameter('handle')).to.include({value: null, origin: null, isActive: false});
    expect(configuration.serialize().values['handle']).to.equal(null);
    configured({doors: true}, configuration);
    expect(configuration.parameter('handle')).to.include({value: 'bar', origin: 'user'});
  });

  it('survives in a share code', () => {
    const configuration = configured({doors: true, handle: 'bar'});
    configured({doors: false}, configuration);
    const opened = createConfiguration(product, {restore: configuration.shareCode()});
    expect(opened.parameter('handle').isActive).to.equal(false);
    configured({doors: true}, opened);
    expect(opened.parameter('handle')).to.include({value: 'bar', origin: 'restored'});
  });

  const handles = parseProduct({
    ...shelf,
    rules: [{id: 'brass', when: "finish == 'walnut'", require: "handle != 'bar'"}],
  });

  it('does not slip out of force where another value of its parameter would be allowed', () => {
    // Doors are not picked, so taking them away would keep the rule; but it would change a pick silently.
    const configuration = createConfiguration(parseProduct({...JSON.parse(JSON.stringify(handlesWithDoors()))}));
    configured({handle: 'bar'}, configuration);
    expect(configuration.isPossible('finish', 'walnut')).to.equal(false);
    const result = set(configuration, 'finish', 'walnut');
    expect(result.kind === 'conflict' && result.repairs[0]?.release).to.deep.equal([
      {parameter: 'handle', value: 'bar'},
    ]);
  });

  it('contradicts others when it would wake against them', () => {
    const configuration = configured({doors: true, handle: 'bar'}, createConfiguration(handles));
    configured({doors: false, finish: 'walnut'}, configuration);
    expect(configuration.isPossible('doors', true)).to.equal(false);
    const result = set(configuration, 'doors', true);
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(result.explanation.rules.map(({id}) => id)).to.include('brass');
    expect(result.repairs.map(({release}) => release)).to.deep.equal([
      [{parameter: 'handle', value: 'bar'}],
      [{parameter: 'finish', value: 'walnut'}],
    ]);
    for (const {request} of result.repairs) {
      expect(configuration.request(request).kind).to.equal('applied');
      configuration.request({kind: 'undo'});
    }
  });

  it('says why what does not exist cannot be set', () => {
    const configuration = configured({doors: false});
    expect(configuration.isPossible('handle', 'bar')).to.equal(false);
    expect(configuration.explain('handle', 'bar')).to.deep.equal({
      parameter: 'handle',
      value: 'bar',
      rules: [{id: 'handle', message: null}],
      picks: [{parameter: 'doors', value: false}],
    });
    expect(configuration.bounds('handle')).to.equal(null);
  });

  function handlesWithDoors(): unknown {
    return {
      ...shelf,
      parameters: shelf.parameters.map((parameter) =>
        parameter.id === 'doors' ? {...parameter, default: true} : parameter,
      ),
      rules: [{id: 'brass', when: "finish == 'walnut'", require: "handle != 'bar'"}],
    };
  }
});

import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {ConfigurationRequest} from '../../../src/core/configuration/request.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {configured, product, refusal, set, valueOf} from './configured.js';

describe('setting a value', () => {
  it('lists what changes, forced follow-ups included', () => {
    const configuration = createConfiguration(product);
    expect(set(configuration, 'width', 1500)).to.deep.equal({
      kind: 'applied',
      changed: [
        {path: 'width', from: 800, to: 1500, origin: 'user'},
        {path: 'legs', from: 'wood', to: 'steel', origin: 'rule'},
      ],
    });
  });

  it('keeps defaults soft: they give way to picks', () => {
    const configuration = configured({width: 1500, legs: 'wood'});
    expect(configuration.parameter('finish')).to.include({value: 'walnut', origin: 'rule'});
    configuration.request({kind: 'clear', parameter: 'legs'});
    expect(configuration.parameter('finish')).to.include({value: 'oak', origin: 'default'});
  });

  it('takes the nearest number where the default number is barred', () => {
    const near = parseProduct({
      format: 1,
      id: 'near',
      version: '1',
      parameters: [
        {id: 'width', kind: 'number', unit: 'cm', min: 0, max: 100, step: 0.5, default: 50},
        {id: 'narrow', kind: 'boolean', default: false},
        {id: 'wide', kind: 'boolean', default: false},
      ],
      rules: [
        {id: 'n', when: 'narrow', require: 'width < 305 mm || width > 95 cm'},
        {id: 'w', when: 'wide', require: 'width < 20 cm || width >= 72.25 cm'},
      ],
    });
    expect(valueOf(configured({narrow: true}, createConfiguration(near)), 'width')).to.equal(30);
    expect(valueOf(configured({wide: true}, createConfiguration(near)), 'width')).to.equal(72.5);
  });

  it('tells nobody when the value is picked already', () => {
    const configuration = configured({width: 1500});
    let told = 0;
    configuration.subscribe(() => told++);
    expect(set(configuration, 'width', 1500)).to.deep.equal({kind: 'applied', changed: []});
    expect([told, configuration.revision]).to.deep.equal([0, 1]);
    configuration.request({kind: 'undo'});
    expect(configuration.canUndo).to.equal(false);
  });

  const refused: readonly (readonly [ConfigurationRequest, string])[] = [
    [{kind: 'set', parameter: 'depth', value: 1}, 'parameter-unknown'],
    [{kind: 'clear', parameter: 'depth'}, 'parameter-unknown'],
    [{kind: 'set', parameter: 'width', value: 800, release: ['depth']}, 'parameter-unknown'],
    [{kind: 'set', parameter: 'finish', value: 'pine'}, 'option-unknown'],
    [{kind: 'set', parameter: 'handle', value: 'bar'}, 'parameter-inactive'],
    [{kind: 'batch', requests: [{kind: 'set', parameter: 'doors', value: true}, {kind: 'undo'}]}, 'request-invalid'],
    [
      {
        kind: 'batch',
        requests: [
          {kind: 'set', parameter: 'doors', value: false},
          {kind: 'set', parameter: 'handle', value: 'bar'},
        ],
      },
      'parameter-inactive',
    ],
    [{kind: 'restore', from: '1.nonsense'}, 'code-invalid'],
  ];
  for (const [request, code] of refused) {
    it(`refuses ${JSON.stringify(request)} with ${code} and changes nothing`, () => {
      const configuration = createConfiguration(product);
      const before = configuration.serialize();
      expect(refusal(configuration.request(request)).code).to.equal(code);
      expect(configuration.serialize()).to.equal(before);
      expect(configuration.canUndo).to.equal(false);
    });
  }

  it('keeps texts and colours apart from the rules', () => {
    const configuration = configured({label: 'Ada', tint: '#1D3557'});
    expect(configuration.parameter('label')).to.include({value: 'Ada', origin: 'user', isOpen: false});
    expect(configuration.parameter('tint')).to.include({value: '#1d3557', origin: 'user'});
    expect(refusal(set(configuration, 'label', 'Ada 7')).code).to.equal('text-pattern');
    expect(configuration.isPossible('label', 'Ada 7')).to.equal(false);
    configuration.request({kind: 'clear', parameter: 'label'});
    expect(configuration.parameter('label')).to.include({value: '', origin: null});
  });

  it('leaves a required text open until something is written', () => {
    const named = parseProduct({
      format: 1,
      id: 'named',
      version: '1',
      parameters: [
        {id: 'gift', kind: 'boolean', default: false},
        {id: 'card', kind: 'text', active: 'gift'},
      ],
    });
    const configuration = createConfiguration(named);
    expect([configuration.complete, configuration.parameter('card').isActive]).to.deep.equal([true, false]);
    configured({gift: true}, configuration);
    expect([configuration.complete, configuration.parameter('card').isOpen]).to.deep.equal([false, true]);
    configured({card: 'For you'}, configuration);
    expect(configuration.complete).to.equal(true);
    configured({card: ''}, configuration);
    expect(configuration.complete).to.equal(false);
  });
});

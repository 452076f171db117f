import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {ConfigurationRequest} from '../../../src/core/configuration/request.js';
import {configured, product, valueOf} from './configured.js';

describe('steps', () => {
  it('are undone and redone as a person made them', () => {
    const configuration = configured({width: 1500, doors: true});
    configuration.request({kind: 'undo'});
    expect(valueOf(configuration, 'doors')).to.equal(false);
    expect(configuration.request({kind: 'undo'})).to.deep.equal({
      kind: 'applied',
      changed: [
        {path: 'width', from: 1500, to: 800, origin: 'default'},
        {path: 'legs', from: 'steel', to: 'wood', origin: 'default'},
      ],
    });
    expect(configuration.canUndo).to.equal(false);
    configuration.request({kind: 'redo'});
    expect(valueOf(configuration, 'legs')).to.equal('steel');
    configured({shelves: 5}, configuration);
    expect(configuration.canRedo).to.equal(false);
  });

  it('do nothing beyond the ends', () => {
    const configuration = createConfiguration(product);
    for (const kind of ['undo', 'redo'] as const) {
      expect(configuration.request({kind})).to.deep.equal({kind: 'applied', changed: []});
    }
    expect(configuration.revision).to.equal(0);
  });

  it('take a batch as one, whatever its order, all or nothing', () => {
    const configuration = createConfiguration(product);
    const batch: ConfigurationRequest = {
      kind: 'batch',
      requests: [
        {kind: 'set', parameter: 'handle', value: 'bar'},
        {kind: 'batch', requests: [{kind: 'set', parameter: 'width', value: 1500}]},
        {kind: 'set', parameter: 'doors', value: true},
      ],
    };
    expect(configuration.request(batch).kind).to.equal('applied');
    expect([valueOf(configuration, 'handle'), valueOf(configuration, 'legs')]).to.deep.equal(['bar', 'steel']);
    configuration.request({kind: 'undo'});
    expect([configuration.canUndo, valueOf(configuration, 'width')]).to.deep.equal([false, 800]);
    const broken: ConfigurationRequest = {
      kind: 'batch',
      requests: [
        {kind: 'set', parameter: 'shelves', value: 5},
        {kind: 'set', parameter: 'finish', value: 'oak'},
        {kind: 'set', parameter: 'width', value: 1500},
        {kind: 'set', parameter: 'legs', value: 'wood'},
      ],
    };
    const result = configuration.request(broken);
    expect(result.kind === 'conflict' && [result.explanation.parameter, result.repairs]).to.deep.equal(['legs', []]);
    expect(valueOf(configuration, 'shelves')).to.equal(3);
  });

  it('offer repairs for a batch as a batch', () => {
    const configuration = configured({legs: 'wood'});
    const result = configuration.request({
      kind: 'batch',
      requests: [
        {kind: 'set', parameter: 'finish', value: 'oak'},
        {kind: 'set', parameter: 'width', value: 1500},
      ],
    });
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(configuration.request(result.repairs[0]!.request).kind).to.equal('applied');
    expect([valueOf(configuration, 'width'), valueOf(configuration, 'legs')]).to.deep.equal([1500, 'steel']);
  });

  it('take everything back at once, and that back too', () => {
    const configuration = configured({width: 1500, doors: true, label: 'Ada'});
    const before = configuration.serialize();
    configuration.request({kind: 'reset'});
    expect(configuration.serialize().values).to.deep.equal(createConfiguration(product).serialize().values);
    configuration.request({kind: 'undo'});
    expect(configuration.serialize()).to.deep.equal(before);
    expect(configuration.request({kind: 'reset'}).kind).to.equal('applied');
    expect(configuration.request({kind: 'reset'})).to.deep.equal({kind: 'applied', changed: []});
  });
});

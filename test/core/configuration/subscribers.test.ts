import {expect} from '@open-wc/testing';
import type {StateChange} from '../../../src/core/configuration/configuration.js';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {configured, product, set, valueOf} from './configured.js';

describe('subscribers', () => {
  it('are told once, at once, by whom and what', () => {
    const configuration = createConfiguration(product);
    const told: StateChange[] = [];
    const unsubscribe = configuration.subscribe((change) => told.push(change));
    const result = configuration.request({kind: 'set', parameter: 'width', value: 1500}, {source: 'user'});
    expect(told).to.deep.equal([{source: 'user', changed: result.kind === 'applied' && result.changed}]);
    unsubscribe();
    configured({width: 800}, configuration);
    expect(told.length).to.equal(1);
  });

  it('all hear it although one of them throws', () => {
    const configuration = createConfiguration(product);
    const heard: string[] = [];
    configuration.subscribe(() => {
      throw new Error('first');
    });
    configuration.subscribe(() => heard.push('second'));
    expect(() => set(configuration, 'doors', true)).to.throw('first');
    expect(heard).to.deep.equal(['second']);
    expect(valueOf(configuration, 'doors')).to.equal(true);
    const errors: unknown[] = [];
    const quiet = createConfiguration(product, {onError: (error) => errors.push(error)});
    quiet.subscribe(() => {
      throw new Error('caught');
    });
    expect(set(quiet, 'doors', true).kind).to.equal('applied');
    expect(errors).to.have.length(1);
  });

  it('hear of what a listener asks in turn after what came before, each in the same order', () => {
    const configuration = createConfiguration(product);
    const heard: string[] = [];
    configuration.subscribe(({changed}) => {
      heard.push(`a ${changed.map(({path}) => path).join()}`);
      if (valueOf(configuration, 'doors') === false) {
        const result = set(configuration, 'doors', true);
        expect(result.kind).to.equal('applied');
        expect(valueOf(configuration, 'handle')).to.equal('knob');
      }
    });
    configuration.subscribe(({changed}) => heard.push(`b ${changed.map(({path}) => path).join()}`));
    configured({shelves: 5}, configuration);
    expect(heard).to.deep.equal(['a shelves', 'b shelves', 'a doors,handle', 'b doors,handle']);
    expect(configuration.revision).to.equal(2);
  });

  it('hear nothing more once another has ended their subscription', () => {
    const configuration = createConfiguration(product);
    let heard = 0;
    configuration.subscribe(() => end());
    const end = configuration.subscribe(() => heard++);
    configured({shelves: 5}, configuration);
    expect(heard).to.equal(0);
  });
});

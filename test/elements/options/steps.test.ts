import {expect} from '@open-wc/testing';
import type {TwikOptions} from '../../../src/elements/options.js';
import {part, parts, press, productOf} from '../controls/open-control.js';
import {openOptions, paths, settled, words} from './open-options.js';

describe('<twik-options> as steps', () => {
  const tabs = (options: TwikOptions) => parts(options, 'step');
  const names = (options: TwikOptions, name: string) => parts(options, name).map(words);

  it('shows one group at a time, with the ways on and back', async () => {
    const {options, opened} = await openOptions('steps');
    expect(paths(options)).to.deep.equal(['width', 'shelves']);
    expect(names(options, 'back')).to.deep.equal([]);
    expect(names(options, 'next')).to.deep.equal(['Next: Look']);
    part(options, 'next').click();
    await settled(options);
    expect(paths(options)).to.include('finish').and.not.to.include('width');
    expect(names(options, 'back')).to.deep.equal(['Back']);
    expect(opened).to.deep.equal([{group: 'look', view: null}]);
    part(options, 'next').click();
    await settled(options);
    expect(names(options, 'next')).to.deep.equal([]);
    part(options, 'back').click();
    await settled(options);
    expect(names(options, 'group-name')).to.deep.equal(['Look']);
  });

  it('takes the focus to the beginning of the next step', async () => {
    const {options} = await openOptions('steps');
    part(options, 'next').click();
    await settled(options);
    await options.updateComplete;
    expect(options.shadowRoot?.activeElement?.role).to.equal('tabpanel');
  });

  it('is a list of tabs that arrows walk along', async () => {
    const {options} = await openOptions('steps');
    expect(tabs(options).map((tab) => [tab.ariaSelected, tab.tabIndex])).to.deep.equal([
      ['true', 0],
      ['false', -1],
      ['false', -1],
    ]);
    tabs(options)[0]?.focus();
    await press(options, 'ArrowRight');
    await settled(options);
    expect(tabs(options).map((tab) => tab.ariaSelected)).to.deep.equal(['false', 'true', 'false']);
    expect(options.shadowRoot?.activeElement).to.equal(tabs(options)[1]);
    await press(options, 'End');
    await settled(options);
    expect(tabs(options)[2]?.ariaSelected).to.equal('true');
  });

  it('marks steps as done once somebody has been there and nothing is open', async () => {
    const {options, configuration} = await openOptions('steps');
    const done = () => names(options, 'done');
    part(options, 'next').click();
    await settled(options);
    expect(done()).to.deep.equal(['Size (done)']);
    part(options, 'next').click();
    await settled(options);
    // The glass is open.
    expect(done()).to.deep.equal(['Size (done)']);
    expect(words(tabs(options)[1] ?? options)).to.equal('2 Look (1 open)');
    configuration.request({kind: 'set', parameter: 'glass', value: 'clear'});
    await settled(options);
    expect(done()).to.deep.equal(['Size (done)', 'Look (done)']);
  });

  it('shows the first step again when the group of the present one is gone', async () => {
    const product = {
      ...productOf({id: 'doors', kind: 'boolean', name: 'Doors', group: 'body', default: true}),
      groups: [
        {id: 'body', name: 'Body'},
        {id: 'front', name: 'Front'},
      ],
    };
    Object.assign(product, {
      parameters: [
        {id: 'doors', kind: 'boolean', name: 'Doors', group: 'body', default: true},
        {id: 'lock', kind: 'boolean', name: 'Lock', group: 'front', active: 'doors', default: false},
      ],
    });
    const {options, configuration} = await openOptions('steps', {product});
    options.openGroup('front');
    await settled(options);
    expect(paths(options)).to.deep.equal(['lock']);
    configuration.request({kind: 'set', parameter: 'doors', value: false});
    await settled(options);
    expect(paths(options)).to.deep.equal(['doors']);
  });
});

import {expect} from '@open-wc/testing';
import type {TwikOptions} from '../../../src/elements/options.js';
import {shelf} from '../../support/products.js';
import {configurationWith, part} from '../controls/open-control.js';
import {control, controls, openOptions, paths, settled, words, type Control} from './open-options.js';

/** The shelf with a view for its first group. */
const staged = {
  ...shelf,
  groups: shelf.groups.map((group) => (group.id === 'size' ? {...group, view: 'front'} : group)),
  scene: {models: [{id: 'body', src: 'body.glb'}], views: {front: {orbitDeg: [0, 90]}}},
};

describe('<twik-options> as accordion', () => {
  const header = (options: TwikOptions, id: string) => {
    const found = options.shadowRoot?.getElementById(`header-${id}`);
    if (!found) throw new Error(`There is no group "${id}".`);
    return found;
  };

  it('opens the first group and says what is chosen in the others', async () => {
    const {options} = await openOptions('accordion');
    expect(header(options, 'size').ariaExpanded).to.equal('true');
    expect(header(options, 'look').ariaExpanded).to.equal('false');
    expect(words(header(options, 'look'))).to.equal('Look 1 open Oak · Wood');
    expect(paths(options)).to.deep.equal(['width', 'shelves']);
  });

  it('opens and closes groups by their headers, and moves the camera to what was opened', async () => {
    const {options, opened} = await openOptions('accordion');
    header(options, 'more').click();
    await settled(options);
    expect(header(options, 'more').ariaExpanded).to.equal('true');
    const panel = options.shadowRoot?.getElementById(header(options, 'more').getAttribute('aria-controls') ?? '');
    expect(panel?.hidden).to.equal(false);
    header(options, 'more').click();
    await settled(options);
    expect(panel?.hidden).to.equal(true);
    expect(opened).to.deep.equal([{group: 'more', view: null}]);
  });

  it('moves the camera when somebody turns to another open group', async () => {
    const {options, opened} = await openOptions('accordion', {product: staged});
    options.openGroup('look');
    await settled(options);
    part(control(options, 'shelves'), 'more').click();
    part(control(options, 'shelves'), 'more').click();
    expect(opened).to.deep.equal([
      {group: 'look', view: null},
      {group: 'size', view: 'front'},
    ]);
  });

  it('works nothing out for groups that are closed', async () => {
    const configuration = configurationWith();
    const asked = new Set<string>();
    const ask = configuration.tryPossible.bind(configuration);
    configuration.tryPossible = (path, value, budget) => {
      asked.add(path);
      return ask(path, value, budget);
    };
    const {options} = await openOptions('accordion');
    options.configuration = configuration;
    await settled(options);
    expect([...asked]).to.deep.equal(['shelves']);
  });

  it('asks about each value once per change, however often it renders', async () => {
    const {options, configuration} = await openOptions('all');
    const asked: string[] = [];
    const ask = configuration.tryPossible.bind(configuration);
    configuration.tryPossible = (path, value, budget) => {
      asked.push(JSON.stringify([path, value]));
      return ask(path, value, budget);
    };
    configuration.request({kind: 'set', parameter: 'legs', value: 'steel'});
    await settled(options);
    for (const each of controls(options)) (each as Control & {requestUpdate(): void}).requestUpdate();
    await settled(options);
    expect(asked.length).to.be.greaterThan(0);
    expect(asked.length).to.equal(new Set(asked).size);
  });

  it('says that there is no such group', async () => {
    const {options, opened} = await openOptions('accordion');
    expect(options.openGroup('roof')).to.equal(false);
    expect(opened).to.deep.equal([]);
  });
});

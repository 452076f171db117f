import {expect, fixtureSync, html, oneEvent} from '@open-wc/testing';
import type {Configuration} from '../../src/core/configuration/configuration.js';
import type {Value} from '../../src/core/product/parameter.js';
import type {GroupOpenedDetail} from '../../src/elements/events.js';
import {TwikOptions} from '../../src/elements/options.js';
import {shelf} from '../support/products.js';
import {configurationWith, defineControls, option, part, parts, press, productOf} from './controls/open-control.js';

interface Opened {
  readonly options: TwikOptions;
  readonly configuration: Configuration;
  /** What was told about groups, in order. */
  readonly opened: GroupOpenedDetail[];
}

async function openOptions(
  mode: TwikOptions['mode'],
  {picks = {}, product, lang = 'en'}: {picks?: Readonly<Record<string, Value>>; product?: object; lang?: string} = {},
): Promise<Opened> {
  defineControls();
  if (!customElements.get('twik-options')) customElements.define('twik-options', TwikOptions);
  const configuration = configurationWith(picks, product);
  const opened: GroupOpenedDetail[] = [];
  const place = fixtureSync<HTMLElement>(html`<div lang=${lang}></div>`);
  // What is fading in has too little contrast for a moment.
  place.style.setProperty('--twik-duration', '0ms');
  place.addEventListener('twik-group-opened', ({detail}) => opened.push(detail));
  const options = document.createElement('twik-options');
  Object.assign(options, {configuration, mode});
  place.append(options);
  await settled(options);
  return {options, configuration, opened};
}

async function settled(options: TwikOptions): Promise<void> {
  await options.updateComplete;
  await Promise.all(controls(options).map((control) => control.updateComplete));
}

/** The shelf with a view for its first group. */
const staged = {
  ...shelf,
  groups: shelf.groups.map((group) => (group.id === 'size' ? {...group, view: 'front'} : group)),
  scene: {models: [{id: 'body', src: 'body.glb'}], views: {front: {orbitDeg: [0, 90]}}},
};

type Control = HTMLElement & {path: string; updateComplete: Promise<boolean>};

const controls = (options: TwikOptions) => parts(options, 'control') as Control[];
const paths = (options: TwikOptions) => controls(options).map(({path}) => path);
const words = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim();
const live = (options: TwikOptions) => options.shadowRoot?.querySelector('[role=status]')?.textContent;

function control(options: TwikOptions, path: string): Control {
  const found = controls(options).find((each) => each.path === path);
  if (!found) throw new Error(`"${path}" is not shown.`);
  return found;
}

describe('<twik-options>', () => {
  for (const mode of ['accordion', 'steps', 'all'] as const) {
    it(`is accessible as ${mode}`, async () => {
      const {options} = await openOptions(mode);
      await expect(options).to.be.accessible();
    });

    it(`shows only what exists at present, and what comes to exist without moving the focus, as ${mode}`, async () => {
      const {options} = await openOptions(mode);
      options.openGroup('look');
      await settled(options);
      expect(paths(options)).to.include('doors').and.not.to.include('handle');
      const button = part(control(options, 'doors'), 'switch');
      button.focus();
      button.click();
      await settled(options);
      expect(paths(options)).to.include('handle');
      expect(options.shadowRoot?.activeElement).to.equal(control(options, 'doors'));
      expect(live(options)).to.equal('Handle can be chosen now.');
    });

    it(`brings a parameter into view and focuses its control, as ${mode}`, async () => {
      const {options, opened} = await openOptions(mode);
      expect(await options.focusParameter('extras')).to.equal(true);
      expect(options.shadowRoot?.activeElement).to.equal(control(options, 'extras'));
      expect(control(options, 'extras').shadowRoot?.activeElement?.role).to.equal('checkbox');
      expect(opened).to.deep.equal([{group: 'more', view: null}]);
      expect(await options.focusParameter('handle')).to.equal(false);
    });

    it(`keeps each control while values change, as ${mode}`, async () => {
      const {options, configuration} = await openOptions(mode);
      options.openGroup('look');
      await settled(options);
      const legs = control(options, 'legs');
      configuration.request({kind: 'set', parameter: 'doors', value: true});
      configuration.request({kind: 'set', parameter: 'legs', value: 'steel'});
      await settled(options);
      expect(control(options, 'legs')).to.equal(legs);
      expect(option(legs, 'Steel').ariaChecked).to.equal('true');
    });
  }

  it('begins anew with another configuration', async () => {
    const {options} = await openOptions('accordion');
    options.openGroup('more');
    options.configuration = configurationWith(
      {},
      productOf({id: 'hollow', kind: 'boolean', name: 'Hollow', default: false}),
    );
    await settled(options);
    expect(paths(options)).to.deep.equal(['hollow']);
    options.configuration = null;
    await options.updateComplete;
    expect(paths(options)).to.deep.equal([]);
  });

  it('puts no frame around the parameters of a product without groups', async () => {
    const product = productOf({id: 'hollow', kind: 'boolean', name: 'Hollow', default: false});
    for (const mode of ['accordion', 'steps', 'all'] as const) {
      const {options} = await openOptions(mode, {product});
      expect(paths(options)).to.deep.equal(['hollow']);
      expect(parts(options, 'group-name')).to.deep.equal([]);
    }
  });

  it("lets a page put its own control in a parameter's place", async () => {
    const {options} = await openOptions('accordion');
    const own = document.createElement('input');
    own.slot = 'control-width';
    own.ariaLabel = 'Width';
    options.append(own);
    expect(own.assignedSlot).not.to.equal(null);
    await options.focusParameter('width');
    expect(document.activeElement).to.equal(own);
  });

  it('passes the language on', async () => {
    const {options} = await openOptions('all', {lang: 'de'});
    expect(parts(options, 'group-name').map(words)).to.deep.equal(['Maße', 'Aussehen', 'Mehr']);
    expect(words(part(control(options, 'width'), 'name'))).to.equal('Breite');
  });

  describe('as accordion', () => {
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
      const isPossible = configuration.isPossible.bind(configuration);
      configuration.isPossible = (path, value) => {
        asked.add(path);
        return isPossible(path, value);
      };
      const {options} = await openOptions('accordion');
      options.configuration = configuration;
      await settled(options);
      expect([...asked]).to.deep.equal(['shelves']);
    });

    it('asks about each value once per change, however often it renders', async () => {
      const {options, configuration} = await openOptions('all');
      const asked: string[] = [];
      const isPossible = configuration.isPossible.bind(configuration);
      configuration.isPossible = (path, value) => {
        asked.push(JSON.stringify([path, value]));
        return isPossible(path, value);
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

  describe('as steps', () => {
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

  it('lets a conflict be told beyond it', async () => {
    const {options} = await openOptions('all', {picks: {doors: true}});
    setTimeout(() => option(control(options, 'legs'), 'Plinth').click());
    const {detail} = await oneEvent(options, 'configuration-conflict');
    expect(detail.explanation).to.include({parameter: 'legs', value: 'plinth'});
  });
});

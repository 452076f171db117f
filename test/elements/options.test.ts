import {expect, oneEvent} from '@open-wc/testing';
import {configurationWith, option, part, parts, productOf} from './controls/open-control.js';
import {control, live, openOptions, paths, settled, words} from './options/open-options.js';

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

    it(`keeps the control in use when something comes to exist before it, as ${mode}`, async () => {
      const answers = ['yes', 'no'].map((id) => ({id}));
      const choice = {kind: 'choice', options: answers, default: 'no'};
      const parameters = [
        {...choice, id: 'before', group: 'one'},
        {...choice, id: 'between', group: 'two', active: "used == 'yes'"},
        {...choice, id: 'above', group: 'three', active: "used == 'yes'"},
        {...choice, id: 'used', group: 'three'},
      ];
      const groups = ['one', 'two', 'three'].map((id) => ({id, name: id}));
      const product = productOf({}, {groups, parameters});
      const {options, configuration} = await openOptions(mode, {product});
      await options.focusParameter('used');
      const used = control(options, 'used');
      configuration.request({kind: 'set', parameter: 'used', value: 'yes'});
      await settled(options);
      expect(paths(options)).to.include('above');
      expect(control(options, 'used')).to.equal(used);
      expect(options.shadowRoot?.activeElement).to.equal(used);
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

  it('lets a conflict be told beyond it', async () => {
    const {options} = await openOptions('all', {picks: {doors: true}});
    setTimeout(() => option(control(options, 'legs'), 'Plinth').click());
    const {detail} = await oneEvent(options, 'configuration-conflict');
    expect(detail.explanation).to.include({parameter: 'legs', value: 'plinth'});
  });
});

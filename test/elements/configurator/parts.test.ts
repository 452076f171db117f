import {expect} from '@open-wc/testing';
import type {TwikConfigurator} from '../../../src/elements/configurator.js';
import {cubeProduct} from '../../viewer/support/cube-product.js';
import {below, find, openConfigurator, settled} from '../../support/configurator.js';
import {shelf} from '../../support/products.js';

/** Of every kind of parameter one, and a scene. */
const product = () => ({
  ...shelf,
  parameters: [
    ...shelf.parameters,
    {id: 'city', kind: 'choice', name: 'City', control: 'select', default: 'a', options: [{id: 'a'}, {id: 'b'}]},
    {id: 'lid', kind: 'boolean', name: 'Lid', description: 'Oiled.', default: false, control: 'cards'},
  ],
  scene: {...cubeProduct().scene, bindings: []},
});

function exportsOf(element: Element): [inner: string, outer: string][] {
  return (element.getAttribute('exportparts') ?? '').split(',').map((entry) => {
    const [inner = '', outer = inner] = entry.split(':').map((name) => name.trim());
    return [inner, outer];
  });
}

/** Names of the parts that an element has: its own, and those that elements inside hand on to it. */
function partsOf(element: Element): string[] {
  const inside = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  const handedOn = inside.filter((each) => each.hasAttribute('exportparts')).flatMap(exportsOf);
  return [...inside.flatMap((each) => [...each.part]), ...handedOn.map(([, outer]) => outer)];
}

async function conflicting(configurator: TwikConfigurator): Promise<void> {
  configurator.request({kind: 'set', parameter: 'doors', value: true});
  configurator.request({kind: 'set', parameter: 'legs', value: 'plinth'});
  await settled(configurator);
}

describe('the parts of a configurator', () => {
  for (const mode of ['accordion', 'steps', 'all'] as const) {
    it(`are all that are part of anything inside, in mode ${mode}`, async () => {
      const configurator = await openConfigurator(product());
      configurator.mode = mode;
      await conflicting(configurator);
      const inner = [...below(configurator)].filter(({localName}) => /^twik-(?!configurator)/.test(localName));
      expect(new Set(inner.map(({localName}) => localName)).size).to.be.above(6);
      for (const element of inner) {
        const handedOn = exportsOf(element).map(([name]) => name);
        expect(handedOn, element.localName).to.include.members(partsOf(element));
      }
    });
  }

  it('let a page style what is inside by the name of its element', async () => {
    const configurator = await openConfigurator(product());
    for (const group of ['size', 'look']) find(configurator, 'twik-options').openGroup(group);
    await conflicting(configurator);
    const places = {
      'control-option': ['twik-swatches', '[part~=option]'],
      'control-slider': ['twik-number', '[part=slider]'],
      'options-group-header': ['twik-options', '[part=group-header]'],
      'summary-value': ['twik-summary', '[part=value]'],
      'actions-undo': ['twik-actions', '[part~=undo]'],
      'price-amount': ['twik-price', '[part=amount]'],
      'viewer-canvas': ['twik-viewer', 'canvas'],
      'conflict-repair': ['twik-conflict', '[part=repair]'],
    };
    const sheet = document.createElement('style');
    sheet.textContent = Object.keys(places)
      .map((part) => `twik-configurator::part(${part}) { scroll-margin-top: 77px; }`)
      .join('\n');
    document.head.append(sheet);
    for (const [part, selectors] of Object.entries(places)) {
      const element = selectors.reduce<Element>((inside, selector) => find(inside, selector), configurator);
      expect(getComputedStyle(element).scrollMarginTop, part).to.equal('77px');
    }
    // A part of the configurator itself is none of another's with the same name.
    sheet.textContent = 'twik-configurator::part(name) { scroll-margin-top: 55px; }';
    expect(getComputedStyle(find(find(configurator, 'twik-swatches'), '[part=name]')).scrollMarginTop).to.equal('0px');
    sheet.remove();
  });
});

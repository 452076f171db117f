import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {TwikConfigurator} from '../../src/elements/configurator.js';
import {count, find, listen, openConfigurator, settled, textOf} from '../support/configurator.js';
import {shelf} from '../support/products.js';

/** A configurator in which a wide oak shelf on wooden legs was just asked for. */
async function openConflict(lang = 'en'): Promise<TwikConfigurator> {
  const configurator = await openConfigurator(shelf, {lang});
  configurator.request({kind: 'set', parameter: 'finish', value: 'oak'});
  configurator.request({kind: 'set', parameter: 'legs', value: 'wood'});
  configurator.request({kind: 'set', parameter: 'width', value: 2000});
  await settled(configurator);
  return configurator;
}

const isOpen = (configurator: TwikConfigurator) => count(configurator, 'dialog[open]') === 1;

describe('<twik-conflict>', () => {
  it('is accessible', async () => {
    const configurator = await openConflict();
    await expect(find(configurator, 'twik-conflict')).to.be.accessible();
  });

  it('says what was wanted and which rule is against it', async () => {
    const configurator = await openConflict();
    expect(isOpen(configurator)).to.equal(true);
    const text = textOf(find(configurator, 'dialog'));
    expect(text)
      .to.contain('Width: 2,000 mm is not possible')
      .and.to.contain('Oak wider than 1200 mm needs steel legs.');
  });

  it('speaks German where the page does', async () => {
    const text = textOf(find(await openConflict('de'), 'dialog'));
    expect(text).to.contain('Breite: 2.000 mm').and.to.contain('Eiche über 1200 mm braucht Stahlbeine.');
  });

  it('offers each way out as a button that says what would change', async () => {
    const configurator = await openConflict();
    const repairs = [...find(configurator, 'twik-conflict').renderRoot.querySelectorAll('[part=repair]')];
    expect(repairs.length).to.be.greaterThan(1);
    for (const repair of repairs) expect(textOf(repair)).to.match(/(Finish|Legs)/);
  });

  it('applies the way out that is picked, and closes', async () => {
    const configurator = await openConflict();
    const changed = listen(configurator, 'configuration-changed');
    find(configurator, '[part=repair]').click();
    await settled(configurator);
    expect(isOpen(configurator)).to.equal(false);
    expect(configurator.configuration?.parameter('width').value).to.equal(2000);
    expect(changed.map(({source}) => source)).to.deep.equal(['user']);
  });

  it('leaves everything as it is on demand', async () => {
    const configurator = await openConflict();
    const before = configurator.configuration?.serialize();
    find(configurator, '[part=keep]').click();
    await settled(configurator);
    expect(isOpen(configurator)).to.equal(false);
    expect(configurator.configuration?.serialize()).to.deep.equal(before);
  });

  it('closes by Escape and gives the focus back', async () => {
    const configurator = await openConfigurator(shelf);
    configurator.request({kind: 'set', parameter: 'finish', value: 'oak'});
    configurator.request({kind: 'set', parameter: 'legs', value: 'wood'});
    await settled(configurator);
    const undo = find(configurator, '[part~=undo]');
    undo.focus();
    configurator.request({kind: 'set', parameter: 'width', value: 2000});
    await settled(configurator);
    expect(find(configurator, 'twik-conflict').shadowRoot?.activeElement?.getAttribute('part')).to.equal('repair');
    await sendKeys({press: 'Escape'});
    await settled(configurator);
    expect(isOpen(configurator)).to.equal(false);
    expect(undo.matches(':focus')).to.equal(true);
  });

  it('stays away when the page prevents the event, which has everything for a dialog of its own', async () => {
    const configurator = await openConfigurator(shelf);
    const conflicts = listen(configurator, 'configuration-conflict');
    configurator.addEventListener('configuration-conflict', (event) => event.preventDefault());
    configurator.request({kind: 'set', parameter: 'finish', value: 'oak'});
    configurator.request({kind: 'set', parameter: 'legs', value: 'wood'});
    const result = configurator.request({kind: 'set', parameter: 'width', value: 2000}, {source: 'shop'});
    await settled(configurator);
    expect(result.kind).to.equal('conflict');
    expect(isOpen(configurator)).to.equal(false);
    expect(conflicts).to.have.lengthOf(1);
    expect(conflicts[0]?.explanation.parameter).to.equal('width');
    expect(conflicts[0]?.repairs.length).to.be.greaterThan(0);
    expect(conflicts[0]?.source).to.equal('shop');
  });

  it('goes away when the configuration changes by other means', async () => {
    const configurator = await openConflict();
    configurator.reset();
    await settled(configurator);
    expect(isOpen(configurator)).to.equal(false);
  });

  it('asks again when the same wish is made again', async () => {
    const configurator = await openConflict();
    find(configurator, '[part=keep]').click();
    await settled(configurator);
    configurator.request({kind: 'set', parameter: 'width', value: 2000});
    await settled(configurator);
    expect(isOpen(configurator)).to.equal(true);
  });
});

import {expect, fixture, html} from '@open-wc/testing';
import type {TwikConfigurator} from '../../../src/elements/configurator.js';
import {below, count, find, settled} from '../../support/configurator.js';
import {shelf} from '../../support/products.js';

async function openWith(content: unknown): Promise<TwikConfigurator> {
  const configurator = await fixture<TwikConfigurator>(
    html`<twik-configurator mode="all" style="--twik-duration: 0ms" .product=${shelf}>${content}</twik-configurator>`,
  );
  await configurator.ready;
  await settled(configurator);
  return configurator;
}

function own(parameter: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.slot = `control-${parameter}`;
  button.textContent = 'My own';
  return button;
}

/** Whether Twik's control of a parameter is to be seen. */
const isShown = (configurator: TwikConfigurator, parameter: string) =>
  [...below(configurator)].some(
    (element) => 'path' in element && element.path === parameter && element.checkVisibility(),
  );

describe('a control of the page, put into a configurator', () => {
  it("stands in the place of the parameter's own, and of no other", async () => {
    const configurator = await openWith(html`<p slot="control-width">My own</p>`);
    const place = find(configurator, '[slot=control-width]');
    expect(place.checkVisibility()).to.equal(true);
    expect(place.assignedSlot?.assignedSlot?.getRootNode()).to.equal(find(configurator, 'twik-options').shadowRoot);
    expect(isShown(configurator, 'width')).to.equal(false);
    expect(isShown(configurator, 'shelves')).to.equal(true);
    await expect(configurator).to.be.accessible();
  });

  it('may come, change its place and go at any time', async () => {
    const configurator = await openWith(null);
    const button = own('width');
    configurator.append(button);
    await settled(configurator);
    expect([isShown(configurator, 'width'), isShown(configurator, 'shelves')]).to.deep.equal([false, true]);
    button.slot = 'control-shelves';
    await settled(configurator);
    expect([isShown(configurator, 'width'), isShown(configurator, 'shelves')]).to.deep.equal([true, false]);
    button.remove();
    await settled(configurator);
    expect([isShown(configurator, 'width'), isShown(configurator, 'shelves')]).to.deep.equal([true, true]);
  });

  it('gets the focus when its parameter is asked for', async () => {
    const configurator = await openWith(own('width'));
    configurator.focusParameter('width');
    await settled(configurator);
    expect(document.activeElement).to.equal(find(configurator, 'button[slot]'));
  });

  it('does not make the page render when something deeper in its content changes', async () => {
    const configurator = await openWith(html`<p slot="control-width"><i></i></p>`);
    find(configurator, 'i').append('more');
    await new Promise((done) => setTimeout(done));
    expect(configurator.isUpdatePending).to.equal(false);
    expect(count(configurator, '[slot=control-width]')).to.equal(2);
  });
});

import {expect, fixture, fixtureSync, html, oneEvent} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {TwikError} from '../../src/core/error.js';
import type {TwikConfigurator} from '../../src/elements/configurator.js';
import {count, find, listen, openConfigurator, settled, textOf} from '../support/configurator.js';
import {block, shelf} from '../support/products.js';

/** An address that answers with a product. */
function addressOf(product: unknown): string {
  return URL.createObjectURL(new Blob([JSON.stringify(product)], {type: 'application/json'}));
}

/** Presses a key while others are held. */
async function press(key: string, ...held: string[]): Promise<void> {
  for (const down of held) await sendKeys({down});
  await sendKeys({press: key});
  for (const up of held) await sendKeys({up});
}

describe('<twik-configurator>', () => {
  for (const theme of ['dark', 'light'] as const) {
    it(`is accessible in the ${theme} theme`, async () => {
      const configurator = await openConfigurator(shelf, {theme});
      await expect(configurator).to.be.accessible();
    });
  }

  it('needs one line of HTML', async () => {
    const configurator = await fixture<TwikConfigurator>(
      html`<twik-configurator product=${addressOf(shelf)}></twik-configurator>`,
    );
    await configurator.ready;
    await settled(configurator);
    const text = textOf(configurator);
    expect(text).to.contain('Test shelf').and.to.contain('Made for tests.').and.to.contain('€289.00');
  });

  it('says that it is loading', async () => {
    const configurator = await fixture<TwikConfigurator>(html`<twik-configurator lang="en"></twik-configurator>`);
    configurator.product = addressOf(shelf);
    await configurator.updateComplete;
    expect(textOf(configurator)).to.contain('Loading the product');
    expect(find(configurator, '[part=frame]').getAttribute('aria-busy')).to.equal('true');
    await configurator.ready;
    await settled(configurator);
    expect(find(configurator, '[part=frame]').getAttribute('aria-busy')).to.equal('false');
  });

  it('speaks the language it is given, at any time', async () => {
    const configurator = await openConfigurator(shelf, {lang: 'de'});
    expect(textOf(configurator)).to.contain('Testregal').and.to.contain('Speichern');
    configurator.lang = 'en';
    await settled(configurator);
    expect(textOf(configurator)).to.contain('Test shelf').and.to.contain('Save');
  });

  it('puts the picture beside the options where there is room, and above where not', async () => {
    const configurator = await openConfigurator({...shelf, scene: {models: [{id: 'a', src: 'data:,'}]}});
    const place = (part: string) => find(configurator, `[part=${part}]`).getBoundingClientRect();
    await setViewport({width: 1280, height: 900});
    expect(place('panel').left).to.be.at.least(place('stage').right);
    configurator.layout = 'stacked';
    await configurator.updateComplete;
    expect(place('panel').top).to.be.at.least(place('stage').bottom);
    configurator.layout = 'auto';
    await setViewport({width: 390, height: 844});
    expect(place('panel').top).to.be.at.least(place('stage').bottom);
    await setViewport({width: 800, height: 600});
  });

  it('has no place for a picture when the product has no scene', async () => {
    const configurator = await openConfigurator(shelf);
    expect(count(configurator, 'twik-viewer')).to.equal(0);
    expect(find(configurator, '[part=stage]').checkVisibility()).to.equal(false);
    expect(find(configurator, '[part~=undo]').checkVisibility()).to.equal(true);
  });

  it('lets the page replace any region, and then loads no viewer', async () => {
    const regions = ['header', 'viewer', 'tools', 'options', 'summary', 'footer', 'price', 'actions'];
    const configurator = await fixture<TwikConfigurator>(
      html`<twik-configurator .product=${{...shelf, scene: {models: [{id: 'a', src: 'data:,'}]}}}>
        ${regions.map((region) => html`<p slot=${region}>my ${region}</p>`)}
        <p>my rest</p>
      </twik-configurator>`,
    );
    await configurator.ready;
    await settled(configurator);
    for (const region of [...regions, 'rest']) {
      const own = [...configurator.children].find(({textContent}) => textContent === `my ${region}`);
      expect(own?.checkVisibility(), region).to.equal(true);
    }
    expect(count(configurator, 'twik-viewer')).to.equal(0);
  });

  it('takes the colour scheme of the page until told otherwise', async () => {
    const section = fixtureSync<HTMLElement>(
      html`<section><twik-configurator .product=${block}></twik-configurator></section>`,
    );
    const configurator = find(section, 'twik-configurator');
    const ground = () => getComputedStyle(configurator).backgroundColor;
    section.style.colorScheme = 'light';
    const light = ground();
    section.style.colorScheme = 'dark';
    expect(ground()).not.to.equal(light);
    configurator.theme = 'light';
    await configurator.updateComplete;
    expect(ground()).to.equal(light);
  });

  it('undoes and does again by keys', async () => {
    const configurator = await openConfigurator(shelf);
    const width = () => configurator.configuration?.parameter('width').value;
    configurator.request({kind: 'set', parameter: 'width', value: 1000});
    await settled(configurator);
    find(configurator, '[part~=undo]').focus();
    await press('z', 'Control');
    expect(width()).to.equal(800);
    await press('Z', 'Control', 'Shift');
    expect(width()).to.equal(1000);
    await press('z', 'Control');
    await press('y', 'Control');
    expect(width()).to.equal(1000);
  });

  it('leaves the keys to fields in which text is written', async () => {
    const configurator = await openConfigurator(shelf);
    const field = document.createElement('input');
    configurator.append(field);
    configurator.request({kind: 'set', parameter: 'width', value: 1000});
    field.focus();
    await press('z', 'Control');
    expect(configurator.configuration?.parameter('width').value).to.equal(1000);
  });

  it('gives the store, and null while there is none', async () => {
    const configurator = await fixture<TwikConfigurator>(html`<twik-configurator></twik-configurator>`);
    expect(configurator.configuration === null).to.equal(true);
    const result = configurator.request({kind: 'reset'});
    expect(result.kind === 'refused' && result.error.code).to.equal('configuration-not-ready');
    configurator.product = shelf;
    expect((await configurator.ready) === configurator.configuration).to.equal(true);
  });

  it('restores a serial configuration and a share code as one step', async () => {
    const [first, second] = [await openConfigurator(shelf), await openConfigurator(shelf)];
    first.request({kind: 'set', parameter: 'finish', value: 'white'});
    const serial = first.configuration?.serialize();
    const code = first.configuration?.shareCode() ?? '';
    if (serial) second.restore(serial);
    expect(second.configuration?.parameter('finish').value).to.equal('white');
    second.undo();
    expect(second.configuration?.parameter('finish').value).to.equal('oak');
    second.restore(code);
    expect(second.configuration?.parameter('finish').value).to.equal('white');
  });

  it('has no snapshot where nothing is shown', async () => {
    expect(await (await openConfigurator(shelf)).snapshot()).to.equal(null);
  });

  describe('when the product cannot be shown', () => {
    it('says so in place, accessibly, and by an event', async () => {
      const configurator = await fixture<TwikConfigurator>(html`<twik-configurator lang="en"></twik-configurator>`);
      const told = oneEvent(configurator, 'configuration-error');
      configurator.product = {...shelf, format: 99};
      const {detail} = await told;
      await settled(configurator);
      expect(detail.code).to.equal('format-unknown');
      expect(detail.path).to.equal('/format');
      expect(textOf(configurator)).to.contain('cannot be shown').and.to.contain(detail.message);
      await expect(configurator).to.be.accessible();
    });

    it('rejects ready, and leaves the error log of the page alone', async () => {
      const logged: unknown[] = [];
      const log = (event: PromiseRejectionEvent) => logged.push(event.reason);
      addEventListener('unhandledrejection', log);
      const configurator = await fixture<TwikConfigurator>(
        html`<twik-configurator .product=${{format: 99}}></twik-configurator>`,
      );
      const error = await configurator.ready.catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(TwikError);
      await settled(configurator);
      removeEventListener('unhandledrejection', log);
      expect(logged).to.deep.equal([]);
    });

    it('tells that an address leads nowhere', async () => {
      const configurator = await fixture<TwikConfigurator>(html`<twik-configurator lang="en"></twik-configurator>`);
      const errors = listen(configurator, 'configuration-error');
      configurator.product = '/nowhere.json';
      await configurator.updateComplete;
      await configurator.ready.catch(() => undefined);
      await settled(configurator);
      expect(errors.map(({code}) => code)).to.deep.equal(['product-not-found']);
      expect(textOf(configurator)).to.contain('This product was not found.');
    });

    it('tries again on demand', async () => {
      const configurator = await fixture<TwikConfigurator>(html`<twik-configurator lang="en"></twik-configurator>`);
      const errors = listen(configurator, 'configuration-error');
      configurator.product = '/nowhere.json';
      await configurator.updateComplete;
      await configurator.ready.catch(() => undefined);
      await settled(configurator);
      find(configurator, '[part=error] button').click();
      await configurator.ready.catch(() => undefined);
      expect(errors).to.have.lengthOf(2);
    });

    it('shows the next product all the same', async () => {
      const configurator = await fixture<TwikConfigurator>(html`<twik-configurator></twik-configurator>`);
      configurator.product = {format: 99};
      await configurator.updateComplete;
      await configurator.ready.catch(() => undefined);
      configurator.product = shelf;
      await configurator.updateComplete;
      await configurator.ready;
      await settled(configurator);
      expect(textOf(configurator)).to.contain('Test shelf');
    });
  });
});

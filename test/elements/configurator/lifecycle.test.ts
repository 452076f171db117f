import {expect, fixture, fixtureSync, html, oneEvent} from '@open-wc/testing';
import type {TwikConfigurator} from '../../../src/elements/configurator.js';
import type {TwikPrice} from '../../../src/elements/price.js';
import {find, listen, openConfigurator, settled, textOf} from '../../support/configurator.js';
import {block, shelf} from '../../support/products.js';

const walnut = {kind: 'set', parameter: 'finish', value: 'walnut'} as const;
const finishOf = (configurator: TwikConfigurator) => configurator.configuration?.parameter('finish').value;
const addressOf = (product: object) =>
  URL.createObjectURL(new Blob([JSON.stringify(product)], {type: 'application/json'}));

describe('a configurator in a page that does as it likes', () => {
  it('keeps its configuration and its events when it is moved', async () => {
    const configurator = await openConfigurator(shelf);
    configurator.request(walnut);
    const store = configurator.configuration;
    const ready = listen(document.body, 'configuration-ready');
    const section = fixtureSync<HTMLElement>(html`<section></section>`);
    section.append(configurator);
    await settled(section);
    expect(configurator.configuration === store).to.equal(true);
    expect(ready).to.deep.equal([]);
    const changes = listen(section, 'configuration-changed');
    configurator.request({kind: 'set', parameter: 'finish', value: 'white'});
    await settled(section);
    expect(changes).to.have.lengthOf(1);
    expect(textOf(find(section, 'twik-price'))).to.contain('€249.00');
  });

  it('keeps its configuration when it is removed and added later', async () => {
    const configurator = await openConfigurator(shelf);
    configurator.request(walnut);
    const parent = configurator.parentElement;
    configurator.remove();
    await new Promise((done) => setTimeout(done));
    configurator.request({kind: 'set', parameter: 'shelves', value: 6});
    parent?.append(configurator);
    await settled(configurator);
    expect(finishOf(configurator)).to.equal('walnut');
    expect(configurator.configuration?.parameter('shelves').value).to.equal(6);
    expect(textOf(find(configurator, 'twik-price'))).to.contain('€309.00');
  });

  it('hands its configuration to a clone, and goes its own way from there', async () => {
    const configurator = await openConfigurator(shelf);
    configurator.request(walnut);
    const clone = configurator.cloneNode(true);
    if (!(clone instanceof HTMLElement && clone.matches('twik-configurator'))) throw new Error('Not a configurator.');
    const copy = clone as TwikConfigurator;
    configurator.after(copy);
    await copy.ready;
    expect(finishOf(copy)).to.equal('walnut');
    copy.request({kind: 'set', parameter: 'finish', value: 'white'});
    expect(finishOf(configurator)).to.equal('walnut');
    copy.remove();
  });

  it('goes on where it was when its HTML is written anew', async () => {
    const product = addressOf(shelf);
    const section = fixtureSync<HTMLElement>(
      html`<section>
        <twik-configurator product=${product}></twik-configurator
        ><twik-configurator product=${product}></twik-configurator>
      </section>`,
    );
    const [first, second] = section.querySelectorAll('twik-configurator');
    await Promise.all([first?.ready, second?.ready]);
    first?.request(walnut);
    second?.request({kind: 'set', parameter: 'finish', value: 'white'});
    section.innerHTML = `<div>${section.innerHTML}</div>`;
    const copies = [...section.querySelectorAll('twik-configurator')];
    await Promise.all(copies.map(({ready}) => ready));
    expect(copies.map(finishOf)).to.deep.equal(['walnut', 'white']);
  });

  it('keeps its configuration to itself when it is moved while another one comes', async () => {
    const product = addressOf(shelf);
    const section = fixtureSync<HTMLElement>(
      html`<section><twik-configurator product=${product}></twik-configurator></section>`,
    );
    const first = find(section, 'twik-configurator');
    await first.ready;
    first.request(walnut);
    const second = document.createElement('twik-configurator');
    second.setAttribute('product', product);
    section.append(second, first);
    await second.ready;
    expect([first, second].map(finishOf)).to.deep.equal(['walnut', 'oak']);
  });

  it('begins anew when another one of its product comes later', async () => {
    const product = addressOf(shelf);
    const section = fixtureSync<HTMLElement>(html`<section></section>`);
    section.innerHTML = `<twik-configurator product="${product}"></twik-configurator>`;
    const first = find(section, 'twik-configurator');
    await first.ready;
    first.request(walnut);
    first.remove();
    await new Promise((done) => setTimeout(done));
    section.innerHTML = `<twik-configurator product="${product}"></twik-configurator>`;
    const second = find(section, 'twik-configurator');
    await second.ready;
    expect(finishOf(second)).to.equal('oak');
  });

  it('does not mix with a second one, whose price is asked for by id', async () => {
    const first = await openConfigurator(shelf, {id: 'first'});
    const second = await openConfigurator(shelf, {id: 'second'});
    const price = await fixture<TwikPrice>(html`<twik-price for="second" lang="en"></twik-price>`);
    first.request(walnut);
    await settled(first);
    await settled(price);
    expect(finishOf(second)).to.equal('oak');
    expect(textOf(find(first, 'twik-price'))).to.contain('€309.00');
    expect(textOf(find(second, 'twik-price'))).to.contain('€289.00');
    expect(textOf(price)).to.contain('€289.00');
  });

  it('works with a product that was set before the element was known', async () => {
    const early = document.createElement('div');
    const template = document.createElement('template');
    template.innerHTML = '<twik-configurator></twik-configurator>';
    // In the content of a template, elements are not upgraded yet.
    const element = template.content.firstElementChild;
    if (!element) throw new Error('Nothing was parsed.');
    Object.assign(element, {product: shelf});
    early.append(element);
    const section = fixtureSync<HTMLElement>(html`<section></section>`);
    section.append(early);
    const configurator = find(section, 'twik-configurator');
    await configurator.ready;
    expect(configurator.configuration?.product.id).to.equal('test-shelf');
  });

  it('loads only the last of two products set in a row', async () => {
    const configurator = await fixture<TwikConfigurator>(html`<twik-configurator></twik-configurator>`);
    const ready = listen(configurator, 'configuration-ready');
    const errors = listen(configurator, 'configuration-error');
    const opened = configurator.ready;
    configurator.product = addressOf(shelf);
    await configurator.updateComplete;
    configurator.product = addressOf(block);
    await configurator.updateComplete;
    expect((await opened).product.id).to.equal('test-block');
    await settled(configurator);
    expect(ready.map(({configuration}) => configuration.product)).to.deep.equal(['test-block']);
    expect(errors).to.deep.equal([]);
  });

  it('ends a load when it leaves the page, and takes it up again when it comes back', async () => {
    const section = fixtureSync<HTMLElement>(html`<section></section>`);
    const configurator = document.createElement('twik-configurator');
    configurator.setAttribute('product', addressOf(shelf));
    section.append(configurator);
    configurator.remove();
    await new Promise((done) => setTimeout(done, 50));
    expect(configurator.configuration === null).to.equal(true);
    section.append(configurator);
    await configurator.ready;
    expect(configurator.configuration?.product.id).to.equal('test-shelf');
  });

  it('has a new promise and no store while another product loads', async () => {
    const configurator = await openConfigurator(shelf);
    const before = configurator.ready;
    configurator.product = addressOf(block);
    await configurator.updateComplete;
    expect(configurator.configuration === null).to.equal(true);
    expect(configurator.ready === before).to.equal(false);
    await configurator.ready;
    await settled(configurator);
    expect(textOf(configurator)).to.contain('Block');
  });

  describe('with a share code in the address', () => {
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));

    const codeOf = async () => {
      const other = await openConfigurator(shelf);
      other.request(walnut);
      return other.configuration?.shareCode() ?? '';
    };

    it('opens it', async () => {
      history.replaceState(null, '', `#twik=${await codeOf()}`);
      const configurator = await openConfigurator(shelf);
      expect(finishOf(configurator)).to.equal('walnut');
      expect(configurator.configuration?.parameter('finish').origin).to.equal('restored');
      expect(configurator.configuration?.canUndo).to.equal(false);
    });

    it('passes over one of another product', async () => {
      history.replaceState(null, '', `#twik=${await codeOf()}`);
      const configurator = await fixture<TwikConfigurator>(html`<twik-configurator></twik-configurator>`);
      const errors = listen(configurator, 'configuration-error');
      configurator.product = block;
      await configurator.updateComplete;
      await configurator.ready;
      expect(errors).to.deep.equal([]);
    });

    it('tells of a damaged one, and begins with the defaults', async () => {
      history.replaceState(null, '', '#twik=1.rubbish');
      const configurator = await fixture<TwikConfigurator>(html`<twik-configurator lang="en"></twik-configurator>`);
      const errors = listen(configurator, 'configuration-error');
      configurator.product = shelf;
      await configurator.updateComplete;
      await configurator.ready;
      expect(errors.map(({code}) => code)).to.deep.equal(['code-invalid']);
      expect(finishOf(configurator)).to.equal('oak');
      await settled(configurator);
      expect(textOf(find(configurator, '[part=notice]'))).to.contain('damaged');
    });

    it('follows it when the address changes', async () => {
      const code = await codeOf();
      const configurator = await openConfigurator(shelf);
      const changed = oneEvent(configurator, 'configuration-changed');
      location.hash = `twik=${code}`;
      const {detail} = await changed;
      expect(detail.source).to.equal('link');
      expect(finishOf(configurator)).to.equal('walnut');
    });

    it('says what it could not bring back', async () => {
      history.replaceState(null, '', `#twik=${await codeOf()}`);
      const finish = {...shelf.parameters[2], options: shelf.parameters[2]?.options?.filter(({id}) => id !== 'walnut')};
      const parameters = shelf.parameters.map((parameter) => (parameter.id === 'finish' ? finish : parameter));
      const configurator = await openConfigurator({...shelf, version: '2', parameters});
      expect(textOf(find(configurator, '[part=notice]'))).to.contain('One choice from your link');
      await expect(find(configurator, '[part=notice]')).to.be.accessible();
      find(configurator, '[part=notice] button').click();
      await settled(configurator);
      expect(configurator.renderRoot.querySelector('[part=notice]')).to.equal(null);
    });
  });
});

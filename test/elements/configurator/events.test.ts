import {expect, fixtureSync, html} from '@open-wc/testing';
import type {TwikConfigurator} from '../../../src/elements/configurator.js';
import {find, listen, openConfigurator, settled} from '../../support/configurator.js';
import {block, shelf} from '../../support/products.js';

describe('the events of a configurator', () => {
  it('say once that it is ready, with configuration and price', async () => {
    const section = fixtureSync<HTMLElement>(html`<section></section>`);
    const ready = listen(section, 'configuration-ready');
    const configurator = document.createElement('twik-configurator');
    configurator.product = shelf;
    section.append(configurator);
    await configurator.ready;
    await settled(configurator);
    expect(ready).to.have.lengthOf(1);
    expect(ready[0]?.configuration.product).to.equal('test-shelf');
    expect(ready[0]?.price?.unit.gross).to.deep.equal({amount: 28900, currency: 'EUR'});
  });

  it('carry the whole state, what changed and who asked', async () => {
    const configurator = await openConfigurator(shelf);
    const changes = listen(configurator, 'configuration-changed');
    configurator.request({kind: 'set', parameter: 'finish', value: 'walnut'}, {source: 'my-shop'});
    expect(changes).to.have.lengthOf(1);
    const [change] = changes;
    expect(change?.source).to.equal('my-shop');
    expect(change?.changed.map(({path, from, to}) => [path, from, to])).to.deep.equal([['finish', 'oak', 'walnut']]);
    expect(change?.configuration).to.deep.equal(configurator.configuration?.serialize());
    expect(change?.price?.unit.gross.amount).to.equal(30900);
  });

  it('give a request of the page the source host unless it says otherwise', async () => {
    const configurator = await openConfigurator(shelf);
    const changes = listen(configurator, 'configuration-changed');
    configurator.request({kind: 'set', parameter: 'doors', value: true});
    configurator.undo();
    expect(changes.map(({source}) => source)).to.deep.equal(['host', 'host']);
  });

  it('are silent when the value that is there is written again', async () => {
    const configurator = await openConfigurator(shelf);
    configurator.request({kind: 'set', parameter: 'finish', value: 'walnut'});
    const events = [...listen(configurator, 'configuration-changed'), ...listen(configurator, 'price-changed')];
    const changes = listen(configurator, 'configuration-changed');
    configurator.request({kind: 'set', parameter: 'finish', value: 'walnut'});
    expect([...events, ...changes]).to.deep.equal([]);
  });

  it('tell of the price only when it has changed', async () => {
    const configurator = await openConfigurator(shelf);
    const prices = listen(configurator, 'price-changed');
    configurator.request({kind: 'set', parameter: 'width', value: 900});
    expect(prices).to.deep.equal([]);
    configurator.request({kind: 'set', parameter: 'doors', value: true}, {source: 'shop'});
    expect(prices.map(({price, source}) => [price?.unit.gross.amount, source])).to.deep.equal([
      [28900 + 3 * 3500, 'shop'],
    ]);
  });

  it('tell that a price cannot be computed, once, and then that it can again', async () => {
    const price = {...shelf.price, lines: [{id: 'base', label: 'Shelf', amount: '1 / (shelves - 4)'}]};
    const configurator = await openConfigurator({...shelf, price});
    const errors = listen(configurator, 'configuration-error');
    const prices = listen(configurator, 'price-changed');
    configurator.request({kind: 'set', parameter: 'shelves', value: 4});
    configurator.request({kind: 'set', parameter: 'doors', value: true});
    configurator.request({kind: 'set', parameter: 'shelves', value: 5});
    expect(errors.map(({code}) => code)).to.deep.equal(['division-by-zero']);
    expect(prices.map(({price}) => price === null)).to.deep.equal([true, false]);
  });

  it('tell a refusal to a person, and only return it to a program', async () => {
    const configurator = await openConfigurator(shelf);
    const errors = listen(configurator, 'configuration-error');
    const request = {kind: 'set', parameter: 'finish', value: 'gold'} as const;
    expect(configurator.request(request).kind).to.equal('refused');
    expect(errors).to.deep.equal([]);
    configurator.request(request, {source: 'user'});
    expect(errors.map(({code}) => code)).to.deep.equal(['option-unknown']);
  });

  it('say when it was saved, with all that a cart needs', async () => {
    const configurator = await openConfigurator(shelf);
    const saved = listen(configurator, 'configuration-saved');
    const detail = await configurator.save({source: 'shop'});
    expect(saved).to.deep.equal([detail]);
    const serial = configurator.configuration?.serialize();
    expect(detail.configuration).to.deep.equal(serial);
    expect(detail.id).to.equal(serial?.hash.slice(0, 12));
    expect(detail.url).to.equal(`${location.href.split('#')[0]}#twik=${configurator.configuration?.shareCode()}`);
    expect(detail.price?.unit.gross.amount).to.equal(28900);
    expect(detail.bom.map(({id, quantity}) => [id, quantity])).to.deep.equal([['board', '5']]);
    expect(detail.preview).to.equal(null);
    expect(detail.source).to.equal('shop');
  });

  it('have no price for a product without prices', async () => {
    const configurator = await openConfigurator(block);
    const changes = listen(configurator, 'configuration-changed');
    configurator.request({kind: 'set', parameter: 'hollow', value: true});
    expect(changes[0]?.price).to.equal(null);
    expect((await configurator.save()).price).to.equal(null);
  });

  it('come from the configurator alone', async () => {
    const configurator = await openConfigurator(shelf);
    const targets: (EventTarget | undefined)[] = [];
    const note = (event: Event) => targets.push(event.composedPath()[0]);
    for (const name of ['configuration-changed', 'price-changed', 'configuration-saved']) {
      configurator.addEventListener(name, note);
    }
    configurator.request({kind: 'set', parameter: 'finish', value: 'walnut'});
    find(configurator, '[part~=save]').click();
    await settled(configurator);
    expect(targets).to.deep.equal([configurator, configurator, configurator]);
  });

  it('come for each step of a gesture, which is undone as one', async () => {
    const configurator = await openConfigurator(shelf);
    const changes = listen(configurator, 'configuration-changed');
    for (const value of [900, 1000, 1100]) {
      configurator.request({kind: 'set', parameter: 'width', value}, {gesture: 'slide'});
    }
    expect(changes).to.have.lengthOf(3);
    configurator.undo();
    expect(configurator.configuration?.parameter('width').value).to.equal(800);
  });

  it('let the page ask for more from within an event', async () => {
    const configurator: TwikConfigurator = await openConfigurator(shelf);
    configurator.addEventListener('configuration-changed', ({detail}) => {
      if (detail.source !== 'echo')
        configurator.request({kind: 'set', parameter: 'shelves', value: 5}, {source: 'echo'});
    });
    const changes = listen(configurator, 'configuration-changed');
    configurator.request({kind: 'set', parameter: 'width', value: 900});
    await settled(configurator);
    expect(changes.map(({source}) => source).sort()).to.deep.equal(['echo', 'host']);
    expect(configurator.configuration?.parameter('shelves').value).to.equal(5);
  });
});

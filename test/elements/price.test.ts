import {expect, fixture, html} from '@open-wc/testing';
import type {TwikPrice} from '../../src/elements/price.js';
import {find, openConfigurator, settled, textOf} from '../support/configurator.js';
import {block, shelf} from '../support/products.js';

async function unfold(price: TwikPrice): Promise<void> {
  const toggled = new Promise((done) => find(price, 'details').addEventListener('toggle', done, {once: true}));
  find(price, 'summary').click();
  await toggled;
  await settled(price);
}

describe('<twik-price>', () => {
  it('is accessible, its lines shown or not', async () => {
    const price = find(await openConfigurator(shelf), 'twik-price');
    await expect(price).to.be.accessible();
    await unfold(price);
    await expect(price).to.be.accessible();
  });

  it('shows the amount, what it includes, and that something is still open', async () => {
    const price = find(await openConfigurator(shelf), 'twik-price');
    expect(find(price, '[part=amount]').textContent).to.contain('€289.00');
    expect(find(price, '[part=note]').textContent).to.equal('incl. 19% VAT');
    expect(find(price, '[part=estimate]').textContent).to.contain('Estimated');
  });

  it('is not an estimate any more when everything is chosen', async () => {
    const configurator = await openConfigurator(shelf);
    configurator.request({kind: 'set', parameter: 'glass', value: 'clear'});
    await settled(configurator);
    expect(find(configurator, 'twik-price').renderRoot.querySelector('[part=estimate]')).to.equal(null);
  });

  it('lists lines that name their parameter and add up to the amount', async () => {
    const price = find(await openConfigurator(shelf), 'twik-price');
    await unfold(price);
    const rows = [...price.renderRoot.querySelectorAll('tr')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal(['Shelf €249.00', 'FinishOak €40.00', 'Total €289.00', 'of which VAT 19% €46.15']);
  });

  it('keeps its lines current while they are shown, and has none otherwise', async () => {
    const configurator = await openConfigurator(shelf);
    const price = find(configurator, 'twik-price');
    expect(price.renderRoot.querySelector('[part=lines]')).to.equal(null);
    await unfold(price);
    configurator.request({kind: 'set', parameter: 'finish', value: 'walnut'});
    await settled(price);
    expect(textOf(find(price, '[part=lines]'))).to.contain('€309.00');
  });

  it('speaks the language of the page', async () => {
    const price = find(await openConfigurator(shelf, {lang: 'de'}), 'twik-price');
    expect(textOf(price))
      .to.match(/289,00\s€/)
      .and.to.contain('inkl. 19 % MwSt.');
  });

  it('stands anywhere on the page with for', async () => {
    const configurator = await openConfigurator(shelf, {id: 'shelf'});
    const price = await fixture<TwikPrice>(html`<twik-price for="shelf" lang="en"></twik-price>`);
    configurator.request({kind: 'set', parameter: 'finish', value: 'walnut'});
    await settled(price);
    expect(textOf(price)).to.contain('€309.00');
  });

  it('says when the product can be there, in whole sentences', async () => {
    const configurator = await openConfigurator(shelf);
    const price = find(configurator, 'twik-price');
    expect(textOf(price)).to.contain('Ships in 15 working days');
    configurator.request({kind: 'set', parameter: 'finish', value: 'white'});
    await settled(configurator);
    expect(textOf(price)).to.contain('Ships in 5 working days');
  });

  it('shows nothing for a product without prices', async () => {
    const price = find(await openConfigurator(block), 'twik-price');
    expect(textOf(price)).to.equal('');
  });

  it('says that the price cannot be given when a formula fails', async () => {
    const price = {...shelf.price, lines: [{id: 'base', label: 'Shelf', amount: '1 / (shelves - 3)'}]};
    const configurator = await openConfigurator({...shelf, price});
    expect(textOf(find(configurator, 'twik-price'))).to.contain('cannot be given');
  });
});

import {expect} from '@open-wc/testing';
import {find, openConfigurator, settled, textOf} from '../support/configurator.js';
import {block, shelf} from '../support/products.js';

async function openSummary(product: object, attributes = {}) {
  const configurator = await openConfigurator(product, attributes);
  find(configurator, 'details[part=summary]').setAttribute('open', '');
  return {configurator, summary: find(configurator, 'twik-summary')};
}

describe('<twik-summary>', () => {
  it('is accessible', async () => {
    const {summary} = await openSummary(shelf);
    await expect(summary).to.be.accessible();
  });

  it('lists by group what is chosen, in words', async () => {
    const {summary} = await openSummary(shelf);
    const text = textOf(summary);
    expect(text)
      .to.match(/Size Width 800 mm/)
      .and.to.match(/Look Finish Oak/)
      .and.to.match(/Doors No/);
  });

  it('leaves out what does not exist at present', async () => {
    const {configurator, summary} = await openSummary(shelf);
    expect(textOf(summary)).not.to.contain('Handle');
    configurator.request({kind: 'set', parameter: 'doors', value: true});
    await settled(configurator);
    expect(textOf(summary)).to.contain('Handle Knob');
  });

  it('marks and counts what is open', async () => {
    const {configurator, summary} = await openSummary(shelf);
    expect(textOf(summary)).to.contain('One choice is still open').and.to.contain('Glass Not chosen yet');
    configurator.request({kind: 'set', parameter: 'glass', value: 'smoked'});
    await settled(configurator);
    expect(textOf(summary)).not.to.contain('still open');
  });

  it('marks what a rule has decided', async () => {
    const {configurator, summary} = await openSummary(shelf);
    configurator.request({kind: 'set', parameter: 'width', value: 2000});
    await settled(configurator);
    expect(textOf(summary)).to.contain('set to match your choices');
  });

  it('leads from a value to its control', async () => {
    const {configurator, summary} = await openSummary(shelf);
    const button = find(summary, 'button[data-parameter=legs]');
    expect(button.textContent.replace(/\s+/g, ' ')).to.contain('Wood, Change Legs');
    const wanted: string[] = [];
    configurator.focusParameter = (path) => void wanted.push(path);
    button.click();
    expect(wanted).to.deep.equal(['legs']);
  });

  it('speaks German where the page does', async () => {
    const {summary} = await openSummary(shelf, {lang: 'de-AT'});
    expect(textOf(summary)).to.contain('Oberfläche Eiche').and.to.contain('Türen Nein');
  });

  it('has no headings for a product without groups', async () => {
    const {summary} = await openSummary(block);
    expect(textOf(summary)).to.match(/^Hollow No/);
    expect(summary.renderRoot.querySelector('h3')).to.equal(null);
  });
});

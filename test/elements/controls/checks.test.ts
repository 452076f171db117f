import {expect, waitUntil} from '@open-wc/testing';
import {hard} from '../../support/hard-product.js';
import {hover, openControl, option, part, tooltip} from './open-control.js';

const isMarked = (element: Element) => element.getAttribute('part')?.split(' ').includes('unchecked') === true;

describe('what takes long to find out', () => {
  it('is marked and says so, until it is known in a quiet moment', async () => {
    const {control} = await openControl('twik-cards', 'strict', {product: hard});
    expect(isMarked(option(control, 'Yes'))).to.equal(true);
    expect(isMarked(option(control, 'No'))).to.equal(false);
    expect(part(control, 'options').getAttribute('aria-busy')).to.equal('true');
    await hover(control, option(control, 'Yes'));
    expect(tooltip(control)).to.equal('Still being checked …');
    await expect(control).to.be.accessible();

    await waitUntil(() => !isMarked(option(control, 'Yes')), 'it is found out', {timeout: 20_000});
    expect(option(control, 'Yes').ariaDisabled).to.equal('true');
    expect(part(control, 'options').hasAttribute('aria-busy')).to.equal(false);
    expect(tooltip(control)).to.equal('Not with your other choices');
  });

  it('is dropped by the next request', async () => {
    const {control, configuration} = await openControl('twik-cards', 'strict', {product: hard});
    let questions = 0;
    const ask = configuration.tryPossible.bind(configuration);
    configuration.tryPossible = (path, value, budget) => {
      questions++;
      return ask(path, value, budget);
    };
    const before = configuration.revision;
    control.remove();
    configuration.request({kind: 'set', parameter: 'n0', value: 5});
    expect(configuration.revision).to.equal(before + 1);
    await new Promise((done) => setTimeout(done, 400));
    expect(questions).to.equal(0);
  });
});

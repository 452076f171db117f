import {expect, oneEvent} from '@open-wc/testing';
import {descriptionOf, hover, openControl, part, tooltip, walkInto} from './open-control.js';

describe('<twik-switch>', () => {
  it('is accessible', async () => {
    const {control} = await openControl('twik-switch', 'doors');
    await expect(control).to.be.accessible();
  });

  it('is a switch with the name of the parameter, and switches', async () => {
    const {control, value} = await openControl('twik-switch', 'doors');
    const button = part<HTMLButtonElement>(control, 'switch');
    expect([button.role, button.ariaChecked]).to.deep.equal(['switch', 'false']);
    expect(button.labels[0]?.textContent).to.equal('Doors');
    button.click();
    await control.updateComplete;
    expect(value()).to.equal(true);
    expect(button.ariaChecked).to.equal('true');
  });

  it('switches by its name too', async () => {
    const {control, value} = await openControl('twik-switch', 'doors');
    part(control, 'name').click();
    expect(value()).to.equal(true);
  });

  it('says why it is barred to pointer and keyboard', async () => {
    const {control} = await openControl('twik-switch', 'doors', {picks: {legs: 'plinth'}});
    const button = part(control, 'switch');
    expect(button.ariaDisabled).to.equal('true');
    await hover(control, button);
    expect(tooltip(control)).to.equal('Not together with Legs: Plinth.');
    await hover(control, part(control, 'head'));
    expect(tooltip(control)).to.equal('');
    await walkInto(control);
    await control.updateComplete;
    expect(descriptionOf(button)).to.equal('Not together with Legs: Plinth.');
  });

  it('stays where it is when switching is a conflict', async () => {
    const {control, value} = await openControl('twik-switch', 'doors', {picks: {legs: 'plinth'}});
    const button = part(control, 'switch');
    setTimeout(() => button.click());
    const {detail} = await oneEvent(control, 'configuration-conflict');
    expect(detail.explanation).to.include({parameter: 'doors', value: true});
    await control.updateComplete;
    expect(value()).to.equal(false);
    expect(button.ariaChecked).to.equal('false');
  });
});

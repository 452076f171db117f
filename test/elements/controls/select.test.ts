import {expect, oneEvent} from '@open-wc/testing';
import {openControl, part, productOf} from './open-control.js';

const optionsOf = (select: HTMLSelectElement): string[] => [...select.options].map(({label}) => label);

async function choose(control: HTMLElement & {updateComplete: Promise<boolean>}, label: string): Promise<void> {
  const select = part<HTMLSelectElement>(control, 'field');
  const index = optionsOf(select).findIndex((each) => each.startsWith(label));
  select.selectedIndex = index;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  await control.updateComplete;
}

describe('<twik-select>', () => {
  it('is accessible', async () => {
    const {control} = await openControl('twik-select', 'finish');
    await expect(control).to.be.accessible();
  });

  it('lists all options with what they cost, labelled by the name', async () => {
    const {control} = await openControl('twik-select', 'finish');
    const select = part<HTMLSelectElement>(control, 'field');
    expect(optionsOf(select)).to.deep.equal(['Oak', 'Walnut (+€20.00)', 'White (-€40.00)']);
    expect(select.labels[0]?.textContent).to.equal('Finish');
    expect(select.selectedOptions[0]?.label).to.equal('Oak');
  });

  it('asks for the option that is chosen', async () => {
    const {control, value} = await openControl('twik-select', 'finish');
    await choose(control, 'White');
    expect(value()).to.equal('white');
    expect(part<HTMLSelectElement>(control, 'field').selectedOptions[0]?.label).to.equal('White');
  });

  it('shows "Please choose" while open, which cannot be chosen again', async () => {
    const {control, value} = await openControl('twik-select', 'glass');
    const select = part<HTMLSelectElement>(control, 'field');
    expect(select.selectedOptions[0]?.label).to.equal('Please choose');
    await choose(control, 'Smoked');
    expect(value()).to.equal('smoked');
    expect(optionsOf(select)).to.deep.equal(['Clear', 'Smoked']);
  });

  it('sets barred options apart, and gives the reason once the list is being opened', async () => {
    const {control} = await openControl('twik-select', 'legs', {picks: {finish: 'oak', width: 1600, legs: 'steel'}});
    const select = part<HTMLSelectElement>(control, 'field');
    const group = select.querySelector('optgroup');
    expect(group?.label).to.equal('Not with your other choices');
    expect([...(group?.querySelectorAll('option') ?? [])].map(({label}) => label)).to.deep.equal(['Wood', 'Plinth']);
    select.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
    await control.updateComplete;
    expect(optionsOf(select)).to.deep.equal([
      'Steel',
      'Wood – Oak wider than 1200 mm needs steel legs.',
      'Plinth – Oak wider than 1200 mm needs steel legs.',
    ]);
    await expect(control).to.be.accessible();
  });

  it('goes back to what is when a barred option is chosen and leads to a conflict', async () => {
    const {control, value} = await openControl('twik-select', 'legs', {
      picks: {finish: 'oak', width: 1600, legs: 'steel'},
    });
    setTimeout(() => void choose(control, 'Wood'));
    const {detail} = await oneEvent(control, 'configuration-conflict');
    expect(detail.explanation.value).to.equal('wood');
    await control.updateComplete;
    expect(value()).to.equal('steel');
    expect(part<HTMLSelectElement>(control, 'field').selectedOptions[0]?.label).to.equal('Steel');
  });

  it('offers "None" for what may stay without', async () => {
    const product = productOf({
      id: 'room',
      kind: 'choice',
      name: 'Room',
      required: false,
      options: [{id: 'hall', name: 'Hall'}],
    });
    const {control, value} = await openControl('twik-select', 'room', {product});
    expect(optionsOf(part<HTMLSelectElement>(control, 'field'))).to.deep.equal(['None', 'Hall']);
    await choose(control, 'Hall');
    await choose(control, 'None');
    expect(value()).to.equal(null);
  });

  it('follows the configuration', async () => {
    const {control, configuration} = await openControl('twik-select', 'finish');
    configuration.request({kind: 'set', parameter: 'finish', value: 'white'});
    await control.updateComplete;
    expect(part<HTMLSelectElement>(control, 'field').selectedOptions[0]?.label).to.equal('White');
  });
});

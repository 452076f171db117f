import {expect, oneEvent} from '@open-wc/testing';
import {
  checked,
  descriptionOf,
  hover,
  openControl,
  option,
  part,
  parts,
  press,
  productOf,
  tooltip,
  walkInto,
} from './open-control.js';

const many = productOf({
  id: 'fabric',
  kind: 'choice',
  name: 'Fabric',
  default: 'f0',
  options: Array.from({length: 20}, (_, index) => ({id: `f${index}`, name: `Fabric ${index}`, color: '#808080'})),
});

const optional = productOf({
  id: 'paint',
  kind: 'choice',
  name: 'Paint',
  required: false,
  options: [
    {id: 'red', name: 'Red', color: '#ff0000'},
    {id: 'blue', name: 'Blue', color: '#0000ff'},
  ],
});

describe('<twik-swatches>', () => {
  it('is accessible', async () => {
    const {control} = await openControl('twik-swatches', 'finish');
    await expect(control).to.be.accessible();
  });

  it('is a group of radio buttons named like the parameter', async () => {
    const {control} = await openControl('twik-swatches', 'finish');
    const group = part(control, 'options');
    expect(group.role).to.equal('radiogroup');
    expect(control.shadowRoot?.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent).to.equal(
      'Finish',
    );
    expect(parts(control, 'option').map((each) => each.role)).to.deep.equal(['radio', 'radio', 'radio']);
    expect(checked(control)).to.deep.equal(['Oak']);
  });

  it('paints the colours without a style attribute in its templates', async () => {
    const {control} = await openControl('twik-swatches', 'finish');
    const colors = parts(control, 'chip').map((chip) => getComputedStyle(chip).backgroundColor);
    expect(colors).to.deep.equal(['rgb(200, 162, 107)', 'rgb(93, 67, 48)', 'rgb(244, 244, 242)']);
  });

  it('asks for the option that is clicked', async () => {
    const {control, requests, value} = await openControl('twik-swatches', 'finish');
    option(control, 'Walnut').click();
    await control.updateComplete;
    expect(requests).to.deep.equal([{kind: 'set', parameter: 'finish', value: 'walnut'}]);
    expect(value()).to.equal('walnut');
    expect(checked(control)).to.deep.equal(['Walnut']);
  });

  it('says what another option costs while the pointer is on it', async () => {
    const {control} = await openControl('twik-swatches', 'finish');
    expect(part(control, 'value').textContent).to.equal('Oak');
    await hover(control, option(control, 'Walnut'));
    expect(part(control, 'value').textContent).to.match(/^Walnut\s+\+€20\.00$/);
    await hover(control, part(control, 'name'));
    expect(part(control, 'value').textContent).to.equal('Oak');
  });

  it('has one tab stop, and arrows walk and pick around the ends', async () => {
    const {control, value} = await openControl('twik-swatches', 'finish');
    expect(parts(control, 'option').map((each) => each.tabIndex)).to.deep.equal([0, -1, -1]);
    await walkInto(control);
    await press(control, 'ArrowRight');
    expect(value()).to.equal('walnut');
    await press(control, 'End');
    expect(value()).to.equal('white');
    await press(control, 'ArrowDown');
    expect(value()).to.equal('oak');
    await press(control, 'ArrowUp');
    expect(value()).to.equal('white');
    expect(parts(control, 'option').map((each) => each.tabIndex)).to.deep.equal([-1, -1, 0]);
    expect(control.shadowRoot?.activeElement).to.equal(option(control, 'White'));
  });

  it('walks the other way where the text runs from right to left', async () => {
    const {control, value} = await openControl('twik-swatches', 'finish', {dir: 'rtl'});
    await walkInto(control);
    await press(control, 'ArrowLeft');
    expect(value()).to.equal('walnut');
    await press(control, 'ArrowRight');
    expect(value()).to.equal('oak');
  });

  it('offers "None" for what may stay without', async () => {
    const {control, value} = await openControl('twik-swatches', 'paint', {product: optional});
    expect(checked(control)).to.deep.equal(['None']);
    option(control, 'Red').click();
    await control.updateComplete;
    expect(checked(control)).to.deep.equal(['Red']);
    option(control, 'None').click();
    await control.updateComplete;
    expect(value()).to.equal(null);
    expect(checked(control)).to.deep.equal(['None']);
  });

  it('leaves names away where there are many, but not from what is read out', async () => {
    const {control} = await openControl('twik-swatches', 'fabric', {product: many});
    const last = option(control, 'Fabric 19');
    expect(last.innerText.trim()).to.equal('');
    expect(getComputedStyle(last).minHeight).to.equal('44px');
  });

  it('strikes out what other picks bar, and says why to who points at it', async () => {
    const {control} = await openControl('twik-swatches', 'finish', {picks: {width: 1600, legs: 'wood'}});
    const oak = option(control, 'Oak');
    expect(oak.ariaDisabled).to.equal('true');
    expect(tooltip(control)).to.equal('');
    await hover(control, oak);
    expect(tooltip(control)).to.equal('Oak wider than 1200 mm needs steel legs.');
    expect(descriptionOf(oak)).to.equal('Oak wider than 1200 mm needs steel legs.');
    await expect(control).to.be.accessible();
  });

  it('lets a conflict be told, and shows what is', async () => {
    const {control, value} = await openControl('twik-swatches', 'finish', {picks: {width: 1600, legs: 'wood'}});
    const before = checked(control);
    const oak = option(control, 'Oak');
    setTimeout(() => oak.click());
    const {detail, composed} = await oneEvent(control, 'configuration-conflict');
    expect(composed).to.equal(true);
    expect(detail.explanation.value).to.equal('oak');
    expect(value()).not.to.equal('oak');
    await control.updateComplete;
    expect(checked(control)).to.deep.equal(before);
  });
});

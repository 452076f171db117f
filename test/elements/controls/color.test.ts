import {expect} from '@open-wc/testing';
import {
  checked,
  configurationWith,
  hover,
  openControl,
  option,
  part,
  parts,
  press,
  problem,
  productOf,
  type,
  walkInto,
} from './open-control.js';

const picker = (control: Element) => {
  const found = control.shadowRoot?.querySelector<HTMLInputElement>('input[type=color]');
  if (!found) throw new Error('There is no picker.');
  return found;
};

const paint = (free: boolean) =>
  productOf({id: 'ral', kind: 'color', name: 'Paint', free, swatches: ['#ff0000', '#00ff00'], required: false});

describe('<twik-color>', () => {
  it('is accessible', async () => {
    const {control} = await openControl('twik-color', 'tint');
    await expect(control).to.be.accessible();
  });

  it('offers the colours of the product as radio buttons', async () => {
    const {control, value} = await openControl('twik-color', 'tint');
    expect(checked(control)).to.deep.equal(['white']);
    option(control, 'dark blue').click();
    await control.updateComplete;
    expect(value()).to.equal('#1d3557');
    await walkInto(control);
    await press(control, 'ArrowLeft');
    expect(value()).to.equal('#ffffff');
  });

  it('names colours in plain words before their codes, in the language of the page', async () => {
    const labels = async (lang: string) => {
      const {control} = await openControl('twik-color', 'tint', {lang});
      return parts(control, 'option').map(({ariaLabel}) => ariaLabel);
    };
    expect(await labels('en')).to.deep.equal(['white, #ffffff', 'dark blue, #1d3557']);
    expect(await labels('de')).to.deep.equal(['weiß, #ffffff', 'dunkelblau, #1d3557']);
  });

  it('shows the code of the colour that is pointed at', async () => {
    const {control} = await openControl('twik-color', 'tint');
    expect(part(control, 'value').textContent).to.equal('#ffffff');
    await hover(control, option(control, 'dark blue'));
    expect(part(control, 'value').textContent).to.equal('#1d3557');
  });

  it('takes any colour from the picker of the browser', async () => {
    const {control, value} = await openControl('twik-color', 'tint');
    await type(control, picker(control), '#336699');
    expect(value()).to.equal('#336699');
    expect(checked(control)).to.deep.equal([]);
    expect(part<HTMLInputElement>(control, 'field').value).to.equal('#336699');
  });

  for (const [text, color] of [
    ['#336699', '#336699'],
    ['336699', '#336699'],
    ['#36F', '#3366ff'],
    [' #AABBCC ', '#aabbcc'],
  ] as const) {
    it(`reads the code "${text}"`, async () => {
      const {control, value} = await openControl('twik-color', 'tint');
      await type(control, part<HTMLInputElement>(control, 'field'), text);
      expect(value()).to.equal(color);
      expect(part<HTMLInputElement>(control, 'field').value).to.equal(color);
    });
  }

  for (const text of ['', 'red', '#12', '#gggggg', '#1234567']) {
    it(`refuses the code "${text}", says how one looks, and shows the value again`, async () => {
      const {control, value} = await openControl('twik-color', 'tint');
      await type(control, part<HTMLInputElement>(control, 'field'), text);
      expect(problem(control)).to.equal('Please enter a colour code such as #1d3557.');
      expect(value()).to.equal('#ffffff');
      expect(part<HTMLInputElement>(control, 'field').value).to.equal('#ffffff');
    });
  }

  it('has neither picker nor field where only the given colours can be made', async () => {
    const {control} = await openControl('twik-color', 'ral', {product: paint(false)});
    expect(parts(control, 'field')).to.deep.equal([]);
    expect(control.shadowRoot?.querySelector('input')).to.equal(null);
    expect(checked(control)).to.deep.equal(['None']);
  });

  it('has them, with their looks, as soon as it shows a parameter that may have any colour', async () => {
    const {control} = await openControl('twik-color', 'ral', {product: paint(false)});
    control.configuration = configurationWith({}, paint(true));
    await control.updateComplete;
    expect(getComputedStyle(picker(control)).opacity).to.equal('0');
    expect(part(control, 'field').getBoundingClientRect().height).to.be.at.least(44);
  });
});

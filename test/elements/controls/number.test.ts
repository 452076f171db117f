import {aTimeout, expect, oneEvent} from '@open-wc/testing';
import {descriptionOf, hover, openControl, part, parts, problem, productOf, tooltip, type} from './open-control.js';

const input = (control: Element, name: 'field' | 'slider') => part<HTMLInputElement>(control, name);

/** Moves the slider as a hand would, without letting go. */
async function slide(control: HTMLElement & {updateComplete: Promise<boolean>}, value: number): Promise<void> {
  const range = input(control, 'slider');
  range.value = String(value);
  range.dispatchEvent(new Event('input', {bubbles: true}));
  await control.updateComplete;
}

const narrow = {finish: 'oak', legs: 'wood'};

describe('<twik-number>', () => {
  it('is accessible', async () => {
    const {control} = await openControl('twik-number', 'width');
    await expect(control).to.be.accessible();
  });

  it('shows the value in slider and field, with its unit', async () => {
    const {control} = await openControl('twik-number', 'width');
    const [field, slider] = [input(control, 'field'), input(control, 'slider')];
    expect([field.value, field.min, field.max, field.step]).to.deep.equal(['800', '400', '2400', '100']);
    expect([slider.value, slider.min, slider.max, slider.step]).to.deep.equal(['800', '400', '2400', '100']);
    expect(slider.ariaValueText).to.equal('800\u00a0mm');
    expect(field.labels?.[0]?.textContent).to.equal('Width');
    expect(descriptionOf(field)).to.contain('mm');
  });

  it('takes a typed number when it is finished, not on the way', async () => {
    const {control, value} = await openControl('twik-number', 'width');
    const field = input(control, 'field');
    await type(control, field, '1', {isFinished: false});
    await type(control, field, '1000', {isFinished: false});
    expect(value()).to.equal(800);
    expect(field.value).to.equal('1000');
    await type(control, field, '1000');
    expect(value()).to.equal(1000);
    expect(input(control, 'slider').value).to.equal('1000');
  });

  for (const text of ['', '39', '2401', '1e9']) {
    it(`refuses "${text}", says what is possible and shows the value again`, async () => {
      const {control, requests, value} = await openControl('twik-number', 'width');
      await type(control, input(control, 'field'), text);
      expect(problem(control)).to.equal('Please enter a number from 400\u00a0mm to 2,400\u00a0mm.');
      expect(requests).to.deep.equal([]);
      expect(value()).to.equal(800);
      expect(input(control, 'field').value).to.equal('800');
      await type(control, input(control, 'field'), '900');
      expect(problem(control)).to.equal('');
    });
  }

  it('rounds to the grid and says so', async () => {
    const {control, value} = await openControl('twik-number', 'width');
    await type(control, input(control, 'field'), '1149');
    expect(value()).to.equal(1100);
    expect(input(control, 'field').value).to.equal('1100');
    expect(problem(control)).to.equal('Rounded to 1,100\u00a0mm: it goes in steps of 100\u00a0mm.');
  });

  it('changes the value while it is slid', async () => {
    const {control, value} = await openControl('twik-number', 'width');
    await slide(control, 1000);
    expect(value()).to.equal(1000);
    expect(input(control, 'field').value).to.equal('1000');
  });

  it('follows a quick hand in its own time, and ends where it ends', async () => {
    const {control, requests, value} = await openControl('twik-number', 'width');
    for (const width of [900, 1000, 1100, 1200]) await slide(control, width);
    expect(requests.length).to.be.lessThan(4);
    input(control, 'slider').dispatchEvent(new Event('change', {bubbles: true}));
    expect(value()).to.equal(1200);
  });

  it('is undone as one step however far it was slid', async () => {
    const {control, configuration, value} = await openControl('twik-number', 'width');
    for (const width of [900, 1000, 1100]) await slide(control, width);
    input(control, 'slider').dispatchEvent(new Event('change', {bubbles: true}));
    await slide(control, 1200);
    input(control, 'slider').dispatchEvent(new Event('change', {bubbles: true}));
    expect(value()).to.equal(1200);
    configuration.request({kind: 'undo'});
    expect(value()).to.equal(1100);
    configuration.request({kind: 'undo'});
    expect(value()).to.equal(800);
    expect(configuration.canUndo).to.equal(false);
  });

  it('narrows to what other picks allow, and says so', async () => {
    const {control} = await openControl('twik-number', 'width', {picks: narrow});
    const words = 'With your other choices: 400\u00a0mm to 1,200\u00a0mm';
    expect(descriptionOf(input(control, 'slider'))).to.contain(words);
    expect(descriptionOf(input(control, 'field'))).to.contain(words);
  });

  it('stops at the bound while it is slid beyond, says why, and asks when it is let go', async () => {
    const {control, value} = await openControl('twik-number', 'width', {picks: narrow});
    await slide(control, 2000);
    expect(value()).to.equal(1200);
    expect(input(control, 'slider').value).to.equal('1200');
    expect(tooltip(control)).to.equal('Oak wider than 1200 mm needs steel legs.');
    setTimeout(() => input(control, 'slider').dispatchEvent(new Event('change', {bubbles: true})));
    const {detail} = await oneEvent(control, 'configuration-conflict');
    expect(detail.explanation.value).to.equal(2000);
    await control.updateComplete;
    expect(input(control, 'slider').value).to.equal('1200');
    expect(tooltip(control)).to.equal('');
  });

  it('asks for a typed number that other picks bar, and shows what is', async () => {
    const {control, value} = await openControl('twik-number', 'width', {picks: narrow});
    setTimeout(() => void type(control, input(control, 'field'), '1800'));
    const {detail} = await oneEvent(control, 'configuration-conflict');
    expect(detail.explanation.value).to.equal(1800);
    await control.updateComplete;
    expect(value()).to.equal(800);
    expect(input(control, 'field').value).to.equal('800');
    expect(problem(control)).to.equal('');
  });

  it('does not lose the last move when it leaves the page', async () => {
    const {control, value} = await openControl('twik-number', 'width');
    await slide(control, 900);
    await slide(control, 1000);
    control.remove();
    expect(value()).to.equal(1000);
  });

  it('asks nothing more once it has left the page', async () => {
    const {control, requests} = await openControl('twik-number', 'width');
    await slide(control, 900);
    control.remove();
    const before = requests.length;
    await aTimeout(80);
    expect(requests.length).to.equal(before);
  });

  describe('in few steps', () => {
    it('is accessible', async () => {
      const {control} = await openControl('twik-number', 'shelves');
      await expect(control).to.be.accessible();
    });

    it('has buttons for one less and one more, and no slider', async () => {
      const {control, value} = await openControl('twik-number', 'shelves');
      expect(parts(control, 'slider')).to.deep.equal([]);
      const [less, more] = [part(control, 'less'), part(control, 'more')];
      expect([less.ariaLabel, more.ariaLabel]).to.deep.equal(['Less: Shelves', 'More: Shelves']);
      more.click();
      expect(value()).to.equal(4);
      await control.updateComplete;
      less.click();
      await control.updateComplete;
      less.click();
      expect(value()).to.equal(2);
    });

    it('ends at the limits', async () => {
      const {control, requests} = await openControl('twik-number', 'shelves', {picks: {shelves: 8}});
      requests.length = 0;
      const more = part(control, 'more');
      expect(more.ariaDisabled).to.equal('true');
      more.click();
      expect(requests).to.deep.equal([]);
      expect(part(control, 'less').ariaDisabled).to.equal(null);
    });

    it('says why a step is barred, and asks for it all the same', async () => {
      const product = productOf(
        {id: 'drawers', kind: 'integer', name: 'Drawers', min: 0, max: 4, default: 0},
        {rules: [{id: 'few', require: 'drawers < 3', message: 'Only two drawers fit.'}]},
      );
      const {control} = await openControl('twik-number', 'drawers', {product, picks: {drawers: 2}});
      const more = part(control, 'more');
      expect(more.ariaDisabled).to.equal('true');
      await hover(control, more);
      expect(tooltip(control)).to.equal('Only two drawers fit.');
      expect(descriptionOf(more)).to.equal('Only two drawers fit.');
    });
  });

  it('steps exactly through decimals', async () => {
    const product = productOf({
      id: 'gap',
      kind: 'number',
      name: 'Gap',
      control: 'field',
      unit: 'mm',
      min: '0.1',
      max: '0.5',
      step: '0.1',
      default: '0.2',
    });
    const {control, value} = await openControl('twik-number', 'gap', {product});
    part(control, 'more').click();
    expect(value()).to.equal(0.3);
  });
});

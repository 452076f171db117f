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
  problem,
  productOf,
  tooltip,
  walkInto,
} from './open-control.js';

describe('<twik-cards>', () => {
  it('is accessible', async () => {
    const {control} = await openControl('twik-cards', 'legs');
    await expect(control).to.be.accessible();
  });

  it('shows names, descriptions and what each adds to the price', async () => {
    const {control} = await openControl('twik-cards', 'finish');
    expect(parts(control, 'option').map((each) => each.ariaLabel)).to.deep.equal([
      'Oak',
      'Walnut, +€20.00',
      'White, -€40.00',
    ]);
    const {control: legs} = await openControl('twik-cards', 'legs');
    expect(option(legs, 'Wood').textContent).to.contain('Turned oak');
    expect(option(legs, 'Wood').ariaLabel).to.equal('Wood, Turned oak');
  });

  it('shows prices and names as the language of the page writes them', async () => {
    const {control} = await openControl('twik-cards', 'finish', {lang: 'de'});
    expect(option(control, 'Nussbaum').ariaLabel?.replace(/\s/g, ' ')).to.equal('Nussbaum, +20,00 €');
  });

  it('has nothing selected while a required choice is open, and says so', async () => {
    const {control, configuration} = await openControl('twik-cards', 'glass');
    expect(checked(control)).to.deep.equal([]);
    expect(part(control, 'open').textContent).to.equal('Please choose');
    expect(descriptionOf(part(control, 'options'))).to.contain('Please choose');
    // The first card can be reached by Tab all the same.
    expect(parts(control, 'option')[0]?.tabIndex).to.equal(0);
    option(control, 'Smoked').click();
    await control.updateComplete;
    expect(configuration.parameter('glass').isOpen).to.equal(false);
    expect(parts(control, 'open')).to.deep.equal([]);
  });

  it('names the pick that bars an option where the rule has no words', async () => {
    const {control} = await openControl('twik-cards', 'legs', {picks: {doors: true}});
    await hover(control, option(control, 'Plinth'));
    expect(tooltip(control)).to.equal('Not together with Doors: Yes.');
    const {control: german} = await openControl('twik-cards', 'legs', {picks: {doors: true}, lang: 'de'});
    await hover(german, option(german, 'Sockel'));
    expect(tooltip(german)).to.equal('Nicht zusammen mit Türen: Ja.');
  });

  it('walks past a barred option by keyboard, tells why, and asks for it only when pressed', async () => {
    const {control, requests} = await openControl('twik-cards', 'legs', {picks: {doors: true, legs: 'steel'}});
    requests.length = 0;
    await walkInto(control);
    await press(control, 'ArrowDown');
    const plinth = option(control, 'Plinth');
    expect(control.shadowRoot?.activeElement).to.equal(plinth);
    expect(requests).to.deep.equal([]);
    expect(descriptionOf(plinth)).to.equal('Not together with Doors: Yes.');
    setTimeout(() => plinth.click());
    await oneEvent(control, 'configuration-conflict');
    expect(requests).to.deep.equal([{kind: 'set', parameter: 'legs', value: 'plinth'}]);
    expect(checked(control)).to.deep.equal(['Steel']);
  });

  it('hides the reason at Escape, without closing what is around', async () => {
    const {control} = await openControl('twik-cards', 'legs', {picks: {doors: true}});
    let escaped = false;
    control.addEventListener('keydown', () => (escaped = true));
    await hover(control, option(control, 'Plinth'));
    expect(tooltip(control)).not.to.equal('');
    option(control, 'Wood').focus();
    await press(control, 'Escape');
    expect(tooltip(control)).to.equal('');
    expect(escaped).to.equal(false);
    await press(control, 'Escape');
    expect(escaped).to.equal(true);
  });

  it('says nothing at a press, which is answered otherwise', async () => {
    const {control} = await openControl('twik-cards', 'legs', {picks: {doors: true}});
    const plinth = option(control, 'Plinth');
    plinth.dispatchEvent(new PointerEvent('pointerdown', {pointerType: 'touch', bubbles: true, composed: true}));
    plinth.focus();
    await control.updateComplete;
    expect(tooltip(control)).to.equal('');
  });

  it('keeps the reason while the pointer is on it', async () => {
    const {control} = await openControl('twik-cards', 'legs', {picks: {doors: true}});
    await hover(control, option(control, 'Plinth'));
    await hover(control, part(control, 'reason'));
    expect(tooltip(control)).not.to.equal('');
    await hover(control, part(control, 'name'));
    expect(tooltip(control)).to.equal('');
  });

  it('asks why only when somebody points', async () => {
    const {control, configuration} = await openControl('twik-cards', 'legs', {picks: {doors: true}});
    let explained = 0;
    const explain = configuration.explain.bind(configuration);
    configuration.explain = (path, value) => {
      explained++;
      return explain(path, value);
    };
    control.requestUpdate();
    await control.updateComplete;
    expect(explained).to.equal(0);
    await hover(control, option(control, 'Plinth'));
    await hover(control, option(control, 'Wood'));
    await hover(control, option(control, 'Plinth'));
    expect(explained).to.equal(1);
  });

  it('takes a pick back by the reset button, keeps the focus, and shows the button only for picks', async () => {
    const {control, requests} = await openControl('twik-cards', 'legs');
    expect(parts(control, 'reset')).to.deep.equal([]);
    option(control, 'Steel').click();
    await control.updateComplete;
    const reset = part(control, 'reset');
    expect(reset.ariaLabel).to.equal('Reset Legs to its default');
    reset.focus();
    reset.click();
    await control.updateComplete;
    expect(requests.at(-1)).to.deep.equal({kind: 'clear', parameter: 'legs'});
    expect(checked(control)).to.deep.equal(['Wood']);
    expect(control.shadowRoot?.activeElement?.role).to.equal('radio');
  });

  it('says when rules have decided', async () => {
    const {control} = await openControl('twik-cards', 'legs', {picks: {finish: 'oak', width: 1600}});
    expect(checked(control)).to.deep.equal(['Steel']);
    expect(part(control, 'by-rule').textContent).to.equal('set to match your choices');
  });

  it('shows nothing while its parameter does not exist, and comes back with it', async () => {
    const {control, configuration} = await openControl('twik-cards', 'handle');
    expect(parts(control, 'option')).to.deep.equal([]);
    configuration.request({kind: 'set', parameter: 'doors', value: true});
    await control.updateComplete;
    expect(checked(control)).to.deep.equal(['Knob']);
  });

  it('says so when the product has no such parameter', async () => {
    const {control} = await openControl('twik-cards', 'wings');
    expect(control.shadowRoot?.textContent).to.contain('nothing called “wings”');
  });

  it('offers yes, no and none for what need not be answered', async () => {
    const product = productOf({id: 'mount', kind: 'boolean', name: 'Mounting', required: false});
    const {control, value} = await openControl('twik-cards', 'mount', {product});
    expect(checked(control)).to.deep.equal(['None']);
    option(control, 'No').click();
    await control.updateComplete;
    expect(value()).to.equal(false);
    expect(checked(control)).to.deep.equal(['No']);
  });

  it('loads pictures from where the product is, as decoration', async () => {
    const picture = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';
    const product = productOf({
      id: 'base',
      kind: 'choice',
      name: 'Base',
      default: 'sled',
      options: [
        {id: 'sled', name: 'Sled', image: picture},
        {id: 'legs', name: 'Legs', image: picture},
      ],
    });
    const {control} = await openControl('twik-cards', 'base', {product});
    const pictures = [...(control.shadowRoot?.querySelectorAll('img') ?? [])];
    expect(pictures.map(({alt}) => alt)).to.deep.equal(['', '']);
    await expect(control).to.be.accessible();
  });

  describe('for several options', () => {
    it('is accessible', async () => {
      const {control} = await openControl('twik-cards', 'extras');
      await expect(control).to.be.accessible();
    });

    it('is a group of check boxes, each with its own tab stop', async () => {
      const {control} = await openControl('twik-cards', 'extras');
      expect(part(control, 'options').role).to.equal('group');
      expect(parts(control, 'option').map((each) => [each.role, each.tabIndex])).to.deep.equal([
        ['checkbox', 0],
        ['checkbox', 0],
        ['checkbox', 0],
      ]);
    });

    it('adds and takes away, in the order of the definition', async () => {
      const {control, value} = await openControl('twik-cards', 'extras');
      option(control, 'Felt').click();
      await control.updateComplete;
      option(control, 'Light').click();
      await control.updateComplete;
      expect(value()).to.deep.equal(['light', 'felt']);
      expect(part(control, 'value').textContent).to.equal('2 of 2');
      option(control, 'Felt').click();
      await control.updateComplete;
      expect(value()).to.deep.equal(['light']);
      expect(checked(control)).to.deep.equal(['Light']);
    });

    it('bars what would be too many and says how many are possible', async () => {
      const {control, requests, value} = await openControl('twik-cards', 'extras', {
        picks: {extras: ['light', 'lock']},
      });
      requests.length = 0;
      const felt = option(control, 'Felt');
      expect(felt.ariaDisabled).to.equal('true');
      await hover(control, felt);
      expect(tooltip(control)).to.equal('At most 2 can be picked.');
      felt.click();
      await control.updateComplete;
      expect(problem(control)).to.equal('At most 2 can be picked.');
      expect(requests).to.deep.equal([]);
      expect(value()).to.deep.equal(['light', 'lock']);
    });
  });
});

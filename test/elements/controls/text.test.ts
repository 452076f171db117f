import {expect} from '@open-wc/testing';
import {descriptionOf, openControl, part, problem, productOf, type} from './open-control.js';

const field = (control: Element) => part<HTMLInputElement>(control, 'field');

describe('<twik-text>', () => {
  it('is accessible', async () => {
    const {control} = await openControl('twik-text', 'label');
    await expect(control).to.be.accessible();
    await type(control, field(control), 'Ab#');
    await expect(control).to.be.accessible();
  });

  it('takes what is typed while it is typed', async () => {
    const {control, value} = await openControl('twik-text', 'label');
    await type(control, field(control), 'Wine', {isFinished: false});
    expect(value()).to.equal('Wine');
  });

  it('counts what is used, in characters and not in code units', async () => {
    const product = productOf({id: 'label', kind: 'text', name: 'Label', required: false, maxLength: 12});
    const {control} = await openControl('twik-text', 'label', {product});
    await type(control, field(control), '👍🏽!');
    expect(part(control, 'count').textContent?.trim()).to.equal('3 of 12 characters');
    expect(descriptionOf(field(control))).to.contain('3 of 12 characters');
  });

  it('names the characters that cannot be used, keeps what was typed, and leaves the value alone', async () => {
    const {control, value} = await openControl('twik-text', 'label', {picks: {label: 'Wine'}});
    await type(control, field(control), 'Wine #9', {isFinished: false});
    expect(problem(control)).to.equal('“#” and “9” cannot be used here.');
    expect(field(control).value).to.equal('Wine #9');
    expect(field(control).ariaInvalid).to.equal('true');
    expect(value()).to.equal('Wine');
    await type(control, field(control), 'Wine ', {isFinished: false});
    expect(problem(control)).to.equal('');
    expect(field(control).ariaInvalid).to.equal(null);
  });

  it('says how much is too long', async () => {
    const {control, value} = await openControl('twik-text', 'label');
    await type(control, field(control), 'Encyclopaedia', {isFinished: false});
    expect(problem(control)).to.equal('One character too many.');
    expect(value()).to.equal('');
  });

  it('says that it is too short only when typing is over', async () => {
    const product = productOf({id: 'code', kind: 'text', name: 'Code', minLength: 3, maxLength: 6});
    const {control, value} = await openControl('twik-text', 'code', {product});
    await type(control, field(control), 'ab', {isFinished: false});
    expect(problem(control)).to.equal('');
    await type(control, field(control), 'ab');
    expect(problem(control)).to.equal('At least 3 characters are needed.');
    await type(control, field(control), 'abc');
    expect(problem(control)).to.equal('');
    expect(value()).to.equal('abc');
  });

  it('makes an empty field no value', async () => {
    const {control, value} = await openControl('twik-text', 'label', {picks: {label: 'Wine'}});
    await type(control, field(control), '');
    expect(value()).to.equal('');
    expect(problem(control)).to.equal('');
  });

  it('is open again when a required text is emptied', async () => {
    const product = productOf({id: 'code', kind: 'text', name: 'Code', minLength: 1, maxLength: 6});
    const {control, configuration} = await openControl('twik-text', 'code', {product, picks: {code: 'abc'}});
    await type(control, field(control), '');
    expect(configuration.parameter('code').isOpen).to.equal(true);
    expect(part(control, 'open').textContent).to.equal('Please choose');
  });

  it('shows what the configuration says when that changes elsewhere, whatever was typed', async () => {
    const {control, configuration} = await openControl('twik-text', 'label');
    await type(control, field(control), 'Ab#');
    configuration.request({kind: 'set', parameter: 'label', value: 'Tea'});
    await control.updateComplete;
    expect(field(control).value).to.equal('Tea');
    expect(problem(control)).to.equal('');
  });

  it('keeps what was typed when something else changes', async () => {
    const {control, configuration} = await openControl('twik-text', 'label');
    await type(control, field(control), 'Ab#');
    configuration.request({kind: 'set', parameter: 'shelves', value: 5});
    await control.updateComplete;
    expect(field(control).value).to.equal('Ab#');
    expect(problem(control)).to.equal('“#” cannot be used here.');
  });

  it('is undone as one step however many keys it took', async () => {
    const {control, configuration, value} = await openControl('twik-text', 'label');
    await type(control, field(control), 'W', {isFinished: false});
    await type(control, field(control), 'Wi', {isFinished: false});
    await type(control, field(control), 'Wine');
    expect(value()).to.equal('Wine');
    configuration.request({kind: 'undo'});
    expect(value()).to.equal('');
    expect(configuration.canUndo).to.equal(false);
    await control.updateComplete;
    expect(field(control).value).to.equal('');
  });

  it('has several lines for long texts', async () => {
    const product = productOf({id: 'note', kind: 'text', name: 'Note', required: false, maxLength: 200});
    const {control} = await openControl('twik-text', 'note', {product});
    expect(field(control).localName).to.equal('textarea');
    await expect(control).to.be.accessible();
  });
});

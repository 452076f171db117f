import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {configurationFrom, validateConfiguration} from '../../../src/core/configuration/validate-configuration.js';
import type {SerialConfiguration} from '../../../src/core/configuration/serial.js';
import {TwikError} from '../../../src/core/error.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {block, shelf} from '../../support/products.js';

const product = parseProduct(shelf);

/** A later version: oak is called oak_light, shelves are called boards, white and a legs parameter's plinth are gone. */
const later = parseProduct({
  ...shelf,
  version: '2',
  parameters: shelf.parameters.map((parameter) => {
    if (parameter.id === 'shelves') return {...parameter, id: 'boards'};
    if (parameter.id === 'finish') {
      return {
        ...parameter,
        default: 'walnut',
        options: [
          {id: 'oak_light', price: '40.00'},
          {id: 'walnut', price: '60.00'},
        ],
      };
    }
    if (parameter.id === 'extras')
      return {
        ...parameter,
        options: [
          {id: 'light', price: '1.00'},
          {id: 'felt', price: '1.00'},
        ],
      };
    return parameter;
  }),
  rules: [{id: 'span', when: "finish == 'oak_light' && width > 1200 mm", require: "legs == 'steel'"}],
  price: {currency: 'EUR', taxIncluded: true, taxRate: '0', lines: [{id: 'base', label: 'Base', amount: '1'}]},
  bom: {lines: []},
  availability: {},
  renamed: {parameters: {shelves: 'boards'}, options: {'finish.oak': 'oak_light'}},
});

describe('restoring', () => {
  it('brings picks back as restored ones, in one step that can be undone', () => {
    const code = createConfiguration(product, {picks: {width: 1500, label: 'Ada'}}).shareCode();
    const configuration = createConfiguration(product);
    const result = configuration.request({kind: 'restore', from: code});
    expect(result.kind === 'applied' && result.changed.map(({path, to}) => [path, to])).to.deep.equal([
      ['width', 1500],
      ['legs', 'steel'],
      ['label', 'Ada'],
    ]);
    expect(configuration.parameter('width').origin).to.equal('restored');
    expect(configuration.restored).to.deep.equal({gone: [], conflicting: [], otherVersion: false});
    configuration.request({kind: 'undo'});
    expect(configuration.restored).to.equal(null);
    expect(configuration.parameter('width').origin).to.equal('default');
  });

  it('follows renamings into a later version and reports what is gone', () => {
    const code = createConfiguration(product, {
      picks: {shelves: 5, finish: 'oak', extras: ['light', 'lock'], doors: true},
    }).shareCode();
    const configuration = createConfiguration(later, {restore: code});
    expect(configuration.serialize().values).to.deep.include({boards: 5, finish: 'oak_light', extras: ['light']});
    expect(configuration.restored).to.deep.equal({
      gone: [{parameter: 'extras', value: ['lock']}],
      conflicting: [],
      otherVersion: true,
    });
    const white = createConfiguration(later, {
      restore: createConfiguration(product, {picks: {finish: 'white'}}).shareCode(),
    });
    expect(white.restored?.gone).to.deep.equal([{parameter: 'finish', value: 'white'}]);
    expect(white.parameter('finish')).to.include({value: 'walnut', origin: 'default'});
  });

  it('suspends what contradicts by the rules of today, keeps it in later codes, and forgets it when it is cleared', () => {
    const loose = parseProduct({...shelf, rules: []});
    const code = createConfiguration(loose, {picks: {finish: 'oak', width: 1500, legs: 'wood'}}).shareCode();
    const configuration = createConfiguration(product, {restore: code});
    expect(configuration.consistent).to.equal(false);
    expect(configuration.serialize().consistent).to.equal(false);
    expect(configuration.suspended).to.have.length(1);
    const [first] = configuration.suspended;
    expect(first).to.deep.include({parameter: 'legs', value: 'wood'});
    expect(first?.explanation.rules.map(({id}) => id)).to.deep.equal(['span']);
    expect(first?.explanation.picks.map(({parameter}) => parameter)).to.have.members(['width', 'finish']);
    expect(configuration.parameter('legs').value).to.equal('steel');
    const again = createConfiguration(product, {restore: configuration.shareCode()});
    expect(again.suspended.map(({parameter}) => parameter)).to.deep.equal(['legs']);
    again.request({kind: 'clear', parameter: 'legs'});
    expect(again.consistent).to.equal(true);
    again.request({kind: 'undo'});
    expect(again.consistent).to.equal(false);
    expect(again.request({kind: 'set', parameter: 'width', value: 800}).kind).to.equal('applied');
    expect(again.request({kind: 'set', parameter: 'legs', value: 'wood'}).kind).to.equal('applied');
    expect(again.consistent).to.equal(true);
  });

  it('refuses what belongs to another product', () => {
    const other = createConfiguration(parseProduct(block)).shareCode();
    expect(() => createConfiguration(product, {restore: other}))
      .to.throw()
      .with.property('code', 'code-other-product');
    const result = createConfiguration(product).request({kind: 'restore', from: other});
    expect(result.kind === 'refused' && result.error.code).to.equal('code-other-product');
  });

  for (const hostile of [null, 7, {}, {product: 'test-shelf', productVersion: '1', values: [], origins: {}}]) {
    it(`refuses ${JSON.stringify(hostile)} as a serial configuration`, () => {
      const result = createConfiguration(product).request({
        kind: 'restore',
        from: hostile as unknown as SerialConfiguration,
      });
      expect(result.kind === 'refused' && result.error)
        .to.be.instanceOf(TwikError)
        .with.property('code', 'code-invalid');
    });
  }
});

describe('checking a serial configuration', () => {
  const serial = createConfiguration(product, {
    picks: {width: 1500, doors: true, glass: 'smoked', extras: ['lock']},
  }).serialize();
  const codesOf = (changed: Partial<SerialConfiguration>): string[] =>
    validateConfiguration(product, {...serial, ...changed}).issues.map(({code}) => code);
  const withValues = (values: SerialConfiguration['values']): Partial<SerialConfiguration> => ({
    values: {...serial.values, ...values},
  });

  it('finds nothing wrong with what was serialized, and builds it again', () => {
    expect(validateConfiguration(product, serial)).to.deep.equal({complete: true, consistent: true, issues: []});
    expect(configurationFrom(product, serial).serialize().hash).to.equal(serial.hash);
  });

  it('tells an open configuration from a complete one', () => {
    const open = createConfiguration(product).serialize();
    expect(validateConfiguration(product, open)).to.deep.equal({complete: false, consistent: true, issues: []});
  });

  const cases: readonly (readonly [string, Partial<SerialConfiguration>, readonly string[]])[] = [
    ['another version', {productVersion: '0'}, ['version-other', 'hash-mismatch']],
    ['a changed value', withValues({shelves: 4}), ['hash-mismatch']],
    ['a broken rule', withValues({legs: 'wood'}), ['hash-mismatch', 'rule-broken']],
    ['a value that is none', withValues({finish: 'pine'}), ['option-unknown', 'value-missing']],
    ['a value of what does not exist', withValues({doors: false}), ['hash-mismatch', 'parameter-inactive']],
    ['a missing value', withValues({handle: null}), ['hash-mismatch', 'value-missing']],
    ['an unknown parameter', withValues({depth: 3}), ['parameter-unknown']],
    ['another product', {product: 'other'}, ['code-other-product']],
    ['no values', {values: null as unknown as SerialConfiguration['values']}, ['code-invalid']],
  ];
  for (const [what, changed, codes] of cases) {
    it(`reports ${what}`, () => expect(codesOf(changed)).to.deep.equal(codes));
  }
});

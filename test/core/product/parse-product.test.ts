import {expect} from '@open-wc/testing';
import {parameterById} from '../../../src/core/product/parameter-by-id.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {desk, deskWith} from '../../support/desk.js';
import {issueOf} from '../../support/issue.js';

describe('parseProduct', () => {
  it('reads text and parsed JSON alike', () => {
    expect(parseProduct(JSON.stringify(desk()))).to.deep.equal(parseProduct(desk()));
  });

  it('gives names, labels and limits their defaults', () => {
    const product = parseProduct(desk());
    expect(parameterById(product, 'frame')).to.deep.include({
      name: 'frame',
      required: true,
      control: 'auto',
      group: null,
    });
    expect(parameterById(product, 'drawers')).to.deep.include({step: 1, unit: null, active: null});
    expect(parameterById(product, 'extras')).to.deep.include({min: 0, max: 2});
    expect(product.groups[1]).to.deep.equal({id: 'look', name: 'look', description: 'How it looks.', view: null});
    expect(parseProduct({format: 1, id: 'least', version: '1'})).to.deep.include({
      name: 'least',
      defaultLocale: 'en',
      parameters: [],
      price: null,
      scene: null,
      leadTimeDays: null,
    });
  });

  it('takes a derived value whose formula holds its own id as a word', () => {
    const finish = {id: 'finish', kind: 'choice', options: [{id: 'oak'}, {id: 'pine'}]};
    const product = parseProduct({
      format: 1,
      id: 'board',
      version: '1',
      parameters: [finish],
      derived: [{id: 'oak', formula: "finish == 'oak'"}],
    });
    expect(product.derived[0]?.formula.type).to.deep.equal({kind: 'boolean'});
  });

  it('keeps numbers exact, written as number or as decimal text', () => {
    expect(parameterById(parseProduct(desk()), 'depth')).to.deep.include({
      min: 60,
      max: {numerator: 181n, denominator: 2n},
      step: {numerator: 1n, denominator: 2n},
    });
  });

  it('puts picked options in the order of the definition, and colours in lower case', () => {
    const product = parseProduct(desk());
    expect(parameterById(product, 'extras').default).to.deep.equal(['lamp', 'tray']);
    expect(parameterById(product, 'tint')).to.deep.include({swatches: ['#ffffff', '#1d3557'], default: '#1d3557'});
  });

  it('puts derived values into an order in which each reads only those before it', () => {
    expect(parseProduct(desk()).derived.map(({id}) => id)).to.deep.equal(['area', 'weight']);
  });

  it('sorts a chain of ten thousand derived values without running out of stack', () => {
    const length = 10_000;
    const derived = Array.from({length}, (_, index) => ({
      id: `d${index}`,
      formula: index + 1 < length ? `d${index + 1} + 1` : '1',
    }));
    const product = parseProduct({format: 1, id: 'chain', version: '1', derived});
    expect(product.derived[0]?.id).to.equal(`d${length - 1}`);
  });

  it('takes an article number as it stands, and a formula where one is written', () => {
    const {parts} = parseProduct(desk());
    expect(parts.get('top')?.sku?.root).to.include({kind: 'string', value: 'TOP'});
    expect(parts.get('screw')?.sku?.root).to.include({kind: 'call', name: 'attribute'});
  });

  it('knows renamed options under the old and the new name of their parameter', () => {
    const {renamed} = parseProduct(desk());
    expect([...renamed.parameters]).to.deep.equal([['wood', 'finish']]);
    expect(renamed.options.get('wood.light_oak')).to.equal('oak');
    expect(renamed.options.get('finish.light_oak')).to.equal('oak');
    expect(renamed.options.get('frame.metal')).to.equal('steel');
  });

  it('reads the cells of table rules: one value, several, and any', () => {
    const rule = parseProduct(desk()).rules[1];
    expect(rule?.kind === 'table' && rule.rows.slice(0, 2)).to.deep.equal([
      [['oak'], ['0', '1', '2'], 'any', [false], 'any'],
      [['white'], 'any', ['steel', 'oak'], [true, false], ['60.5']],
    ]);
  });

  it('keeps the base address, and freezes all of the product but nothing of the source', () => {
    const source = desk();
    const product = parseProduct(source, {baseUrl: 'https://example.com/desk/'});
    expect(product.baseUrl).to.equal('https://example.com/desk/');
    const frozen = [product, product.name, product.parameters[3], product.rules[1], product.examples[0]?.picks];
    for (const part of frozen) expect(Object.isFrozen(part)).to.equal(true);
    expect(Object.isFrozen(product.parts.get('top')?.size)).to.equal(true);
    expect(Object.isFrozen(source['name'])).to.equal(false);
  });

  it('passes over $schema, $comment and keys that begin with x-', () => {
    expect(() => parseProduct(deskWith(['/parameters/0/x-erp', 1], ['/price/$comment', 'net?']))).not.to.throw();
  });

  it('reports everything that is wrong at once, in the order of the document', () => {
    const error = issueOf(() =>
      parseProduct(
        deskWith(
          ['/parameters/3/group', 'lok'],
          ['/rules/0/when', 'finsh == 1'],
          ['/derived/1/formula', 'width +'],
          ['/parameters/0/step', 0],
          ['/bom/lines/1/quantity', 'width'],
        ),
      ),
    );
    expect(error.code).to.equal('product-invalid');
    expect(error.issues.map(({code, path}) => `${code} ${path}`)).to.deep.equal([
      'range-invalid /parameters/0',
      'group-unknown /parameters/3/group',
      'expression-syntax /derived/1/formula',
      'name-unknown /rules/0/when',
    ]);
    expect(error.message).to.equal(`${error.issues[0]?.message ?? ''} And 3 more.`);
  });
});

describe('parameterById', () => {
  it('says which parameter was meant', () => {
    const issue = issueOf(() => parameterById(parseProduct(desk()), 'widht'));
    expect(issue.code).to.equal('parameter-unknown');
    expect(issue.message).to.contain('Did you mean "width"?');
  });
});

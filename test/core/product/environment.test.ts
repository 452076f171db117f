import {expect} from '@open-wc/testing';
import {environmentOf} from '../../../src/core/product/environment.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {desk} from '../../support/desk.js';

describe('environmentOf', () => {
  const product = parseProduct(desk());

  it('types parameters and derived values', () => {
    const {typeOf} = environmentOf(product);
    expect(typeOf('width')).to.deep.equal({kind: 'number', dimension: {length: 1, mass: 0, angle: 0}});
    expect(typeOf('drawers')).to.deep.equal({kind: 'number', dimension: {length: 0, mass: 0, angle: 0}});
    expect(typeOf('weight')).to.deep.equal({kind: 'number', dimension: {length: 0, mass: 1, angle: 0}});
    expect(typeOf('finish')).to.deep.equal({kind: 'option', options: new Set(['oak', 'white'])});
    expect(typeOf('extras')).to.deep.equal({kind: 'options', options: new Set(['lamp', 'tray', 'hook'])});
    expect(typeOf('tint')).to.deep.equal({kind: 'text'});
    expect(typeOf('nothing')).to.equal(null);
    expect(typeOf('toString')).to.equal(null);
  });

  it('knows the quantity for prices only', () => {
    expect(environmentOf(product).typeOf('quantity')).to.equal(null);
    expect(environmentOf(product, {purpose: 'price'}).typeOf('quantity')).to.have.property('kind', 'number');
  });

  it('takes attributes as numbers when all are, else as text', () => {
    const environment = environmentOf(product);
    expect(environment.attribute('finish', 'density')?.type.kind).to.equal('number');
    expect(environment.attribute('finish', 'density')?.values.get('white')).to.deep.equal({
      numerator: 3n,
      denominator: 5n,
    });
    expect(environment.attribute('finish', 'grain')?.values.get('oak')).to.equal('long');
    expect(environment.attribute('finish', 'code')?.values.has('white')).to.equal(false);
    expect(environment.attribute('finish', 'toString')).to.equal(null);
    expect(environment.attribute('width', 'density')).to.equal(null);
  });

  it('keeps the zeros of article numbers where words are wanted', () => {
    const environment = environmentOf(product, {purpose: 'words'});
    expect(environment.attribute('finish', 'sku')?.values.get('oak')).to.equal('007');
    expect(environment.attribute('finish', 'density')?.type.kind).to.equal('text');
  });

  it('types the columns of tables', () => {
    expect(environmentOf(product).table('motorPrice')).to.deep.include({
      rows: [
        ['one', 180],
        ['two', 260],
      ],
    });
    expect(
      environmentOf(product)
        .table('motorPrice')
        ?.columns.map(({name, type}) => [name, type.kind]),
    ).to.deep.equal([
      ['motor', 'text'],
      ['price', 'number'],
    ]);
  });
});

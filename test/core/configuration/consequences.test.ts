import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {TwikError} from '../../../src/core/error.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {configured} from './configured.js';

describe('what follows from a configuration', () => {
  it('belongs to one moment and is worked out once', () => {
    const configuration = configured({doors: true, glass: 'clear'});
    const price = configuration.price();
    expect(configuration.price()).to.equal(price);
    expect(price !== null && 'total' in price && price.total.gross).to.deep.equal({amount: 39400, currency: 'EUR'});
    expect(configuration.bom()).to.equal(configuration.bom());
    expect(configuration.bom()[0]?.quantity).to.equal('5');
    expect(configuration.plan()).to.equal(configuration.plan());
    const three = configuration.price({quantity: 3});
    expect(three !== null && 'total' in three && three.total.gross.amount).to.equal(118200);
    configured({shelves: 4}, configuration);
    expect(configuration.bom()[0]?.quantity).to.equal('6');
  });

  it('is an error in place of a price when a formula fails', () => {
    const failing = parseProduct({
      format: 1,
      id: 'failing',
      version: '1',
      parameters: [{id: 'n', kind: 'integer', min: 0, max: 2, default: 0}],
      derived: [
        {id: 'share', formula: '1 / n'},
        {id: 'fine', formula: 'n + 1'},
      ],
      price: {currency: 'EUR', taxIncluded: true, taxRate: '0', lines: [{id: 'l', label: 'L', amount: 'share + fine'}]},
    });
    const configuration = createConfiguration(failing);
    expect(configuration.price()).to.be.instanceOf(TwikError).with.property('code', 'division-by-zero');
    expect(configuration.price({quantity: 0}))
      .to.be.instanceOf(TwikError)
      .with.property('code', 'quantity-invalid');
    configured({n: 2}, configuration);
    expect(configuration.price()).to.have.nested.property('total.gross.amount', 350);
  });

  it('has the hash of its canonical form', async () => {
    const engraved = parseProduct({
      format: 1,
      id: 'engraved',
      version: '1',
      parameters: [
        {id: 'words', kind: 'text'},
        {id: 'size', kind: 'number', min: 0, max: 1, step: 0.1},
      ],
    });
    const {hash, values} = createConfiguration(engraved, {picks: {words: 'Zoë 😀', size: 0.3}}).serialize();
    const sorted = Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
    const text = JSON.stringify({product: 'engraved', productVersion: '1', values: sorted});
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    expect(hash).to.equal([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  });
});

import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';

const product = parseProduct({
  format: 1,
  id: 'plank',
  version: '1',
  parameters: [
    {id: 'length', kind: 'number', unit: 'mm', min: 200, max: 1000, step: 100, default: 400},
    {id: 'count', kind: 'integer', min: 0, max: 1000, default: 0},
    {id: 'finish', kind: 'choice', options: [{id: 'oak'}, {id: 'ash'}], default: 'oak'},
  ],
  rules: [
    {
      id: 'stock',
      table: ['finish', 'length'],
      rows: [
        ['oak', {any: true}],
        ['ash', [300, 400, 800]],
      ],
    },
    {id: 'pairs', require: 'count == 2 * floor(count / 2)'},
  ],
});

describe('the possible numbers', () => {
  it('are listed with their gaps, as the other picks leave them', () => {
    const configuration = createConfiguration(product);
    expect(configuration.possibleNumbers('length')).to.deep.equal([200, 300, 400, 500, 600, 700, 800, 900, 1000]);
    configuration.request({kind: 'set', parameter: 'finish', value: 'ash'});
    expect(configuration.possibleNumbers('length')).to.deep.equal([300, 400, 800]);
    expect(configuration.bounds('length')).to.deep.equal({min: 300, max: 800});
  });

  it('are not listed where there are too many: then the ends are exact, and each can be asked about', () => {
    const configuration = createConfiguration(product);
    expect(configuration.possibleNumbers('count')).to.equal(null);
    expect(configuration.bounds('count')).to.deep.equal({min: 0, max: 1000});
    expect([500, 501].map((count) => configuration.isPossible('count', count))).to.deep.equal([true, false]);
  });

  it('are none where there is no number', () => {
    expect(createConfiguration(product).possibleNumbers('finish')).to.equal(null);
  });
});

describe('bounds', () => {
  it('are none where only leaving the number out is possible, with picks that may sleep beside it', () => {
    const configuration = createConfiguration(
      parseProduct({
        format: 1,
        id: 'lamp',
        version: '1',
        parameters: [
          {id: 'power', kind: 'boolean', default: true},
          {id: 'dimmed', kind: 'boolean', default: false, active: 'power'},
          {id: 'level', kind: 'integer', min: 0, max: 3, required: false},
        ],
        rules: [{id: 'levels', require: 'level == null || dimmed'}],
      }),
    );
    configuration.request({kind: 'set', parameter: 'dimmed', value: false});
    configuration.request({kind: 'set', parameter: 'power', value: true});
    expect(configuration.isPossible('level', 0)).to.equal(false);
    expect(configuration.tryBounds('level', {work: 0})).to.equal(undefined);
    expect(configuration.bounds('level')).to.equal(null);
    configuration.request({kind: 'set', parameter: 'dimmed', value: true});
    expect(configuration.bounds('level')).to.deep.equal({min: 0, max: 3});
  });
});

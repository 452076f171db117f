import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {shelf} from '../../support/products.js';
import {configured, set, valueOf} from './configured.js';

describe('a conflict', () => {
  it('is explained by the rules and picks that matter, with their message filled', () => {
    const filled = parseProduct({
      ...shelf,
      rules: [
        {
          id: 'span',
          when: "finish == 'oak' && width > 1200 mm",
          require: "legs == 'steel'",
          message: {en: '{finish} at {width} needs {legs} no more.', de: '{finish} mit {width}.'},
        },
      ],
    });
    const configuration = configured({shelves: 4, legs: 'wood', width: 1500}, createConfiguration(filled));
    const result = set(configuration, 'finish', 'oak');
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(result.explanation).to.deep.equal({
      parameter: 'finish',
      value: 'oak',
      rules: [{id: 'span', message: {en: 'Oak at 1500 mm needs Wood no more.', de: 'Eiche mit 1500 mm.'}}],
      picks: [
        {parameter: 'legs', value: 'wood'},
        {parameter: 'width', value: 1500},
      ],
    });
    expect(configuration.explain('finish', 'oak')).to.deep.equal(result.explanation);
    expect(configuration.explain('finish', 'white')).to.deep.include({rules: [], picks: []});
    expect(configuration.isPossible('finish', 'oak')).to.equal(false);
  });

  it('offers the oldest pick first, and is over when a repair is accepted', () => {
    const configuration = configured({legs: 'wood', width: 1500});
    const result = set(configuration, 'finish', 'oak');
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(result.repairs.map(({release}) => release.map(({parameter}) => parameter))).to.deep.equal([
      ['legs'],
      ['width'],
    ]);
    const [first] = result.repairs;
    expect(first?.changes).to.deep.equal([
      {path: 'finish', from: 'walnut', to: 'oak', origin: 'user'},
      {path: 'legs', from: 'wood', to: 'steel', origin: 'rule'},
    ]);
    expect(configuration.request(first!.request).kind).to.equal('applied');
    expect(configuration.parameter('legs').origin).to.equal('rule');
    configuration.request({kind: 'undo'});
    expect([valueOf(configuration, 'legs'), valueOf(configuration, 'finish')]).to.deep.equal(['wood', 'walnut']);
  });

  it('makes a changed pick the youngest', () => {
    const configuration = configured({legs: 'wood', width: 1300});
    configured({legs: 'plinth'}, configuration);
    const result = set(configuration, 'finish', 'oak');
    expect(result.kind === 'conflict' && result.explanation.picks.map(({parameter}) => parameter)).to.deep.equal([
      'width',
      'legs',
    ]);
  });

  it('has no repair when the rules alone stand against it', () => {
    const barred = parseProduct({
      format: 1,
      id: 'barred',
      version: '1',
      parameters: [{id: 'a', kind: 'choice', options: [{id: 'x'}, {id: 'y'}]}],
      rules: [{id: 'gone', require: "a != 'x'", message: 'Sold out.'}],
    });
    expect(set(createConfiguration(barred), 'a', 'x')).to.deep.equal({
      kind: 'conflict',
      explanation: {parameter: 'a', value: 'x', rules: [{id: 'gone', message: 'Sold out.'}], picks: []},
      repairs: [],
    });
  });

  it('counts the options of a set as one pick', () => {
    const sets = parseProduct({
      format: 1,
      id: 'sets',
      version: '1',
      parameters: [
        {id: 'extras', kind: 'choices', options: [{id: 'a'}, {id: 'b'}, {id: 'c'}]},
        {id: 'small', kind: 'boolean'},
      ],
      rules: [{id: 'room', when: 'small', require: 'count(extras) <= 1'}],
    });
    const configuration = configured({extras: ['a', 'b']}, createConfiguration(sets));
    const result = set(configuration, 'small', true);
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(result.explanation.picks).to.deep.equal([{parameter: 'extras', value: ['a', 'b']}]);
    expect(result.repairs.map(({release}) => release.length)).to.deep.equal([1]);
    configuration.request({kind: 'reset'});
    configured({small: true, extras: ['c']}, configuration);
    expect(configuration.isPossible('extras', ['b'])).to.equal(true);
    expect(configuration.isPossible('extras', ['b', 'c'])).to.equal(false);
  });
});

import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {refusal, set, valueOf} from './configured.js';

describe('a product that is too hard', () => {
  it('says so when something is asked that cannot be decided in time, and stays usable', () => {
    const parameters = Array.from({length: 12}, (_, index) => ({
      id: `n${index}`,
      kind: 'integer',
      min: 1,
      max: 400,
      default: 1,
    }));
    const cubes = parameters.map(({id}) => `${id} * ${id} * ${id}`).join(' + ');
    const hard = parseProduct({
      format: 1,
      id: 'hard',
      version: '1',
      parameters: [...parameters, {id: 'strict', kind: 'boolean', default: false}],
      // Cubes are 0, 1 or 8 modulo 9; the engine does not know, and looks for long.
      rules: [{id: 'cubes', when: 'strict', require: `(${cubes}) * 9 == 123456789`}],
    });
    const configuration = createConfiguration(hard);
    expect(configuration.isPossible('strict', true)).to.equal(false);
    expect(refusal(set(configuration, 'strict', true)).code).to.equal('search-limit');
    expect(set(configuration, 'n3', 77).kind).to.equal('applied');
    expect(valueOf(configuration, 'n3')).to.equal(77);
  });
});

import {expect} from '@open-wc/testing';
import {TwikError} from '../../src/core/error.js';

describe('TwikError', () => {
  it('carries itself as its only issue unless it is given more', () => {
    const error = new TwikError('option-unknown', 'Option "oka" is not in "finish". Did you mean "oak"?', {
      path: '/rules/0',
    });
    expect(error.issues).to.deep.equal([{code: error.code, message: error.message, path: '/rules/0'}]);
  });
});

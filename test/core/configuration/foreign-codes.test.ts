import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {expectValid} from './random-requests.js';

describe('a share code from elsewhere', () => {
  it('refuses any code that is not its own with an error that has a code', () => {
    const product = parseProduct({format: 1, id: 'tiny', version: '1', parameters: [{id: 'b', kind: 'boolean'}]});
    const own = createConfiguration(product, {picks: {b: true}}).shareCode();
    const hostile = fc.oneof(
      fc.string(),
      fc.string({unit: 'binary'}).map((text) => `1.${text}`),
      fc.base64String().map((text) => `1.${text.replace(/=/g, '')}`),
      fc.json().map((json) => `1.${btoa(String.fromCharCode(...new TextEncoder().encode(json)))}`),
      fc
        .record({
          p: fc.constant('tiny'),
          v: fc.string(),
          k: fc.dictionary(fc.constantFrom('b', '__proto__', 'x'), fc.jsonValue()),
        })
        .map(
          (json) =>
            `1.${btoa(unescape(encodeURIComponent(JSON.stringify(json))))
              .replace(/=/g, '')
              .replace(/\+/g, '-')
              .replace(/\//g, '_')}`,
        ),
      fc
        .tuple(fc.nat(own.length), fc.string({maxLength: 1}))
        .map(([at, letter]) => own.slice(0, at) + letter + own.slice(at + 1)),
    );
    fc.assert(
      fc.property(hostile, (code) => {
        const configuration = createConfiguration(product);
        const result = configuration.request({kind: 'restore', from: code});
        if (result.kind === 'refused') expect(result.error.code).to.be.oneOf(['code-invalid', 'code-other-product']);
        else expectValid(product, configuration);
      }),
      {numRuns: 500},
    );
  });
});

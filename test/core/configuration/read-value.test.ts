import {expect} from '@open-wc/testing';
import {readValue} from '../../../src/core/configuration/read-value.js';
import {TwikError} from '../../../src/core/error.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import type {Value} from '../../../src/core/product/parameter.js';

const product = parseProduct({
  format: 1,
  id: 'values',
  version: '1',
  parameters: [
    {id: 'finish', kind: 'choice', options: [{id: 'oak'}, {id: 'walnut'}]},
    {id: 'maybe', kind: 'choice', required: false, options: [{id: 'a'}]},
    {id: 'extras', kind: 'choices', min: 1, max: 2, options: [{id: 'a'}, {id: 'b'}, {id: 'c'}]},
    {id: 'gifts', kind: 'choices', required: false, min: 2, max: 2, options: [{id: 'a'}, {id: 'b'}, {id: 'c'}]},
    {id: 'doors', kind: 'boolean'},
    {id: 'width', kind: 'number', unit: 'mm', min: 0.1, max: 2, step: 0.1},
    {id: 'count', kind: 'integer', min: 1, max: 9, step: 2},
    {id: 'label', kind: 'text', minLength: 2, maxLength: 4, pattern: '[a-z\\p{Emoji}]*'},
    {id: 'tint', kind: 'color', swatches: ['#ff0000'], free: false},
    {id: 'paint', kind: 'color', required: false},
  ],
});

function read(id: string, value: unknown): Value {
  return readValue(
    product.parameters.find((parameter) => parameter.id === id)!,
    value,
  );
}

describe('reading a value', () => {
  const taken: readonly (readonly [string, unknown, Value])[] = [
    ['finish', 'oak', 'oak'],
    ['maybe', null, null],
    ['extras', ['c', 'a'], ['a', 'c']],
    ['gifts', null, []],
    ['gifts', [], []],
    ['doors', false, false],
    ['width', 0.3, 0.3],
    ['width', '1.70', 1.7],
    ['count', 9, 9],
    ['label', 'ab', 'ab'],
    ['label', '', ''],
    ['label', null, ''],
    // Four characters for people, eight UTF-16 units.
    ['label', '😀😀😀😀', '😀😀😀😀'],
    ['tint', '#FF0000', '#ff0000'],
    ['paint', null, null],
  ];
  for (const [id, value, expected] of taken) {
    it(`takes ${JSON.stringify(value)} for ${id}`, () => expect(read(id, value)).to.deep.equal(expected));
  }

  const refused: readonly (readonly [string, unknown, string])[] = [
    ['finish', 'oka', 'option-unknown'],
    ['finish', 3, 'value-type'],
    ['finish', null, 'value-type'],
    ['finish', undefined, 'value-type'],
    ['extras', 'a', 'value-type'],
    ['extras', ['a', 3], 'value-type'],
    ['extras', ['a', 'z'], 'option-unknown'],
    ['extras', [], 'choices-count'],
    ['extras', ['a', 'b', 'c'], 'choices-count'],
    ['gifts', ['a'], 'choices-count'],
    ['doors', 'true', 'value-type'],
    ['width', 'wide', 'value-type'],
    ['width', NaN, 'value-type'],
    ['width', Infinity, 'value-type'],
    ['width', 0, 'value-range'],
    ['width', 2.1, 'value-range'],
    ['width', 0.25, 'value-step'],
    ['count', 2, 'value-step'],
    ['count', 1.5, 'value-step'],
    ['label', 'a', 'text-too-short'],
    ['label', 'abcde', 'text-too-long'],
    ['label', 'AB', 'text-pattern'],
    ['label', 7, 'value-type'],
    ['tint', '#00ff00', 'color-invalid'],
    ['tint', 'red', 'color-invalid'],
    ['tint', '#f00', 'color-invalid'],
    ['tint', null, 'value-type'],
  ];
  for (const [id, value, code] of refused) {
    it(`refuses ${JSON.stringify(value)} for ${id} with ${code}, a place and a cure`, () => {
      const error = errorOf(() => read(id, value));
      expect(error.code).to.equal(code);
      expect(error.path).to.match(/^\/parameters\/\d$/);
      expect(error.message).to.match(/\. \S.*[.?]$/);
    });
  }

  it('puts something whole in place of half a character', () => {
    expect(() => read('label', 'a\ud800'))
      .to.throw()
      .with.property('code', 'text-pattern');
    const free = parseProduct({format: 1, id: 'free', version: '1', parameters: [{id: 'words', kind: 'text'}]});
    expect(readValue(free.parameters[0]!, 'a\ud800')).to.equal('a\ufffd');
  });
});

function errorOf(run: () => unknown): TwikError {
  try {
    run();
  } catch (error) {
    if (error instanceof TwikError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

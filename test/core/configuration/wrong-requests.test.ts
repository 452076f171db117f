import {expect} from '@open-wc/testing';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {Configuration} from '../../../src/core/configuration/configuration.js';
import type {RequestResult} from '../../../src/core/configuration/request.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {shelf} from '../../support/products.js';

const product = parseProduct(shelf);

/** Asks as a page without a compiler would. */
function ask(configuration: Configuration, request: unknown): RequestResult {
  return Reflect.apply(configuration.request, configuration, [request]);
}

const batchInItself: {kind: string; requests: unknown[]} = {kind: 'batch', requests: []};
batchInItself.requests.push(batchInItself, batchInItself);

const wrong: readonly (readonly [title: string, request: unknown, code: string, cure: RegExp])[] = [
  ['nothing', undefined, 'request-invalid', /Ask for one such as/],
  ['null', null, 'request-invalid', /Ask for one such as/],
  ['a word', 'undo', 'request-invalid', /Ask for one such as/],
  ['a number', 7, 'request-invalid', /Ask for one such as/],
  ['a symbol', Symbol('set'), 'request-invalid', /Ask for one such as/],
  ['a function', () => undefined, 'request-invalid', /Ask for one such as/],
  ['a list', [{kind: 'undo'}], 'request-invalid', /Ask for one such as/],
  ['an object without a kind', {parameter: 'width', value: 900}, 'request-invalid', /Kinds: set, clear/],
  ['an unknown kind', {kind: 'nope'}, 'request-invalid', /"nope".*Kinds: set, clear/],
  ['a kind of an object’s own', {kind: 'toString'}, 'request-invalid', /Kinds: set, clear/],
  ['a kind that is a symbol', {kind: Symbol('set')}, 'request-invalid', /Kinds: set, clear/],
  ['a set without a parameter', {kind: 'set', value: 900}, 'request-invalid', /id as `parameter`/],
  ['a set with a symbol', {kind: 'set', parameter: Symbol('width'), value: 900}, 'request-invalid', /as `parameter`/],
  ['a clear without a parameter', {kind: 'clear'}, 'request-invalid', /id as `parameter`/],
  ['a clear with null', {kind: 'clear', parameter: null}, 'request-invalid', /id as `parameter`/],
  ['a set without a value', {kind: 'set', parameter: 'width'}, 'value-type', /Give/],
  ['a value that is a symbol', {kind: 'set', parameter: 'finish', value: Symbol('oak')}, 'value-type', /Give/],
  ['a value that is a function', {kind: 'set', parameter: 'width', value: () => 900}, 'value-type', /Give/],
  ['a value that is a list', {kind: 'set', parameter: 'doors', value: [true]}, 'value-type', /Give/],
  ['symbols as options', {kind: 'set', parameter: 'extras', value: [Symbol('lock')]}, 'value-type', /Give/],
  ['an object as text', {kind: 'set', parameter: 'label', value: {toString: null}}, 'value-type', /Give/],
  ['one to release', {kind: 'set', parameter: 'width', value: 900, release: 5}, 'request-invalid', /as `release`/],
  [
    'a symbol to release',
    {kind: 'set', parameter: 'width', value: 900, release: [Symbol('legs')]},
    'request-invalid',
    /as `release`/,
  ],
  ['a batch without requests', {kind: 'batch'}, 'request-invalid', /as `requests`/],
  ['a batch of a word', {kind: 'batch', requests: 'undo'}, 'request-invalid', /as `requests`/],
  ['a batch with a hole', {kind: 'batch', requests: [undefined]}, 'request-invalid', /Ask for one such as/],
  ['a batch that contains itself', batchInItself, 'request-invalid', /Ask for fewer/],
  ['a restore of nothing', {kind: 'restore'}, 'code-invalid', /Give what/],
  ['a restore of a symbol', {kind: 'restore', from: Symbol('1.')}, 'code-invalid', /Give what/],
  ['a restore of a list', {kind: 'restore', from: []}, 'code-invalid', /Give what/],
];

describe('a request of a wrong shape', () => {
  for (const [title, request, code, cure] of wrong) {
    it(`is refused with a cure: ${title}`, () => {
      const configuration = createConfiguration(product);
      const result = ask(configuration, request);
      if (result.kind !== 'refused') throw new Error(`It was ${result.kind}.`);
      expect(result.error.code).to.equal(code);
      expect(result.error.message).to.match(cure);
      expect(configuration.revision).to.equal(0);
    });
  }

  it('changes nothing where only a later part of a batch is wrong', () => {
    const configuration = createConfiguration(product);
    const good = {kind: 'set', parameter: 'doors', value: true};
    expect(ask(configuration, {kind: 'batch', requests: [good, null]}).kind).to.equal('refused');
    expect(configuration.parameter('doors').value).to.equal(false);
  });
});

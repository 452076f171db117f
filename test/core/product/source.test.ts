import {expect} from '@open-wc/testing';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {desk} from '../../support/desk.js';
import {issueOf} from '../../support/issue.js';

describe('a product file', () => {
  const faults: [title: string, text: string, line: number, column: number, words: string][] = [
    ['a comma too many', '{"a": 1,\n }', 2, 2, '"}" is not expected'],
    ['a missing comma', '{"a": 1\n "b": 2}', 2, 2, '"\\"" is not expected'],
    ['a comment', '{\n// no\n}', 2, 1, '"/" is not expected'],
    ['single quotes', "{'a': 1}", 1, 2, '"\'" is not expected'],
    ['a broken word', '[true, tru]', 1, 8, '"t" is not expected'],
    ['a number with a leading zero', '[01]', 1, 3, '"1" is not expected'],
    ['a line break in a text', '["a\nb"]', 1, 4, '"\\n" is not expected'],
    ['an escape that is none', '["\\x"]', 1, 3, '"\\\\" is not expected'],
    ['something after the end', '{}\n\n x', 3, 2, '"x" is not expected'],
    ['an end that never comes', '{"a": [1, 2', 1, 12, 'it ends too early'],
    ['nothing', '', 1, 1, 'it ends too early'],
    ['an unpaired bracket', '[1}', 1, 3, '"}" is not expected'],
    ['a character beyond the basic plane', '[😀]', 1, 2, '"😀" is not expected'],
  ];
  for (const [title, text, line, column, words] of faults) {
    it(`is refused with line and column for ${title}`, () => {
      const issue = issueOf(() => parseProduct(text));
      expect(issue.code).to.equal('json-invalid');
      expect(issue.message).to.contain(`${words} in line ${line}, column ${column}.`);
      expect(issue.cause).to.be.an.instanceOf(SyntaxError);
    });
  }

  it('may be as large as the limit in UTF-8 bytes, and not a byte larger', () => {
    const text = JSON.stringify({...desk(), description: 'ä€😀'});
    const bytes = new TextEncoder().encode(text).length;
    expect(bytes).to.be.greaterThan(text.length);
    expect(() => parseProduct(text, {maxBytes: bytes})).not.to.throw();
    const issue = issueOf(() => parseProduct(text, {maxBytes: bytes - 1}));
    expect(issue.code).to.equal('product-too-large');
    expect(issue.message).to.contain('raise maxBytes');
  });

  it('may nest 64 deep and no deeper', () => {
    const nested = (depth: number): string =>
      JSON.stringify(desk()).replace(/}$/, `,"x-deep":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`);
    expect(() => parseProduct(nested(64))).not.to.throw();
    const issue = issueOf(() => parseProduct(nested(65)));
    expect(issue.code).to.equal('nesting-too-deep');
    expect(issue.path).to.equal(`/x-deep${'/0'.repeat(63)}`);
    expect(issue.message).to.contain('Flatten it');
  });

  it('is refused, not crashed on, at a million brackets', () => {
    expect(issueOf(() => parseProduct('['.repeat(1_000_000))).code).to.equal('json-invalid');
    expect(issueOf(() => parseProduct('['.repeat(1_000_000) + ']'.repeat(1_000_000))).code).to.equal(
      'nesting-too-deep',
    );
  });

  for (const key of ['__proto__', 'constructor', 'prototype']) {
    it(`cannot carry the key ${key}, wherever it is`, () => {
      const text = JSON.stringify(desk()).replace('"code":', `"${key}":`);
      const issue = issueOf(() => parseProduct(text));
      expect(issue.code).to.equal('key-forbidden');
      expect(issue.path).to.equal(`/parameters/3/options/0/attributes/${key}`);
      expect(issue.message).to.contain('Rename it');
    });
  }

  for (const source of [null, 42, true, [], '"desk"', undefined, () => null]) {
    it(`is refused when it is ${typeof source === 'string' ? source : String(JSON.stringify(source) ?? typeof source)}`, () => {
      const issue = issueOf(() => parseProduct(source));
      expect(issue.code).to.equal('value-invalid');
      expect(issue.message).to.contain('{"format": 1');
    });
  }

  it('may be an object with shared parts, but not one that contains itself', () => {
    const options = [{id: 'a'}, {id: 'b'}];
    const shared = (id: string) => ({id, kind: 'choice', options});
    expect(() =>
      parseProduct({format: 1, id: 'x', version: '1', parameters: [shared('p'), shared('q')]}),
    ).not.to.throw();
    const circular: Record<string, unknown> = desk();
    circular['x-self'] = circular;
    expect(issueOf(() => parseProduct(circular)).code).to.equal('nesting-too-deep');
  });

  it('is refused when its parts are shared so often that its text would be too large', () => {
    let twice: unknown = 1;
    for (let level = 0; level < 40; level++) twice = [twice, twice];
    const issue = issueOf(() => parseProduct({...desk(), 'x-bomb': twice}, {maxBytes: 100_000}));
    expect(issue.code).to.equal('product-too-large');
  });
});

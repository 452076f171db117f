import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {decodeBase64url, encodeBase64url} from '../../../src/core/configuration/base64url.js';
import {canonicalJson} from '../../../src/core/configuration/canonical.js';
import {decodeUtf8, encodeUtf8} from '../../../src/core/configuration/utf8.js';

describe('canonical JSON', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [{b: 1, a: 2}, '{"a":2,"b":1}'],
    // The examples of RFC 8785: sorted by UTF-16 units, numbers as ECMAScript writes them.
    [
      {'\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7},
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    ],
    [[333333333.33333329, 1e30, 4.5, 2e-3, 1e-27], '[333333333.3333333,1e+30,4.5,0.002,1e-27]'],
    ['\u20ac$\u000f\nA\'B"\\/', '"\u20ac$\\u000f\\nA\'B\\"\\\\/"'],
    [[-0, null, true, undefined === null], '[0,null,true,false]'],
    [{a: undefined, b: []}, '{"b":[]}'],
  ];
  for (const [value, text] of cases) {
    it(`writes ${text}`, () => expect(canonicalJson(value)).to.equal(text));
  }

  it('says the same as it was given, in one form whatever the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue({noUnicodeString: false}), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).to.deep.equal(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).to.equal(text);
      }),
    );
  });

  for (const value of [NaN, Infinity, [1n], {a: Symbol('a')}, '\ud800', () => 1]) {
    it(`refuses ${String(Array.isArray(value) ? typeof value[0] : typeof value)} that JSON cannot say`, () => {
      expect(() => canonicalJson(value))
        .to.throw()
        .with.property('code', 'json-invalid');
    });
  }
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('UTF-8', () => {
  it('writes what the platform writes, and reads it back', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        const bytes = encodeUtf8(text);
        expect([...bytes]).to.deep.equal([...new TextEncoder().encode(text)]);
        expect(decodeUtf8(bytes)).to.equal(text);
      }),
    );
  });

  it('reads exactly the bytes that the platform reads', () => {
    const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
    const byte = fc.oneof(
      fc.integer({min: 0, max: 255}),
      fc.constantFrom(0xc0, 0xc1, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0x80, 0xbf, 0x9f, 0x90),
    );
    fc.assert(
      fc.property(fc.uint8Array(), fc.array(byte, {maxLength: 6}), (some, others) => {
        for (const bytes of [some, Uint8Array.from(others)]) {
          let expected: string | null = null;
          try {
            expected = decoder.decode(bytes);
          } catch {
            expected = null;
          }
          expect(decodeUtf8(bytes)).to.equal(expected);
        }
      }),
      {numRuns: 1000},
    );
  });
});

describe('base64url', () => {
  it('writes what the platform writes, and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = encodeBase64url(bytes);
        const platform = btoa(String.fromCharCode(...bytes))
          .replace(/\+/g, '-')
          .replace(/\//g, '_')
          .replace(/=/g, '');
        expect(text).to.equal(platform);
        expect([...(decodeBase64url(text) ?? [])]).to.deep.equal([...bytes]);
      }),
    );
  });

  for (const text of ['A', 'AB=', 'A+', 'AB', 'A A', '\u00e4A']) {
    it(`refuses "${text}"`, () => expect(decodeBase64url(text)).to.equal(null));
  }
});

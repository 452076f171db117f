import {expect} from '@open-wc/testing';
import {sha256} from '../../../src/core/configuration/sha256.js';
import {encodeUtf8} from '../../../src/core/configuration/utf8.js';

describe('SHA-256', () => {
  // The examples of FIPS 180, and of NIST beside it.
  const examples: readonly (readonly [string, string])[] = [
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ];
  for (const [text, digest] of examples) {
    it(`of "${text.slice(0, 60)}" is that of the standard`, () => expect(sha256(encodeUtf8(text))).to.equal(digest));
  }

  // In every engine: its constants are roots, which each engine draws in its own way.
  it('is that of the platform for every length up to 200 bytes', async () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = Uint8Array.from({length}, (_, index) => (index * 151 + length * 37) & 255);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      expect(sha256(bytes)).to.equal([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    }
  });
});

// Compares our SHA-256 with that of Node.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {sha256} from '../../../src/core/configuration/sha256.js';

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('SHA-256 is that of Node for random bytes of every length up to 200', () => {
  for (let length = 0; length <= 200; length++) {
    fc.assert(
      fc.property(fc.uint8Array({minLength: length, maxLength: length}), (bytes) => {
        assert.equal(sha256(bytes), expected(bytes));
      }),
      {numRuns: 20},
    );
  }
});

test('SHA-256 is that of Node for longer random bytes, and for a part of a larger buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 20_000, size: 'max'}), fc.nat(100), (bytes, start) => {
      assert.equal(sha256(bytes.subarray(start)), expected(bytes.subarray(start)));
    }),
  );
});

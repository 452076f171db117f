// What is built is the same on every machine, so that a page may keep it for ever.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {makeChair} from '../../demo/products/chair/build.mjs';
import {sawTimber} from '../../demo/products/making/timber.mjs';
import {makeShelf} from '../../demo/products/shelf/build.mjs';

const products = path.resolve(import.meta.dirname, '../../demo/products');

describe('The files of the demo products, made again', () => {
  const makers = {shelf: makeShelf, chair: makeChair};
  for (const [product, make] of Object.entries(makers)) {
    it(`are the same bytes: ${product}`, async () => {
      for (const [name, bytes] of Object.entries(await make(await sawTimber()))) {
        const built = path.join(products, product, 'build', name);
        assert.ok(bytes.equals(readFileSync(built)), `${name} differs from ${built}`);
      }
    });
  }
});

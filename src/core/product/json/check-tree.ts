import {TwikError} from '../../error.js';
import {pointerOf} from './place.js';
import {tooLarge} from './size.js';

/** How deep lists and objects may lie in each other. */
const maxDepth = 64;

/** Whether a key or an id is one by which JSON could reach what every object inherits. */
export function isForbidden(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/**
 * Walks the whole document once, so that no later step meets endless depth or a dangerous key.
 *
 * @throws TwikError `nesting-too-deep`, `key-forbidden`, `product-too-large`, `value-invalid`.
 */
export function checkTree(root: unknown, maxBytes: number): void {
  // A value takes a byte and a separator, so a document of so many values was larger; it also ends shared branches.
  let left = maxBytes / 2 + 1;
  const keys: string[] = [];
  const fail = (code: string, message: string) => {
    throw new TwikError(code, message, {path: pointerOf(keys)});
  };
  const visit = (value: unknown): void => {
    if (left-- <= 0) throw tooLarge(maxBytes);
    if (typeof value === 'bigint') fail('value-invalid', 'A BigInt is not JSON. Write a decimal text.');
    if (typeof value !== 'object' || value === null) return;
    if (keys.length >= maxDepth) {
      fail('nesting-too-deep', `The product is nested deeper than ${maxDepth}. Flatten it here.`);
    }
    for (const [key, member] of Object.entries(value)) {
      keys.push(key);
      if (isForbidden(key)) fail('key-forbidden', `The key "${key}" is not allowed. Rename it.`);
      visit(member);
      keys.pop();
    }
  };
  visit(root);
}

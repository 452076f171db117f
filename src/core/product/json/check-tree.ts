import {TwikError} from '../../error.js';
import {tooLarge} from './size.js';

/** How deep lists and objects may lie in each other. */
const maxDepth = 64;

/** Keys by which JSON could reach what every object inherits. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a key or an id is one that nothing may be named. */
export function isForbidden(key: string): boolean {
  return forbidden.has(key);
}

/**
 * Walks the whole document once, so that no later step meets endless depth or a dangerous key.
 *
 * @throws TwikError `nesting-too-deep`, `key-forbidden`, `product-too-large`, `value-invalid`.
 */
export function checkTree(root: unknown, maxBytes: number): void {
  // A value takes a byte and a separator, so a document of so many values was larger; it also ends shared branches.
  let left = maxBytes / 2 + 1;
  const visit = (value: unknown, path: string, depth: number): void => {
    if (left-- <= 0) throw tooLarge(maxBytes);
    if (typeof value === 'bigint') {
      throw new TwikError('value-invalid', 'A BigInt is not JSON. Write a number or a decimal text.', {path});
    }
    if (typeof value !== 'object' || value === null) return;
    if (depth >= maxDepth) {
      throw new TwikError('nesting-too-deep', `The product is nested deeper than ${maxDepth}. Flatten it here.`, {
        path,
      });
    }
    for (const [key, member] of Object.entries(value)) {
      const place = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (isForbidden(key)) {
        throw new TwikError('key-forbidden', `The key "${key}" is not allowed. Rename it.`, {path: place});
      }
      visit(member, place, depth + 1);
    }
  };
  visit(root, '', 0);
}

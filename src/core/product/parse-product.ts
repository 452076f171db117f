import {prepare} from '../configuration/prepare.js';
import type {Product} from './product.js';
import {readDefinition, type ParseOptions} from './read-definition.js';

export type {ParseOptions};

/**
 * Reads a product definition, as text or as JSON already parsed, and checks all of it, also that something can be
 * configured.
 *
 * @throws TwikError with the code of what is wrong; `product-invalid` with all `issues` when it is more than one thing;
 * `product-contradictory` when no configuration keeps all rules, with a minimal set of those at fault as `issues`;
 * `search-limit` when that is too hard to find out.
 * @example
 * const product = parseProduct(await readFile('shelf.json', 'utf8'));
 */
export function parseProduct(source: unknown, options: ParseOptions = {}): Product {
  return prepare(readDefinition(source, options), options.workLimit);
}

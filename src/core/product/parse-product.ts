import {TwikError, type Issue} from '../error.js';
import {EMPTY_ENVIRONMENT} from '../expression/environment.js';
import {freeze} from './freeze.js';
import {orderIssues} from './json/order-issues.js';
import type {Reading} from './json/place.js';
import {readSource} from './json/read-source.js';
import {liftProduct} from './lift/lift-product.js';
import type {Product} from './product.js';
import {readProduct} from './read/product.js';

/** How large a product file may be unless it is said. */
export const defaultMaxBytes = 32 * 2 ** 20;

export interface ParseOptions {
  /** What relative addresses in the product are relative to: an absolute URL. Default `''`. */
  readonly baseUrl?: string;
  /** How many UTF-8 bytes the product may have. Default 32 MiB. */
  readonly maxBytes?: number;
}

/**
 * Reads a product definition, as text or as JSON already parsed, and checks all of it.
 *
 * @throws TwikError with the code of what is wrong; `product-invalid` with all `issues` when it is more than one thing.
 * @example
 * const product = parseProduct(await readFile('shelf.json', 'utf8'));
 */
export function parseProduct(source: unknown, {baseUrl = '', maxBytes = defaultMaxBytes}: ParseOptions = {}): Product {
  const document = liftProduct(readSource(source, maxBytes));
  const reading: Reading = {
    issues: [],
    environment: EMPTY_ENVIRONMENT,
    wordsEnvironment: EMPTY_ENVIRONMENT,
    broken: new Set(),
  };
  const product = readProduct(document, baseUrl, reading);
  if (!product || reading.issues.length > 0) throw summary(orderIssues(reading.issues, document));
  return freeze(product);
}

function summary(issues: readonly Issue[]): TwikError {
  const [first, ...others] = issues;
  if (!first) throw new Error('A reader gave nothing and did not say why.');
  if (others.length === 0) return new TwikError(first.code, first.message, {path: first.path});
  return new TwikError('product-invalid', `${first.message} And ${others.length} more.`, {path: first.path, issues});
}

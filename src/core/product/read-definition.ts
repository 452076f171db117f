import {TwikError} from '../error.js';
import {freeze} from './freeze.js';
import {orderIssues} from './json/order-issues.js';
import {Reading} from './json/place.js';
import {readSource} from './json/read-source.js';
import {defaultMaxBytes} from './json/size.js';
import {liftProduct} from './lift/lift-product.js';
import type {Product} from './product.js';
import {readProduct} from './read/product.js';

export interface ParseOptions {
  /** What relative addresses in the product are relative to: an absolute URL. Default `''`. */
  readonly baseUrl?: string;
  /** How many UTF-8 bytes the product may have. Default 32 MiB. */
  readonly maxBytes?: number;
  /**
   * How much work one question about the product may take, in propagations, before it is given up with `search-limit`;
   * a page is held no longer than that. Default 40,000: about fifty milliseconds. A server can allow more.
   */
  readonly workLimit?: number;
}

/**
 * Reads a product definition, as text or as JSON already parsed, and checks each part of it.
 *
 * @throws TwikError with the code of what is wrong; `product-invalid` with all `issues` when it is more than one thing.
 */
export function readDefinition(
  source: unknown,
  {baseUrl = '', maxBytes = defaultMaxBytes}: ParseOptions = {},
): Product {
  const document = liftProduct(readSource(source, maxBytes));
  const reading = new Reading();
  const product = readProduct(document, baseUrl, reading);
  const [first, ...others] = orderIssues(reading.issues, document);
  if (!first) return freeze(product);
  const {code, message, path} = first;
  if (others.length === 0) throw new TwikError(code, message, {path});
  const issues = [first, ...others];
  throw new TwikError('product-invalid', `${message} And ${others.length} more.`, {path, issues});
}

import {TwikError} from '../error.js';
import type {Product} from '../product/product.js';
import {decodeShareCode} from './share-code.js';

type ByParameter = ReadonlyMap<string, unknown>;

/** What a code or a serial configuration says, before anybody has looked at the product's parameters. */
export interface Saved {
  readonly productVersion: string;
  readonly picks: ByParameter;
  /** Picks that contradicted others when this was saved. */
  readonly suspended: ByParameter;
}

/** A serial configuration whose form has been checked, and nothing more. */
export interface CheckedSerial {
  readonly productVersion: string;
  readonly values: ByParameter;
  readonly origins: ByParameter;
}

/**
 * Reads what was saved: a share code, or a serial configuration, of which only what somebody picked counts.
 *
 * @throws TwikError `code-invalid`, or `code-other-product`.
 */
export function readSaved(from: unknown, product: Product): Saved {
  if (typeof from === 'string') {
    const content = decodeShareCode(from);
    const {p, v, k, s = {}} = isPlain(content) ? content : {};
    const cure = 'This is not a whole share code. Copy all of it, from "1." to its last letter.';
    const [productVersion, picks, suspended] = check([p, v, k, s], product, cure);
    return {productVersion, picks, suspended};
  }
  const {productVersion, values, origins} = readSerial(from, product);
  const isPicked = (id: string): boolean => origins.get(id) === 'user' || origins.get(id) === 'restored';
  return {productVersion, picks: new Map([...values].filter(([id]) => isPicked(id))), suspended: new Map()};
}

/** @throws TwikError `code-invalid`, or `code-other-product`. */
export function readSerial(serial: unknown, product: Product): CheckedSerial {
  const {product: id, productVersion: version, values: first, origins: second} = isPlain(serial) ? serial : {};
  const cure = 'This is not a saved configuration. Give what `serialize()` returned.';
  const [productVersion, values, origins] = check([id, version, first, second], product, cure);
  return {productVersion, values, origins};
}

/** Whether something is an object of JSON and no list. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Both forms name a product and its version, and say two things by parameter. */
function check(
  [id, version, first, second]: readonly unknown[],
  product: Product,
  cure: string,
): [version: string, first: ByParameter, second: ByParameter] {
  if (typeof id !== 'string' || typeof version !== 'string' || !isPlain(first) || !isPlain(second)) {
    throw new TwikError('code-invalid', cure);
  }
  if (id !== product.id) {
    const message = `This is a configuration of "${id.slice(0, 64)}", not of "${product.id}". Open it there.`;
    throw new TwikError('code-other-product', message);
  }
  return [version, new Map(Object.entries(first)), new Map(Object.entries(second))];
}

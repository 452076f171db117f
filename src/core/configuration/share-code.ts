import {TwikError} from '../error.js';
import type {Value} from '../product/parameter.js';
import type {Product} from '../product/product.js';
import {decodeBase64url, encodeBase64url} from './base64url.js';
import {canonicalJson} from './canonical.js';
import type {RestoreReport} from './configuration.js';
import type {Picks} from './pick.js';
import {decodeUtf8, encodeUtf8} from './utf8.js';

/** What every share code begins with. */
const mark = '1.';
/** No configuration needs more; longer ones are not even looked at. */
const maxLength = 200_000;

/** What a code or a serial configuration says, before anybody has compared it with the product. */
export interface Saved {
  readonly product: string;
  readonly productVersion: string;
  readonly picks: ReadonlyMap<string, unknown>;
  /** Picks that contradicted others when this was saved. */
  readonly suspended: ReadonlyMap<string, unknown>;
}

/** Picks and product version as letters for an address: `1.` and base64url of `{k, p, s, v}` in canonical form. */
export function encodeShareCode({id, version}: Product, picks: Picks, suspended: RestoreReport['conflicting']): string {
  const values = (entries: Iterable<readonly [string, Value]>): Record<string, Value> => Object.fromEntries(entries);
  const json = canonicalJson({
    p: id,
    v: version,
    k: values([...picks].map(([path, {value}]) => [path, value])),
    s: suspended.length > 0 ? values(suspended.map(({parameter, value}) => [parameter, value])) : undefined,
  });
  return mark + encodeBase64url(encodeUtf8(json));
}

/** @throws TwikError `code-invalid`. */
export function decodeShareCode(code: string): Saved {
  const trimmed = code.trim();
  if (!trimmed.startsWith(mark) || trimmed.length > maxLength) throw invalid();
  const bytes = decodeBase64url(trimmed.slice(mark.length));
  const text = bytes && decodeUtf8(bytes);
  if (text === null) throw invalid();
  const read = parse(text);
  const {p: product, v: productVersion, k: picks} = read;
  const suspended = read['s'] ?? {};
  if (typeof product !== 'string' || typeof productVersion !== 'string') throw invalid();
  if (!isPlain(picks) || !isPlain(suspended)) throw invalid();
  return {
    product,
    productVersion,
    picks: new Map(Object.entries(picks)),
    suspended: new Map(Object.entries(suspended)),
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid(cause);
  }
  if (!isPlain(value)) throw invalid();
  return value;
}

/** Whether something is an object of JSON and no list. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(cause?: unknown): TwikError {
  const message = 'This is not a whole share code. Copy all of it, from "1." to its last letter.';
  return new TwikError('code-invalid', message, cause === undefined ? {} : {cause});
}

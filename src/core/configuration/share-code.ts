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

/** Picks and product version as letters for an address: `1.` and base64url of `{k, p, s, v}` in canonical form. */
export function encodeShareCode({id, version}: Product, picks: Picks, suspended: RestoreReport['conflicting']): string {
  const json = canonicalJson({
    p: id,
    v: version,
    k: Object.fromEntries([...picks].map(([path, {value}]) => [path, value])),
    s: suspended.length > 0 ? Object.fromEntries(suspended.map(({parameter, value}) => [parameter, value])) : undefined,
  });
  return mark + encodeBase64url(encodeUtf8(json));
}

/** What the letters say, whatever that is; `null` when they are no whole code. */
export function decodeShareCode(code: string): unknown {
  const trimmed = code.trim();
  const isCode = trimmed.startsWith(mark) && trimmed.length <= maxLength;
  const bytes = isCode ? decodeBase64url(trimmed.slice(mark.length)) : null;
  const text = bytes && decodeUtf8(bytes);
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

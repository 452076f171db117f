import {encodeUtf8} from '../../core/configuration/utf8.js';
import {bytesOfHex} from '../offer/hex.js';
import {hmacSha256, isSameInConstantTime} from '../offer/hmac.js';

/** What the storefront was asked, once Shopify has vouched for it. */
export type AppProxyQuery = ReadonlyMap<string, readonly string[]>;

/**
 * Checks that a request came through Shopify's app proxy. The time it names is in `timestamp`; whoever calls this
 * decides how old it may be.
 *
 * @param query What stands behind `?`, as it came.
 * @param secret Of the app.
 * @returns The parameters, or `null` when Shopify did not sign them.
 */
export function verifyAppProxy(query: string, secret: string): AppProxyQuery | null {
  const parameters = parseQuery(query.replace(/^\?/, ''));
  const [signature, ...others] = parameters?.get('signature') ?? [];
  if (!parameters || signature === undefined || others.length > 0 || !/^[0-9a-f]{64}$/.test(signature)) return null;
  parameters.delete('signature');
  const message = [...parameters]
    .map(([name, values]) => `${name}=${values.join(',')}`)
    .sort()
    .join('');
  const expected = hmacSha256(encodeUtf8(secret), encodeUtf8(message));
  return isSameInConstantTime(expected, bytesOfHex(signature)) ? parameters : null;
}

/** `null` when it is no query. */
function parseQuery(query: string): Map<string, string[]> | null {
  const parameters = new Map<string, string[]>();
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = decode(at < 0 ? '' : pair.slice(at + 1));
    if (name === null || value === null) return null;
    parameters.set(name, [...(parameters.get(name) ?? []), value]);
  }
  return parameters;
}

function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '));
    // Half of a character has no bytes to sign.
    return /\p{Surrogate}/u.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

import {canonicalJson} from './canonical.js';
import type {SerialConfiguration} from './serial.js';
import {sha256} from './sha256.js';
import {encodeUtf8} from './utf8.js';

/** SHA-256, in lower-case hex, of the canonical form of what a configuration says. */
export function hashOf({
  product,
  productVersion,
  values,
}: Pick<SerialConfiguration, 'product' | 'productVersion' | 'values'>): string {
  return sha256(encodeUtf8(canonicalJson({product, productVersion, values})));
}

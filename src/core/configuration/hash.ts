import {sha256} from '@noble/hashes/sha2.js';
import {canonicalJson} from './canonical.js';
import type {SerialConfiguration} from './serial.js';
import {encodeUtf8} from './utf8.js';

/** SHA-256, in lower-case hex, of the canonical form of what a configuration says. */
export function hashOf({
  product,
  productVersion,
  values,
}: Pick<SerialConfiguration, 'product' | 'productVersion' | 'values'>): string {
  const digest = sha256(encodeUtf8(canonicalJson({product, productVersion, values})));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

import {TwikError} from '../../error.js';

/** How large a product file may be unless it is said. */
export const defaultMaxBytes = 32 * 2 ** 20;

/** The length of a text in UTF-8 bytes; no longer exact once it is past `limit`. */
export function utf8Length(text: string, limit: number): number {
  if (text.length > limit || text.length * 3 <= limit) return text.length;
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Each half of a surrogate pair counts two of its four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

export function tooLarge(maxBytes: number): TwikError {
  return new TwikError(
    'product-too-large',
    `The product is larger than ${maxBytes} bytes. Move pictures and models out, or raise maxBytes.`,
  );
}

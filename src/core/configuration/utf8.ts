/** The UTF-8 bytes of a text that has no halves of characters. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = encodeURIComponent(text).matchAll(/%(..)|./g);
  return Uint8Array.from(bytes, ([letter, hex]) => (hex ? parseInt(hex, 16) : letter.charCodeAt(0)));
}

/** The text of UTF-8 bytes, or `null` when they are no valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`);
  try {
    return decodeURIComponent(escaped.join(''));
  } catch {
    return null;
  }
}

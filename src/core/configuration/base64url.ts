const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const places: ReadonlyMap<string, number> = new Map(Array.from(alphabet, (letter, place) => [letter, place]));

/** Bytes as letters that may stand in an address (RFC 4648, section 5), without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  const letters: string[] = [];
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 6;) {
      bits -= 6;
      letters.push(alphabet[(held >> bits) & 63] ?? '');
    }
  }
  if (bits > 0) letters.push(alphabet[(held << (6 - bits)) & 63] ?? '');
  return letters.join('');
}

/** The bytes of letters, or `null` when some letter is wrong, or the letters are not those that encoding gives. */
export function decodeBase64url(text: string): Uint8Array | null {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const letter of text) {
    const place = places.get(letter);
    if (place === undefined) return null;
    held = ((held << 6) | place) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 255;
  }
  const isWhole = bits < 6 && (held & ((1 << bits) - 1)) === 0;
  return isWhole ? bytes : null;
}

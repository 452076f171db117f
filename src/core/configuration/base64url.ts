const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as letters that may stand in an address (RFC 4648, section 5), without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  const places = regroup([...bytes, 0], 8, 6).slice(0, Math.ceil((bytes.length * 8) / 6));
  return places.map((place) => alphabet[place]).join('');
}

/** The bytes of letters, or `null` when they are not those that encoding gives. */
export function decodeBase64url(text: string): Uint8Array | null {
  const places = Array.from(text, (letter) => alphabet.indexOf(letter));
  const bytes = Uint8Array.from(regroup(places, 6, 8));
  return encodeBase64url(bytes) === text ? bytes : null;
}

/** Cuts a row of bits into groups of another size. What is left over at the end is let go. */
function regroup(groups: readonly number[], from: number, to: number): number[] {
  const found: number[] = [];
  let held = 0;
  let bits = 0;
  for (const group of groups) {
    held = (held << from) | group;
    for (bits += from; bits >= to;) {
      bits -= to;
      found.push((held >> bits) & (2 ** to - 1));
    }
  }
  return found;
}

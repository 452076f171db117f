const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);

/**
 * The first 32 bits of a fraction. No root used here has further bits so near to all zeros or all ones that a rounding
 * error of `Math.cbrt` could reach the 32nd: the nearest is 1,400 times as far away.
 */
const fractionBits = (x: number): number => (x % 1) * 2 ** 32;
const roundConstants = Uint32Array.from(primes, (prime) => fractionBits(Math.cbrt(prime)));
const initialHash = Uint32Array.from(primes.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));

/** SHA-256 (FIPS 180-4) in lower-case hex. The letters are those of the standard. */
export function sha256(message: Uint8Array): string {
  const hash = initialHash.slice();
  const blocks = padded(message);
  const w = new Uint32Array(64);
  for (let start = 0; start < blocks.byteLength; start += 64) {
    const working = hash.slice();
    for (let t = 0; t < 64; t++) {
      const before = (distance: number): number => w[t - distance] ?? 0;
      const word =
        t < 16
          ? blocks.getUint32(start + 4 * t)
          : before(16) + sigma(before(15), 7, 18, 3) + before(7) + sigma(before(2), 17, 19, 10);
      w[t] = word;
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = working;
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const t1 = h + sum(e, 6, 11, 25) + choice + (roundConstants[t] ?? 0) + word;
      working.copyWithin(1, 0);
      working[0] = t1 + sum(a, 2, 13, 22) + majority;
      working[4] = d + t1;
    }
    for (const [index, word] of working.entries()) hash[index] = (hash[index] ?? 0) + word;
  }
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The message, a one, zeros, and its length in bits: whole blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array((Math.floor((message.length + 8) / 64) + 1) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return view;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function sum(word: number, a: number, b: number, c: number): number {
  return rotate(word, a) ^ rotate(word, b) ^ rotate(word, c);
}

function sigma(word: number, a: number, b: number, shift: number): number {
  return rotate(word, a) ^ rotate(word, b) ^ (word >>> shift);
}

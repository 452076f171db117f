const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);

/**
 * The first 32 bits of a fraction. No root used here has further bits so near to all zeros or all ones that a rounding
 * error of `Math.cbrt` could reach the 32nd: the nearest is 1,400 times as far away.
 */
const fractionBits = (x: number): number => (x % 1) * 2 ** 32;
const roundConstants = Uint32Array.from(primes, (prime) => fractionBits(Math.cbrt(prime)));
const initialHash = Uint32Array.from(primes.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));

/**
 * SHA-256 (FIPS 180-4) in lower-case hex. The letters are those of the standard. Few calls in the loops: it also runs
 * where nothing is compiled and every instruction is counted, in functions of shops.
 */
export function sha256(message: Uint8Array): string {
  const hash = initialHash.slice();
  const blocks = padded(message);
  const w = new Uint32Array(64);
  for (let start = 0; start < blocks.byteLength; start += 64) {
    for (let t = 0; t < 16; t++) w[t] = blocks.getUint32(start + 4 * t);
    for (let t = 16; t < 64; t++) {
      w[t] = (w[t - 16] ?? 0) + sigma(w[t - 15] ?? 0, 7, 18, 3) + (w[t - 7] ?? 0) + sigma(w[t - 2] ?? 0, 17, 19, 10);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
    for (let t = 0; t < 64; t++) {
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const t1 = h + sum(e, 6, 11, 25) + choice + (roundConstants[t] ?? 0) + (w[t] ?? 0);
      const t2 = sum(a, 2, 13, 22) + majority;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) hash[index] = (hash[index] ?? 0) + word;
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

// Shifts count modulo 32: `x << -i` and `x >>> i` together turn x by i bits.
function sum(x: number, i: number, j: number, k: number): number {
  return ((x >>> i) | (x << -i)) ^ ((x >>> j) | (x << -j)) ^ ((x >>> k) | (x << -k));
}

function sigma(x: number, i: number, j: number, k: number): number {
  return ((x >>> i) | (x << -i)) ^ ((x >>> j) | (x << -j)) ^ (x >>> k);
}

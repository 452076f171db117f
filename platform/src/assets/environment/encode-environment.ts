import {gzipSync} from 'node:zlib';

const headerBytes = 4;

/**
 * Writes packed levels as the viewer's `src/viewer/environment/cube-data.ts` reads them, which says why they are
 * written so. The largest level comes first.
 */
export function encodeEnvironment(size: number, levels: readonly Uint32Array[]): Uint8Array {
  const total = levels.reduce((sum, words) => sum + words.length, 0);
  const bytes = new Uint8Array(headerBytes + 4 * total);
  bytes.set([Math.log2(size), levels.length]);
  let first = headerBytes;
  levels.forEach((words, level) => {
    words.forEach((word, index) => {
      const difference = differenceOf(word, expected(words, index, size >> level));
      for (let plane = 0; plane < 4; plane++) bytes[first + plane * total + index] = difference >>> (8 * plane);
    });
    first += words.length;
  });
  const packed = gzipSync(bytes, {level: 9});
  // The header's time stamp and system would make each bake differ.
  packed.fill(0, 4, 8);
  packed[9] = 255;
  return new Uint8Array(packed);
}

/** The word a smooth picture would have here. */
function expected(words: Uint32Array, index: number, width: number): number {
  const column = index % width;
  const row = Math.floor(index / width) % width;
  const left = words[index - 1] ?? 0;
  if (row === 0) return column === 0 ? 0 : left;
  const above = words[index - width] ?? 0;
  if (column === 0) return above;
  const corner = words[index - width - 1] ?? 0;
  if (left >>> 27 !== above >>> 27 || left >>> 27 !== corner >>> 27) return left;
  let result = (left >>> 27) << 27;
  for (let shift = 0; shift < 27; shift += 9) {
    const guess = field(left, shift) + field(above, shift) - field(corner, shift);
    result |= Math.min(511, Math.max(0, guess)) << shift;
  }
  return result >>> 0;
}

function differenceOf(word: number, guess: number): number {
  const red = field(word, 0) - field(guess, 0);
  const green = field(word, 9) - field(guess, 9) - red;
  const blue = field(word, 18) - field(guess, 18) - red;
  const exponent = (word >>> 27) - (guess >>> 27);
  return (
    ((zigzag(exponent, 32) << 27) | (zigzag(blue, 512) << 18) | (zigzag(green, 512) << 9) | zigzag(red, 512)) >>> 0
  );
}

function field(word: number, shift: number): number {
  return (word >>> shift) & 511;
}

/** Small differences of either sign as small numbers, modulo the range. */
function zigzag(difference: number, range: number): number {
  const half = range / 2;
  const wrapped = ((((difference + half) % range) + range) % range) - half;
  return wrapped >= 0 ? wrapped * 2 : -wrapped * 2 - 1;
}

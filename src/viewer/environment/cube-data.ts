/** Packed radiance of a cube: RGB9E5 words of six faces for each level, largest level first. */
export interface CubeData {
  /** Width of a face of the first level, in texels. */
  readonly size: number;
  /** One array for each level, its faces one after the other in the order +X −X +Y −Y +Z −Z. */
  readonly levels: readonly Uint32Array<ArrayBuffer>[];
}

const headerBytes = 4;

/**
 * Reads a cube from the bytes that `encodeCube` has written.
 *
 * @throws RangeError when the bytes are cut short.
 */
export function decodeCube(bytes: Uint8Array): CubeData {
  const [sizeLog = 0, levelCount = 0] = bytes;
  const size = 2 ** sizeLog;
  const levels: Uint32Array<ArrayBuffer>[] = [];
  let total = 0;
  for (let level = 0; level < levelCount; level++) total += 6 * (size >> level) ** 2;
  if (bytes.length !== headerBytes + 4 * total) throw new RangeError('The environment is cut short.');
  let first = 0;
  for (let level = 0; level < levelCount; level++) {
    const words = new Uint32Array(6 * (size >> level) ** 2);
    unfilter(bytes, words, size >> level, first, total);
    levels.push(words);
    first += words.length;
  }
  return {size, levels};
}

/**
 * Writes a cube so that it compresses well: the four bytes of the words go to four planes, and each word is stored as
 * its difference to what its neighbours let expect. Read back by `decodeCube`.
 */
export function encodeCube({size, levels}: CubeData): Uint8Array {
  const total = levels.reduce((sum, words) => sum + words.length, 0);
  const bytes = new Uint8Array(headerBytes + 4 * total);
  bytes.set([Math.log2(size), levels.length]);
  let first = 0;
  levels.forEach((words, level) => {
    const width = size >> level;
    for (let index = 0; index < words.length; index++) {
      const difference = zigzagFields(words[index] ?? 0, expected(words, index, width));
      for (let plane = 0; plane < 4; plane++) {
        bytes[headerBytes + plane * total + first + index] = difference >>> (8 * plane);
      }
    }
    first += words.length;
  });
  return bytes;
}

function unfilter(bytes: Uint8Array, words: Uint32Array, width: number, first: number, total: number): void {
  for (let index = 0; index < words.length; index++) {
    const at = headerBytes + first + index;
    const difference =
      ((bytes[at] ?? 0) |
        ((bytes[at + total] ?? 0) << 8) |
        ((bytes[at + 2 * total] ?? 0) << 16) |
        ((bytes[at + 3 * total] ?? 0) << 24)) >>>
      0;
    words[index] = unzigzagFields(difference, expected(words, index, width));
  }
}

/** The word a smooth picture would have here: left + above − above left, field by field. */
function expected(words: Uint32Array, index: number, width: number): number {
  const column = index % width;
  const row = Math.floor(index / width) % width;
  const left = words[index - 1] ?? 0;
  if (row === 0) return column === 0 ? 0 : left;
  const above = words[index - width] ?? 0;
  if (column === 0) return above;
  const corner = words[index - width - 1] ?? 0;
  // Only where all three share an exponent do their mantissas mean the same.
  if (left >>> 27 !== above >>> 27 || left >>> 27 !== corner >>> 27) return left;
  let result = (left >>> 27) << 27;
  for (let shift = 0; shift < 27; shift += 9) {
    const guess = field(left, shift) + field(above, shift) - field(corner, shift);
    result |= Math.min(511, Math.max(0, guess)) << shift;
  }
  return result >>> 0;
}

function field(word: number, shift: number): number {
  return (word >>> shift) & 511;
}

/** Differences of the fields, modulo their range; green and blue as what they differ from red's, as light is mostly grey. */
function zigzagFields(word: number, guess: number): number {
  const red = field(word, 0) - field(guess, 0);
  const green = field(word, 9) - field(guess, 9) - red;
  const blue = field(word, 18) - field(guess, 18) - red;
  const exponent = zigzag((word >>> 27) - (guess >>> 27), 32);
  return ((exponent << 27) | (zigzag(blue, 512) << 18) | (zigzag(green, 512) << 9) | zigzag(red, 512)) >>> 0;
}

function unzigzagFields(code: number, guess: number): number {
  const red = unzigzag(field(code, 0));
  const green = red + unzigzag(field(code, 9));
  const blue = red + unzigzag(field(code, 18));
  const exponent = (guess >>> 27) + unzigzag(code >>> 27);
  return (
    (((exponent & 31) << 27) |
      (((field(guess, 18) + blue) & 511) << 18) |
      (((field(guess, 9) + green) & 511) << 9) |
      ((field(guess, 0) + red) & 511)) >>>
    0
  );
}

function zigzag(difference: number, range: number): number {
  const half = range / 2;
  const wrapped = ((((difference + half) % range) + range) % range) - half;
  return wrapped >= 0 ? wrapped * 2 : -wrapped * 2 - 1;
}

function unzigzag(code: number): number {
  return code % 2 === 0 ? code / 2 : -(code + 1) / 2;
}

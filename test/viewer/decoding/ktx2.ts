/** RGBA of one level. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Writes numbers of few bits one after the other, the lowest bit first. */
function packBits(...parts: readonly (readonly [value: number, bits: number])[]): Uint8Array {
  const bits = parts.flatMap(([value, count]) => Array.from({length: count}, (_, at) => (value >> at) & 1));
  const bytes = new Uint8Array(16);
  bits.forEach((bit, at) => (bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7))));
  return bytes;
}

/** A block of UASTC whose 16 texels have one colour: its ninth mode, then hints for other formats. */
function uastcBlock([red, green, blue, alpha]: Colour): Uint8Array {
  const hints = [
    // The hint for ETC1: not differential, table 0, selector 0, base colour of five bits each.
    [1, 1],
    [0, 3],
    [0, 2],
    ...[red, green, blue].map((part) => [part >> 3, 5] as const),
  ] as const;
  return packBits([0x17, 5], [red, 8], [green, 8], [blue, 8], [alpha, 8], ...hints);
}

const headerBytes = 80;
const descriptorBytes = 44;

/** A KTX2 file of Basis Universal (UASTC); each level, from the largest, has a colour of its own. */
export function ktx2(width: number, height: number, colours: readonly Colour[]): Uint8Array<ArrayBuffer> {
  const levels = colours.map((colour, level) => {
    const blocks = Math.ceil(Math.max(1, width >> level) / 4) * Math.ceil(Math.max(1, height >> level) / 4);
    const bytes = new Uint8Array(blocks * 16);
    for (let at = 0; at < blocks; at++) bytes.set(uastcBlock(colour), at * 16);
    return bytes;
  });
  const descriptorStart = headerBytes + levels.length * 24;
  const dataStart = Math.ceil((descriptorStart + descriptorBytes) / 16) * 16;
  const file = new Uint8Array(dataStart + levels.reduce((sum, {length}) => sum + length, 0));
  const view = new DataView(file.buffer);
  const numbers = (at: number, ...values: number[]) =>
    values.forEach((value, index) => view.setUint32(at + index * 4, value, true));
  file.set([0xab, 0x4b, 0x54, 0x58, 0x20, 0x32, 0x30, 0xbb, 0x0d, 0x0a, 0x1a, 0x0a]);
  // No format of Vulkan, bytes, size, no depth, no layers, one face, levels, not compressed further.
  numbers(12, 0, 1, width, height, 0, 0, 1, levels.length, 0);
  numbers(48, descriptorStart, descriptorBytes);
  // The smallest level lies first.
  let at = dataStart;
  for (let level = levels.length - 1; level >= 0; level--) {
    const bytes = levels[level] ?? new Uint8Array();
    numbers(headerBytes + level * 24, at, 0, bytes.length, 0, bytes.length, 0);
    file.set(bytes, at);
    at += bytes.length;
  }
  // One descriptor: UASTC, BT.709, linear, 4 × 4 texels in 16 bytes, one sample with red, green, blue and alpha.
  numbers(descriptorStart, descriptorBytes, 0, 2 | (40 << 16));
  file.set([166, 1, 1, 0, 3, 3, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0], descriptorStart + 12);
  file.set([0, 0, 127, 3], descriptorStart + 28);
  numbers(descriptorStart + 40, 0xffffffff);
  return file;
}

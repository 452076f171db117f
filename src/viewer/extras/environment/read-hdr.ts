/** Light as half floats, red, green, blue and 1, rows from the top. */
export interface HdrPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint16Array<ArrayBuffer>;
}

/** More would take a browser's memory. */
const mostPixels = 2 ** 26;
const one = 0x3c00;

/** By an exponent as the file has it. */
const scales = Float64Array.from({length: 256}, (_, exponent) => (exponent === 0 ? 0 : 2 ** (exponent - 128) / 255));

/** Whether bytes begin as a Radiance picture does. */
export function isHdr(bytes: Uint8Array): boolean {
  return bytes[0] === 0x23 && bytes[1] === 0x3f;
}

/**
 * Reads a Radiance picture (.hdr). A wider one than asked for is scaled down on the way, so that it never takes the
 * memory of its full size. three's reader says nothing of a file that is cut short.
 *
 * @throws RangeError what is wrong with the file.
 */
export function readHdr(bytes: Uint8Array, largestWidth: number): HdrPicture {
  const {width, height, start} = readHeader(bytes);
  const step = Math.max(1, Math.ceil(width / largestWidth));
  const small = {width: Math.floor(width / step), height: Math.floor(height / step)};
  if (small.height === 0) throw new RangeError(`${width} by ${height} pixels are no equirectangular picture`);
  const data = new Uint16Array(4 * small.width * small.height);
  const row = new Uint8Array(4 * width);
  const sums = new Float32Array(3 * small.width);
  const isPacked = isRun(bytes, start, width);
  let at = start;
  for (let line = 0; line < small.height * step; line++) {
    at = isPacked ? unpackRow(bytes, at, row, width) : copyRow(bytes, at, row);
    for (let pixel = 0; pixel < small.width * step; pixel++) {
      const place = 3 * Math.floor(pixel / step);
      const scale = scales[row[4 * pixel + 3] ?? 0] ?? 0;
      for (let channel = 0; channel < 3; channel++) {
        sums[place + channel] = (sums[place + channel] ?? 0) + scale * (row[4 * pixel + channel] ?? 0);
      }
    }
    if ((line + 1) % step > 0) continue;
    let to = 4 * small.width * Math.floor(line / step);
    for (let place = 0; place < sums.length; place += 3) {
      for (let channel = 0; channel < 3; channel++) data[to++] = halfOf((sums[place + channel] ?? 0) / step ** 2);
      data[to++] = one;
    }
    sums.fill(0);
  }
  return {...small, data};
}

function readHeader(bytes: Uint8Array): {width: number; height: number; start: number} {
  const text = String.fromCharCode(...bytes.subarray(0, 4096));
  const size = /\n-Y +(\d+) +\+X +(\d+)\r?\n/.exec(text);
  if (!size) throw new RangeError('it has no size, or its rows do not run from the top');
  if (!text.slice(0, size.index).includes('32-bit_rle_rgbe')) throw new RangeError('its FORMAT is not 32-bit_rle_rgbe');
  const [height, width] = [Number(size[1]), Number(size[2])];
  if (width * height === 0 || width * height > mostPixels) throw new RangeError(`it has ${width} by ${height} pixels`);
  return {width, height, start: size.index + size[0].length};
}

function isRun(bytes: Uint8Array, at: number, width: number): boolean {
  const said = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  return width > 7 && bytes[at] === 2 && bytes[at + 1] === 2 && said === width;
}

function copyRow(bytes: Uint8Array, at: number, row: Uint8Array): number {
  if (at + row.length > bytes.length) throw cutShort();
  row.set(bytes.subarray(at, at + row.length));
  return at + row.length;
}

/** Each channel by itself, in runs of one value and stretches of several. */
function unpackRow(bytes: Uint8Array, start: number, row: Uint8Array, width: number): number {
  if (start + 4 > bytes.length) throw cutShort();
  if (!isRun(bytes, start, width)) throw new RangeError('a row of it does not begin as one');
  let at = start + 4;
  for (let channel = 0; channel < 4; channel++) {
    for (let pixel = 0; pixel < width;) {
      const said = bytes[at++] ?? 0;
      const isSame = said > 128;
      const count = isSame ? said - 128 : said;
      const end = at + (isSame ? 1 : count);
      if (end > bytes.length) throw cutShort();
      if (count === 0 || pixel + count > width) throw new RangeError('a row of it is too long');
      for (let index = 0; index < count; index++) {
        row[4 * pixel++ + channel] = bytes[isSame ? at : at + index] ?? 0;
      }
      at = end;
    }
  }
  return at;
}

function cutShort(): RangeError {
  return new RangeError('it is cut short');
}

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** A number from 0 upwards as a half float. */
function halfOf(value: number): number {
  if (value >= 65_504) return 0x7bff;
  // Below this a half float counts in equal steps.
  if (value < 2 ** -14) return Math.round(value * 2 ** 24);
  float[0] = value;
  return ((bits[0] ?? 0) - 0x38000000 + 0x1000) >>> 13;
}

import {TwikError} from '@twik/sdk/core';
import {Panorama} from './panorama.js';

/** A Radiance picture before its pixels: its size, and where they begin. */
interface Header {
  readonly width: number;
  readonly height: number;
  readonly end: number;
}

/**
 * Reads light from a Radiance file (`.hdr`): all directions in one picture twice as wide as high. Larger ones are made
 * smaller while they are read, as means, so that a small sun keeps its power.
 *
 * @throws TwikError `light-format`, `light-not-panorama`, `light-cut-short`.
 */
export function readPanorama(bytes: Uint8Array, file: string, maxWidth = 2048): Panorama {
  const {width, height, end} = readHeader(bytes, file);
  if (width !== height * 2) {
    throw new TwikError(
      'light-not-panorama',
      `${file} has ${width} × ${height} pixels. Light comes from a panorama of all directions, twice as wide as high: export it as equirectangular.`,
    );
  }
  const panorama = new Panorama(width, height, maxWidth);
  const scanline = new Uint8Array(width * 4);
  let at = end;
  for (let row = 0; row < height; row++) {
    at = readScanline(bytes, at, scanline);
    if (at === -1) {
      throw new TwikError(
        'light-cut-short',
        `${file} breaks off or is damaged in line ${row + 1} of ${height}. Export it again.`,
      );
    }
    panorama.addRow(row, scanline);
  }
  panorama.finish();
  return panorama;
}

function readHeader(bytes: Uint8Array, file: string): Header {
  // The header is text, and no longer than this in any file seen.
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  const size = /\n\n-Y (\d+) \+X (\d+)\n/.exec(text);
  if (!/^#\?\w/.test(text) || !size || !/^FORMAT=32-bit_rle_rgbe$/m.test(text.slice(0, size.index + 1))) {
    throw new TwikError(
      'light-format',
      `${file} is no Radiance picture with rows from the top (RGBE). Save the panorama as Radiance HDR (.hdr).`,
    );
  }
  return {height: Number(size[1]), width: Number(size[2]), end: size.index + size[0].length};
}

/** Reads one row of pixels, red, green, blue and exponent; tells where the next begins, `-1` where there is none. */
function readScanline(bytes: Uint8Array, start: number, scanline: Uint8Array): number {
  const width = scanline.length / 4;
  const [a, b, c = 0, d = 0] = bytes.subarray(start, start + 4);
  const isPacked = width >= 8 && width < 32_768 && a === 2 && b === 2 && ((c << 8) | d) === width;
  if (!isPacked) {
    const end = start + scanline.length;
    if (end > bytes.length) return -1;
    scanline.set(bytes.subarray(start, end));
    return end;
  }
  let at = start + 4;
  for (let channel = 0; channel < 4; channel++) {
    for (let pixel = 0; pixel < width;) {
      const code = bytes[at++] ?? 0;
      const count = code > 128 ? code - 128 : code;
      const needed = code > 128 ? 1 : count;
      if (count === 0 || pixel + count > width || at + needed > bytes.length) return -1;
      for (let step = 0; step < count; step++, pixel++) {
        scanline[pixel * 4 + channel] = bytes[code > 128 ? at : at + step] ?? 0;
      }
      at += needed;
    }
  }
  return at;
}

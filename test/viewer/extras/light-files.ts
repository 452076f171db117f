import {urlOf} from '../support/glb.js';

type Rgbe = readonly [red: number, green: number, blue: number, exponent: number];

/** A Radiance picture of two colours, one above the other, each row in runs or each pixel as it is. */
export function hdrBytes(
  upper: Rgbe,
  lower: Rgbe,
  {width = 16, height = 8, isPacked = true} = {},
): Uint8Array<ArrayBuffer> {
  const head = `#?RADIANCE\n# Made by a test.\nFORMAT=32-bit_rle_rgbe\n\n-Y ${height} +X ${width}\n`;
  const rows = Array.from({length: height}, (_, row) => {
    const color = row < height / 2 ? upper : lower;
    if (!isPacked) return Array.from({length: width}, () => [...color]).flat();
    return [2, 2, width >> 8, width & 255, ...color.flatMap((value) => [128 + width, value])];
  });
  return Uint8Array.from([...new TextEncoder().encode(head), ...rows.flat()]);
}

/** About 1 in one channel: 128 · 2 / 255. */
export const light = {
  red: [128, 0, 0, 129],
  green: [0, 128, 0, 129],
  blue: [0, 0, 128, 129],
  white: [128, 128, 128, 129],
} as const;

export const hdrUrl = (upper: Rgbe, lower: Rgbe = upper, options = {}): string =>
  urlOf(hdrBytes(upper, lower, options), 'application/octet-stream');

/** Address of a picture of two colours, one above the other. */
export async function pictureUrl(upper: string, lower = upper, type = 'image/png'): Promise<string> {
  const canvas = new OffscreenCanvas(64, 32);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = upper;
  context.fillRect(0, 0, 64, 16);
  context.fillStyle = lower;
  context.fillRect(0, 16, 64, 16);
  return urlOf(await canvas.convertToBlob({type, quality: 1}), type);
}

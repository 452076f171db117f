import {expect} from '@open-wc/testing';
import {Vector3} from 'three';
import type {Stage} from '../../../src/viewer/stage.js';
import {pixelsOf} from '../support/pixels.js';

/** Where the line is on the row that crosses a height of the scene: from and to, in device pixels. */
export function linesAt(stage: Stage, canvas: HTMLCanvasElement, y = 0): [from: number, to: number][] {
  const row = Math.floor(((1 - new Vector3(0, y, 0.5).project(stage.rig.place()).y) / 2) * canvas.height);
  const pixels = pixelsOf(canvas).subarray(row * canvas.width * 4, (row + 1) * canvas.width * 4);
  const runs: [number, number][] = [];
  for (let x = 0; x < canvas.width; x++) {
    if (!isLine(pixels, x * 4)) continue;
    const last = runs.at(-1);
    if (last?.[1] === x) last[1]++;
    else runs.push([x, x + 1]);
  }
  return runs;
}

function isLine(pixels: Uint8ClampedArray, at: number): boolean {
  const [red = 0, , blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
  return alpha > 128 && blue > 120 && blue > 1.5 * red;
}

/** How many pixels of a picture are the line. */
export function linePixels(pixels: Uint8ClampedArray): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) if (isLine(pixels, at)) count++;
  return count;
}

/** How far to the left and right the cube reaches on the middle row, in device pixels. */
export function edges(stage: Stage, canvas: HTMLCanvasElement, x = 0): [left: number, right: number] {
  const camera = stage.rig.place();
  const corners = [-0.5, 0.5].flatMap((dx) => [-0.5, 0.5].map((z) => new Vector3(x + dx, 0, z).project(camera).x));
  return [((Math.min(...corners) + 1) / 2) * canvas.width, ((Math.max(...corners) + 1) / 2) * canvas.width];
}

/** One line on either side, from the edge outwards; all in device pixels. */
export function expectAround(runs: [number, number][], [left, right]: [number, number], width: number): void {
  expect(runs.length).to.equal(2);
  expect(runs[0]?.[1]).to.be.closeTo(left, 1);
  expect(runs[1]?.[0]).to.be.closeTo(right, 1);
  for (const [from, to] of runs) expect(to - from).to.be.closeTo(width, 1);
}

export async function pixelsOfPicture(blob: Blob): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return pixelsOf(canvas);
}

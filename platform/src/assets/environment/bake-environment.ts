import {setImmediate} from 'node:timers/promises';
import type {Workplace} from '../optimize-settings.js';
import {encodeEnvironment} from './encode-environment.js';
import {filterFace, roughnessOf} from './filter-cube.js';
import {packRadiance} from './pack-radiance.js';
import type {Panorama} from './panorama.js';
import {cubeOf, halve, type RadianceCube} from './radiance-cube.js';

/** Light that the viewer takes as it is. */
export interface BakedEnvironment {
  readonly bytes: Uint8Array;
  readonly levels: number;
  /** Over all directions; 1 is the white of a screen. */
  readonly meanRadiance: number;
  readonly largestRadiance: number;
}

/** Filters light for surfaces from mirror to matt, as the viewer's shader wants it. `size` is a power of two from 32. */
export async function bakeEnvironment(
  panorama: Panorama,
  size: number,
  {signal, progress}: Workplace,
): Promise<BakedEnvironment> {
  // A quarter of the panorama goes round each face.
  const pyramid = [cubeOf(panorama, Math.max(size, 2 ** Math.floor(Math.log2(panorama.width / 4))))];
  for (let last = pyramid[0]; last && last.width > 2; last = pyramid.at(-1)) pyramid.push(halve(last));
  // Down to four texels: fewer cannot hold where matt surfaces get their light from.
  const levels = Math.log2(size) - 1;
  const packed: Uint32Array[] = [];
  for (let level = 0; level < levels; level++) {
    const roughness = roughnessOf(level, levels - 1);
    progress(`  level ${level + 1} of ${levels}: roughness ${roughness.toFixed(2)}`);
    packed.push(packRadiance(await filterLevel(pyramid, size >> level, roughness, signal)));
  }
  return {bytes: encodeEnvironment(size, packed), levels, ...measure(pyramid)};
}

async function filterLevel(
  pyramid: readonly RadianceCube[],
  width: number,
  roughness: number,
  signal: AbortSignal,
): Promise<Float32Array> {
  const mirrored = roughness === 0 ? pyramid.find((cube) => cube.width === width) : undefined;
  if (mirrored) return mirrored.pixels;
  const pixels = new Float32Array(6 * width * width * 3);
  for (let face = 0; face < 6; face++) {
    // Lets Ctrl-C be heard.
    await setImmediate();
    signal.throwIfAborted();
    pixels.set(filterFace(pyramid, face, width, roughness), face * width * width * 3);
  }
  return pixels;
}

function measure(pyramid: readonly RadianceCube[]) {
  const mean = pyramid.at(-1)?.pixels ?? new Float32Array();
  const largest = pyramid[0]?.pixels ?? new Float32Array();
  return {
    meanRadiance: mean.reduce((sum, value) => sum + value, 0) / mean.length,
    largestRadiance: largest.reduce((most, value) => Math.max(most, value), 0),
  };
}

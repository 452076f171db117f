import type {Panorama} from './panorama.js';

/** Six square pictures of light, in the order and the directions of OpenGL's cubes: +X −X +Y −Y +Z −Z. */
export interface RadianceCube {
  /** Of a face, in texels. */
  readonly width: number;
  /** Linear red, green, blue; face by face, row by row. */
  readonly pixels: Float32Array;
}

/** The direction of a place on a face, from −1 to 1 across and down; not of length 1. */
export function directionOf(face: number, across: number, down: number): readonly [number, number, number] {
  switch (face) {
    case 0:
      return [1, -down, -across];
    case 1:
      return [-1, -down, across];
    case 2:
      return [across, 1, down];
    case 3:
      return [across, -1, -down];
    case 4:
      return [across, -down, 1];
    default:
      return [-across, -down, -1];
  }
}

/** Turns a panorama into a cube; each texel is the mean of four by four places in it. */
export function cubeOf(panorama: Panorama, width: number): RadianceCube {
  const pixels = new Float32Array(6 * width * width * 3);
  for (let index = 0; index < 6 * width * width; index++) {
    const face = Math.floor(index / (width * width));
    const row = Math.floor(index / width) % width;
    const column = index % width;
    for (let part = 0; part < 16; part++) {
      const across = ((column + ((part & 3) + 0.5) / 4) / width) * 2 - 1;
      const down = ((row + ((part >> 2) + 0.5) / 4) / width) * 2 - 1;
      const [x, y, z] = directionOf(face, across, down);
      const length = Math.hypot(x, y, z);
      panorama.sample(x / length, y / length, z / length, pixels, index * 3, 1 / 16);
    }
  }
  return {width, pixels};
}

/** Half as wide: the means of two by two texels. */
export function halve({width, pixels}: RadianceCube): RadianceCube {
  const half = width / 2;
  const result = new Float32Array(6 * half * half * 3);
  for (let row = 0; row < 6 * width; row++) {
    for (let column = 0; column < width; column++) {
      const from = (row * width + column) * 3;
      const to = ((row >> 1) * half + (column >> 1)) * 3;
      for (let channel = 0; channel < 3; channel++) {
        result[to + channel] = (result[to + channel] ?? 0) + (pixels[from + channel] ?? 0) / 4;
      }
    }
  }
  return {width: half, pixels: result};
}

/**
 * Adds `share` of the light from a direction, blended from four texels, to three sums. At the edge of a face it does
 * not look round the corner: what is sampled here is spread over many texels anyway.
 */
export function sampleCube(
  {width, pixels}: RadianceCube,
  [x, y, z]: readonly [number, number, number],
  sums: Float64Array,
  share: number,
): void {
  const [face, across, down] = placeOf(x, y, z);
  const column = Math.min(width - 1, Math.max(0, ((across + 1) / 2) * width - 0.5));
  const row = Math.min(width - 1, Math.max(0, ((down + 1) / 2) * width - 0.5));
  const left = Math.min(width - 2, Math.floor(column));
  const top = Math.min(width - 2, Math.floor(row));
  for (let corner = 0; corner < 4; corner++) {
    const weight = (1 - Math.abs(column - left - (corner & 1))) * (1 - Math.abs(row - top - (corner >> 1))) * share;
    const from = ((face * width + top + (corner >> 1)) * width + left + (corner & 1)) * 3;
    for (let channel = 0; channel < 3; channel++) {
      sums[channel] = (sums[channel] ?? 0) + (pixels[from + channel] ?? 0) * weight;
    }
  }
}

function placeOf(x: number, y: number, z: number): readonly [face: number, across: number, down: number] {
  const [wide, high, deep] = [Math.abs(x), Math.abs(y), Math.abs(z)];
  if (wide >= high && wide >= deep) return x > 0 ? [0, -z / wide, -y / wide] : [1, z / wide, -y / wide];
  if (high >= deep) return y > 0 ? [2, x / high, z / high] : [3, x / high, -z / high];
  return z > 0 ? [4, x / deep, -y / deep] : [5, -x / deep, -y / deep];
}

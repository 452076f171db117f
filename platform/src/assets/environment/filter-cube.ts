import {directionOf, sampleCube, type RadianceCube} from './radiance-cube.js';

/** As many as three takes. */
const sampleCount = 256;
/** Of a face, where every texel is weighed: what is rougher than a few degrees needs no finer one. */
const weighedWidth = 16;

/** How rough a surface is that mirrors a level of a filtered cube; the viewer's shader has the inverse. */
export function roughnessOf(level: number, lastLevel: number): number {
  return 1 - Math.sqrt(1 - level / lastLevel);
}

/**
 * One face of what a surface of some roughness mirrors, as three's `PMREMGenerator` filters it: the lobe of GGX seen
 * straight on. `pyramid` is the light, each entry half as wide as the one before, down to two texels.
 */
export function filterFace(
  pyramid: readonly RadianceCube[],
  face: number,
  width: number,
  roughness: number,
): Float32Array {
  const result = new Float32Array(width * width * 3);
  const filter = filterFor(pyramid, roughness);
  for (let index = 0; index < width * width; index++) {
    const across = (((index % width) + 0.5) / width) * 2 - 1;
    const down = ((Math.floor(index / width) + 0.5) / width) * 2 - 1;
    const [x, y, z] = directionOf(face, across, down);
    const length = Math.hypot(x, y, z);
    result.set(filter([x / length, y / length, z / length]), index * 3);
  }
  return result;
}

type Direction = readonly [number, number, number];
type Filter = (normal: Direction) => Float64Array;

function filterFor(pyramid: readonly RadianceCube[], roughness: number): Filter {
  const weighed = pyramid.find(({width}) => width === weighedWidth);
  // Below, the lobe is narrower than the texels that would be weighed.
  return weighed && roughness > 0.3 ? weighing(weighed, roughness) : sampling(pyramid, roughness);
}

/** Weighs every texel of a small cube by the lobe. */
function weighing({width, pixels}: RadianceCube, roughness: number): Filter {
  const alpha2 = roughness ** 4;
  const texels = Array.from({length: 6 * width * width}, (_, index) => {
    const across = (((index % width) + 0.5) / width) * 2 - 1;
    const down = (((Math.floor(index / width) % width) + 0.5) / width) * 2 - 1;
    const [x, y, z] = directionOf(Math.floor(index / (width * width)), across, down);
    const length = Math.hypot(x, y, z);
    return {x: x / length, y: y / length, z: z / length, solidAngle: length ** -3, at: index * 3};
  });
  return ([nx, ny, nz]) => {
    const sums = new Float64Array(3);
    let total = 0;
    for (const {x, y, z, solidAngle, at} of texels) {
      const cosine = x * nx + y * ny + z * nz;
      if (cosine <= 0) continue;
      const weight = (cosine * solidAngle) / (1 + alpha2 + (alpha2 - 1) * cosine) ** 2;
      total += weight;
      for (let channel = 0; channel < 3; channel++) {
        sums[channel] = (sums[channel] ?? 0) + (pixels[at + channel] ?? 0) * weight;
      }
    }
    return sums.map((sum) => sum / total);
  };
}

/** Takes samples where the lobe is, each from the level whose texels are as large as its share of the lobe. */
function sampling(pyramid: readonly RadianceCube[], roughness: number): Filter {
  const alpha2 = roughness ** 4;
  const [largest] = pyramid;
  const bias = Math.log2(largest?.width ?? 1) + 0.5 * Math.log2(6 / (sampleCount * alpha2)) + 0.5;
  const samples = Array.from({length: sampleCount}, (_, index) => {
    const share = index / sampleCount;
    const inverse = 1 / (1 - share + alpha2 * share);
    const angle = 2 * Math.PI * radicalInverse(index);
    const sine = 2 * Math.sqrt(alpha2 * share * (1 - share)) * inverse;
    const level = Math.min(pyramid.length - 1, Math.max(0, Math.log2(alpha2 * inverse) + bias));
    const cosine = (1 - share - alpha2 * share) * inverse;
    return {cosine, right: Math.cos(angle) * sine, up: Math.sin(angle) * sine, level};
  }).filter(({cosine}) => cosine > 0);
  const total = samples.reduce((sum, {cosine}) => sum + cosine, 0);
  return ([x, y, z]) => {
    const sums = new Float64Array(3);
    const [t, b] = tangentsOf([x, y, z]);
    for (const {cosine, right, up, level} of samples) {
      const direction = [
        x * cosine + t[0] * right + b[0] * up,
        y * cosine + t[1] * right + b[1] * up,
        z * cosine + t[2] * right + b[2] * up,
      ] as const;
      const fine = Math.floor(level);
      const [below, above] = [pyramid[fine], pyramid[fine + 1]];
      const share = above ? level - fine : 0;
      if (below) sampleCube(below, direction, sums, (cosine * (1 - share)) / total);
      if (above && share > 0) sampleCube(above, direction, sums, (cosine * share) / total);
    }
    return sums;
  };
}

function tangentsOf([x, y, z]: Direction): readonly [Direction, Direction] {
  // up × normal, up being Z unless that is the normal itself.
  const [a, b, c] = Math.abs(z) < 0.999 ? [-y, x, 0] : [0, -z, y];
  const length = Math.hypot(a, b, c);
  const tangent = [a / length, b / length, c / length] as const;
  return [tangent, [y * tangent[2] - z * tangent[1], z * tangent[0] - x * tangent[2], x * tangent[1] - y * tangent[0]]];
}

/** The bits of a number mirrored at the point: 1 → 0.5, 2 → 0.25, 3 → 0.75. */
function radicalInverse(index: number): number {
  let result = 0;
  for (let bit = 0.5, rest = index; rest > 0; bit /= 2, rest >>= 1) {
    if (rest & 1) result += bit;
  }
  return result;
}

import {cells, layeredNoise, noise, smoothstep} from './noise.mjs';
import {field, greys, normalsOf, pixels} from './picture.mjs';

// Covers without their colour: a height field, and how light a place is (1: as light as the colour itself). Each tile
// covers a square of cloth; threads and loops have their true size on it.
const side = 512;
const turn = 2 * Math.PI;

/**
 * @typedef {object} Cover
 * @property {number} tileM Side of the square.
 * @property {number} relief How deep the normal map cuts.
 * @property {(u: number, v: number) => {height: number, light: number}} at
 */

const threads = (count) => (u, v, seed) => {
  // Threads wander and swell, which is what makes cloth of yarn and not of wire.
  const x = u * count + 0.3 * noise(u * 24, v * 24, {periodX: 24, periodY: 24, seed});
  const y = v * count + 0.3 * noise(u * 24, v * 24, {periodX: 24, periodY: 24, seed: seed + 1});
  return [x, y];
};

/** @type {Record<string, Cover>} */
export const covers = {
  /** Loops of thick yarn, none like another. */
  boucle: {
    tileM: 0.15,
    relief: 2.6,
    at: (u, v) => {
      const warpU = 0.6 * noise(u * 18, v * 18, {periodX: 18, periodY: 18, seed: 3});
      const warpV = 0.6 * noise(u * 18, v * 18, {periodX: 18, periodY: 18, seed: 4});
      const {first, second, id} = cells(u * 34 + warpU, v * 34 + warpV, {period: 34, seed: 5});
      const ring = 1 - Math.abs(first - 0.34) / 0.34;
      const curl = layeredNoise(u * 96, v * 96, {periodX: 96, periodY: 96, seed: 7, octaves: 2});
      const bulk = layeredNoise(u * 9, v * 9, {periodX: 9, periodY: 9, seed: 8, octaves: 2});
      const height = 0.62 * Math.max(0, ring) ** 0.7 * smoothstep(0, 0.2, second - first) + 0.18 * curl + 0.16 * bulk;
      return {height, light: 0.84 + 0.2 * (height - 0.3) + 0.05 * ((id % 97) / 97 - 0.5)};
    },
  },
  /** A plain weave with thick and thin places. */
  linen: {
    tileM: 0.1,
    relief: 1.5,
    at: (u, v) => {
      const [x, y] = threads(104)(u, v, 11);
      const isWarp = (Math.floor(x) + Math.floor(y)) % 2 === 0;
      const across = Math.abs(Math.sin(Math.PI * (isWarp ? x : y)));
      const along = Math.abs(Math.sin(Math.PI * (isWarp ? y : x)));
      const slub = isWarp
        ? noise(Math.floor(x) * 0.37, v * 8, {periodX: 1e6, periodY: 8, seed: 13})
        : noise(u * 8, Math.floor(y) * 0.37, {periodX: 8, periodY: 1e6, seed: 14});
      const height = across * (0.55 + 0.45 * along) * (1 + 0.35 * slub);
      return {height, light: 0.8 + 0.17 * height + 0.1 * slub};
    },
  },
  /** Pile that lies a little to one side. */
  velvet: {
    tileM: 0.2,
    relief: 0.5,
    at: (u, v) => {
      const pile = noise(u * 250, v * 190, {periodX: 250, periodY: 190, seed: 21});
      const lay = layeredNoise(u * 5, v * 7, {periodX: 5, periodY: 7, seed: 22, octaves: 3});
      return {height: 0.5 * pile + 0.3 * lay, light: 0.92 + 0.05 * pile + 0.035 * lay};
    },
  },
  /** A twill, milled until the threads all but vanish. */
  wool: {
    tileM: 0.1,
    relief: 1.2,
    at: (u, v) => {
      const [x, y] = threads(64)(u, v, 31);
      const rib = Math.abs(Math.sin(Math.PI * (x + y)));
      const fuzz = layeredNoise(u * 120, v * 120, {periodX: 120, periodY: 120, seed: 33, octaves: 2});
      const height = 0.7 * rib + 0.5 * fuzz;
      return {height, light: 0.84 + 0.12 * rib + 0.1 * fuzz};
    },
  },
  /** Ribs of cut pile, 5 mm wide, that run from front to back. */
  cord: {
    tileM: 0.1,
    relief: 2.2,
    at: (u, v) => {
      const x = u * 20 + 0.05 * noise(u * 20, v * 12, {periodX: 20, periodY: 12, seed: 41});
      const rib = Math.abs(Math.sin(Math.PI * x)) ** 0.6;
      const pile = noise(u * 160, v * 160, {periodX: 160, periodY: 160, seed: 42});
      return {height: 2.2 * rib + 0.14 * pile, light: 0.6 + 0.36 * rib + 0.05 * pile};
    },
  },
  /** Full grain: pebbles of uneven size, and pores. */
  leather: {
    tileM: 0.12,
    relief: 1.9,
    at: (u, v) => {
      const warp = (seed) => 0.5 * noise(u * 20, v * 20, {periodX: 20, periodY: 20, seed});
      const {first, second} = cells(u * 72 + warp(51), v * 72 + warp(52), {period: 72, seed: 53});
      const pebble = smoothstep(0, 0.4, second - first);
      const swell = layeredNoise(u * 6, v * 6, {periodX: 6, periodY: 6, seed: 56, octaves: 3});
      const height = 0.75 * pebble - 0.25 * first + 0.2 * swell;
      return {height, light: 0.88 + 0.08 * pebble + 0.05 * swell};
    },
  },
};

/** The pictures of a cover: greys to be tinted, and normals. */
export function weave(name) {
  const {at, relief} = covers[name];
  const lights = new Float32Array(side * side);
  const heights = field(side, side, (u, v, x, y) => {
    const {height, light} = at(u, v);
    lights[y * side + x] = light;
    return height;
  });
  const normal = normalsOf(heights, {strengthX: relief / 2, strengthY: relief / 2});
  return {color: greys({width: side, height: side, values: lights}, 0, 1), normal};
}

/** Woven patterns for the wool, in place of its plain greys; each repeats on the wool's own tile. */
const patterns = {
  herringbone: (u, v) => {
    const band = Math.floor(u * 4) % 2 === 0 ? u : -u;
    return 0.5 + 0.5 * Math.sin(turn * (v * 14 + band * 14));
  },
  check: (u, v) => {
    const broken = (share) => smoothstep(-0.08, 0.08, Math.sin(turn * share * 4));
    const stripe = Math.sin(turn * (u + v) * 32) > 0 ? 1 : 0;
    const [a, b] = [broken(u), broken(v)];
    return a === b ? a : a * stripe + b * (1 - stripe);
  },
};

/** Names of the patterns wool comes in. */
export const patternNames = Object.keys(patterns);

/** The greys of wool in a pattern. */
export function patternedWool(name) {
  return pixels(side, side, (u, v) => {
    const {light} = covers.wool.at(u, v);
    const grey = 255 * light * (0.42 + 0.58 * patterns[name](u, v));
    return [grey, grey, grey];
  });
}

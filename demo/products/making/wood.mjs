import {chance, layeredNoise, noise, smoothstep} from './noise.mjs';
import {field, normalsOf, pixels, rgb} from './picture.mjs';

/** What one repeat of a wood texture covers: along the grain, then across it. */
export const woodTileM = [1.2, 0.5];
const staves = 5;
const side = 1024;

/**
 * @typedef {object} Species
 * @property {string} light Colour of early wood.
 * @property {string} dark Colour of late wood.
 * @property {string} pore Colour of the open pores.
 * @property {number} ringM Mean distance of the rings.
 * @property {number} contrast How strongly rings show, 0..1.
 * @property {number} pores How strongly pores show, 0..1.
 * @property {number} streaks How strongly broad bands of colour show, 0..1.
 * @property {number} seed
 */

/** Where the log's heart lay when a stave was sawn: this decides between arches and straight lines. */
function staveOf(index, seed) {
  const random = (salt) => chance(index, salt, seed);
  const isRift = random(1) < 0.5;
  return {
    heartX: (isRift ? 0.09 + 0.08 * random(2) : 0.03 * random(2)) * (random(3) < 0.5 ? -1 : 1),
    heartZ: isRift ? 0.05 + 0.04 * random(4) : 0.035 + 0.03 * random(4),
    ring: 0.8 + 0.5 * random(5),
    shade: random(6) - 0.5,
    seed: seed + 31 * index,
  };
}

/**
 * How far through a year's ring each place is (0 early, 1 late), how open its pores are, and the stave's own shade.
 * Real planks: staves glued edge to edge, each a plane cut from a log of cones that wander along the trunk.
 */
function grain({ringM, seed}) {
  const list = Array.from({length: staves}, (_, i) => staveOf(i, seed));
  return (u, v) => {
    const index = Math.min(staves - 1, Math.floor(v * staves));
    const stave = list[index];
    const [alongM, acrossM] = woodTileM;
    const x = ((v * staves - index - 0.5) * acrossM) / staves;
    const wander = (salt, cells) => noise(u * cells, 0.5, {periodX: cells, periodY: 1, seed: stave.seed + salt});
    const heartX = stave.heartX + 0.008 * wander(1, 2) + 0.003 * wander(2, 5);
    const heartZ = stave.heartZ + 0.014 * wander(3, 1) + 0.003 * wander(4, 3);
    const ripple = 0.0007 * noise(u * 14, v * 90, {periodX: 14, periodY: 90, seed: stave.seed + 5});
    const radius = Math.hypot(x - heartX, heartZ) + ripple;
    const years = radius / (ringM * stave.ring);
    const uneven = years + 0.45 * noise(years * 0.6, 0.5, {periodX: 4096, periodY: 1, seed: stave.seed + 6});
    const phase = uneven - Math.floor(uneven);
    const early = 1 - smoothstep(0.12, 0.5, phase);
    const across = v * acrossM;
    const along = u * alongM;
    const fine = noise(along / 0.012, across / 0.0005, {periodX: 100, periodY: 1000, seed: seed + 7});
    const coarse = noise(along / 0.02, across / 0.001, {periodX: 60, periodY: 500, seed: seed + 8});
    const fibre = layeredNoise(along / 0.075, across / 0.00125, {
      periodX: 16,
      periodY: 400,
      seed: seed + 9,
      octaves: 2,
    });
    const band = layeredNoise(along / 0.4, across / 0.0125, {periodX: 3, periodY: 40, seed: seed + 10, octaves: 3});
    const pore =
      smoothstep(0.28, 0.62, fine) * (0.25 + 0.75 * early) + 0.6 * smoothstep(0.38, 0.7, coarse) * (0.1 + early);
    const gap = smoothstep(0.0012, 0.0004, acrossM / staves / 2 - Math.abs(x));
    return {late: smoothstep(0.15, 0.95, phase) * (1 - smoothstep(0.95, 1, phase)), pore, fibre, band, gap, stave};
  };
}

/** Colour, and the height of the surface (0 is plane, below it the pores), of planks of a species. */
export function planks(/** @type {Species} */ species) {
  const {contrast, pores, streaks} = species;
  const [light, dark, poreColor] = [species.light, species.dark, species.pore].map(rgb);
  const at = grain(species);
  const heights = new Float32Array(side * side);
  const color = pixels(side, side, (u, v, x, y) => {
    const {late, pore, fibre, band, gap, stave} = at(u, v);
    const depth = Math.min(1, pore * pores);
    const darkness = contrast * (late - 0.35) + 0.34 * fibre + streaks * band + 0.34 * stave.shade + 0.3;
    const share = Math.min(1, Math.max(0, darkness));
    heights[y * side + x] = -Math.min(1, pore) + 0.18 * fibre - 0.6 * gap;
    return light.map((from, i) => {
      const wood = from + (dark[i] - from) * share;
      return (wood + (poreColor[i] - wood) * 0.75 * depth) * (1 - 0.12 * gap);
    });
  });
  return {color, heights: {width: side, height: side, values: heights}};
}

/** The normal map of planks: open pores and a trace of the fibre. */
export const plankNormals = (heights) => normalsOf(heights, {strengthX: 0.09, strengthY: 0.2});

/** Skin of sprayed lacquer: the faintest orange peel. */
export function lacquerNormals() {
  const peel = field(128, 128, (u, v) => layeredNoise(u * 16, v * 16, {periodX: 16, periodY: 16, seed: 4, octaves: 2}));
  return normalsOf(peel, {strengthX: 0.05, strengthY: 0.05});
}

/** @type {Record<string, Species>} */
export const species = {
  oak: {
    light: '#d5bb97',
    dark: '#ab8a63',
    pore: '#7f5f3c',
    ringM: 0.0034,
    contrast: 0.6,
    pores: 0.6,
    streaks: 0.5,
    seed: 11,
  },
  walnut: {
    light: '#94694a',
    dark: '#54361f',
    pore: '#38220f',
    ringM: 0.0046,
    contrast: 0.5,
    pores: 0.4,
    streaks: 0.75,
    seed: 23,
  },
};

import {layeredNoise} from './noise.mjs';
import {gridSurface, smoothNormals} from './surface.mjs';
import {sweep, circle} from './sweep.mjs';

/**
 * A cushion as an upholsterer sews it: a panel above, one below, and a border between, joined at two seams.
 *
 * @typedef {object} CushionShape
 * @property {number[]} sizeM Width (x), thickness at the seams (y), depth (z).
 * @property {number} cornerM Radius of the corners in plan.
 * @property {number} crownM How far the filling lifts the middle of a panel.
 * @property {number} puffM How far it presses the border out.
 * @property {number} [grid] Faces along a side of the upper panel.
 * @property {number} [lowerGrid] Faces along a side of the lower panel.
 * @property {(place: {i: number, j: number, x: number, z: number, edge: number}) => number} [quilt] Depth of a stitched
 *   line or height of a puff, in metres; `edge` is 0 at the seam and 1 well inside.
 * @property {number} [seed] Each cushion is stuffed by hand.
 */

/** Where the seam runs: `direction` on the unit square, as a place in plan. */
function rim(direction, {sizeM: [width, , depth], cornerM}) {
  const corner = [direction[0] * (width / 2), direction[1] * (depth / 2)];
  const inner = [width / 2 - cornerM, depth / 2 - cornerM];
  const core = corner.map((value, k) => Math.max(-inner[k], Math.min(inner[k], value)));
  const out = corner.map((value, k) => value - core[k]);
  const length = Math.hypot(...out);
  const far = Math.max(Math.abs(out[0]), Math.abs(out[1]));
  return {
    at: core.map((value, k) => value + (out[k] * far) / (length || 1)),
    out: out.map((value) => value / (length || 1)),
  };
}

/** Denser towards the seams, where the cloth turns. */
const stations = (share) => {
  const k = share * 2 - 1;
  return 0.62 * Math.sin((k * Math.PI) / 2) + 0.38 * k;
};

function panel(shape, faces, side) {
  const {
    sizeM: [width, thickness, depth],
    crownM,
    quilt,
    seed = 1,
  } = shape;
  const place = (share, t, i, j) => {
    const [s, r] = quilt && side > 0 ? [share * 2 - 1, t * 2 - 1] : [stations(share), stations(t)];
    const far = Math.max(Math.abs(s), Math.abs(r));
    const {at} = rim(far === 0 ? [0, 0] : [s / far, r / far], shape);
    const [x, z] = at.map((value) => value * far);
    const inside = (1 - s * s) * (1 - r * r);
    const dome = crownM * inside ** 0.42;
    const hand = 0.004 * layeredNoise(x * 9, z * 9, {periodX: 64, periodY: 64, seed, octaves: 2}) * Math.sqrt(inside);
    const edge = Math.min(1, inside / 0.12);
    const stitched = quilt && side > 0 ? quilt({i, j, x, z, edge}) : 0;
    return {position: [x, side * (thickness / 2 + dome + hand) + stitched, z], uv: [x + 1, z + 1], stitched};
  };
  const surface = gridSurface(faces, faces, (s, t, i, j) =>
    side > 0 ? place(s, 1 - t, i, faces - j) : place(s, t, i, j),
  );
  // A stitched line runs along edges of faces: each square is cut in two where its lower corners are.
  if (quilt && side > 0)
    cutAlongLines(surface, faces, (i, j) => place(i / faces, 1 - j / faces, i, faces - j).stitched);
  return surface;
}

function cutAlongLines(surface, faces, depthAt) {
  surface.indices = [];
  for (let j = 0; j < faces; j++) {
    for (let i = 0; i < faces; i++) {
      const a = j * (faces + 1) + i;
      const [b, c, d] = [a + 1, a + faces + 2, a + faces + 1];
      const isRising = depthAt(i, j) + depthAt(i + 1, j + 1) <= depthAt(i + 1, j) + depthAt(i, j + 1);
      surface.indices.push(...(isRising ? [a, b, c, a, c, d] : [a, b, d, b, c, d]));
    }
  }
  surface.normals = smoothNormals(surface);
}

/** Places around the seam, anticlockwise seen from above, as `{at, out, along}`. */
function seam(shape, perSide) {
  const places = [];
  for (const [from, to] of [
    [
      [-1, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [1, -1],
    ],
    [
      [1, -1],
      [-1, -1],
    ],
    [
      [-1, -1],
      [-1, 1],
    ],
  ]) {
    for (let k = 0; k < perSide; k++) {
      const t = (stations(k / perSide) + 1) / 2;
      places.push(rim([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t], shape));
    }
  }
  let along = 0;
  return places.map((place, i) => {
    const before = places[(i + places.length - 1) % places.length].at;
    if (i > 0) along += Math.hypot(place.at[0] - before[0], place.at[1] - before[1]);
    return {...place, along};
  });
}

function border(shape, perSide, rows) {
  const {
    sizeM: [, thickness],
    puffM,
  } = shape;
  const places = seam(shape, perSide);
  const first = places[0];
  const last = places.at(-1);
  const around = last.along + Math.hypot(last.at[0] - first.at[0], last.at[1] - first.at[1]);
  return gridSurface(places.length, rows, (s, t, i) => {
    const {at, out, along} = i === places.length ? {...first, along: around} : places[i];
    const bulge = puffM * Math.sin(Math.PI * t) ** 0.8;
    return {
      position: [at[0] + out[0] * bulge, (t - 0.5) * thickness, at[1] + out[1] * bulge],
      uv: [along * 0.99 - 0.5, t * thickness],
    };
  });
}

/** The cover of a cushion around the origin: upper panel, lower panel and border, apart so that seams stay sharp. */
export function cushion(/** @type {CushionShape} */ shape) {
  const {grid = 30, lowerGrid = 14} = shape;
  return [panel(shape, grid, 1), panel(shape, lowerGrid, -1), border(shape, 22, 5)];
}

/** The cords sewn into the seams. */
export function welts(shape, radiusM = 0.0042) {
  const {
    sizeM: [, thickness],
  } = shape;
  const places = seam(shape, 22);
  return [1, -1].map((side) => {
    const path = places.map(({at, out}) => [at[0] + out[0] * 0.0015, (side * thickness) / 2, at[1] + out[1] * 0.0015]);
    return sweep({path, outline: circle(radiusM, 7), closed: true, up: [0, 1, 0]});
  });
}

/** Seven channels, stitched from front to back. */
export const channels =
  (count, depthM) =>
  ({x, edge}, widthM) => {
    const wave = Math.abs(Math.cos((x / widthM) * Math.PI * count));
    return (wave ** 0.55 - 0.75) * depthM * edge;
  };

/** Diamonds along the grid's own diagonals, `period` faces wide. */
export const diamonds =
  (period, depthM) =>
  ({i, j, edge}) => {
    const line = (value) => Math.abs(Math.sin((Math.PI * value) / period));
    return (Math.min(line(i + j), line(i - j)) ** 0.55 - 0.75) * depthM * edge;
  };

/** Where the lines of `diamonds` cross, as shares of the grid. */
export function crossings(period, grid) {
  const places = [];
  for (let i = 0; i <= grid; i++) {
    for (let j = 0; j <= grid; j++) {
      const isCrossing = (i + j) % period === 0 && (i - j) % period === 0;
      if (isCrossing && i > 2 && j > 2 && i < grid - 2 && j < grid - 2) places.push([i, j]);
    }
  }
  return places;
}

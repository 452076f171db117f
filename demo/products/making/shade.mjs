import {pixels} from './picture.mjs';

// The soft shadow of a niche, kept in shares of a face, so that it stretches with the shelf while grain does not.
// One row of cells; the last is open to all light.
const side = 64;
const near = (share, reach) => Math.exp(-share / reach);

const cells = {
  /** A board seen from above or below: `s` from left to right, `t` from the back to the front. */
  flat: (s, t) => (0.56 + 0.44 * t ** 0.8) * (1 - 0.3 * (near(s, 0.06) + near(1 - s, 0.06)) * (1 - 0.5 * t)),
  /** A side or divider: `s` from the back to the front. */
  upright: (s) => 0.54 + 0.46 * s ** 0.9,
  /** The back: `s` from left to right, `t` from the bottom up. */
  back: (s, t) =>
    0.7 * (1 - 0.3 * (near(s, 0.07) + near(1 - s, 0.07))) * (1 - 0.2 * (near(t, 0.05) + near(1 - t, 0.05))),
  /** What faces the floor. */
  under: () => 0.5,
  open: () => 1,
};
const names = Object.keys(cells);

/** The occlusion texture of all cells, for the second set of texture coordinates. */
export function shadePicture() {
  return pixels(side * names.length, side, (u, v) => {
    const cell = Math.floor(u * names.length);
    const light = cells[names[cell]](u * names.length - cell, 1 - v) * 255;
    return [light, light, light];
  });
}

/** Where in the picture a point of a face lies. `shares` are its places along x, y and z of the board, 0..1. */
export function shadeAt(name, [x, y, z]) {
  const cell = name ?? 'open';
  const [s, t] = cell === 'upright' ? [z, y] : cell === 'back' ? [x, y] : [x, z];
  const inset = (share) => 0.03 + 0.94 * Math.min(1, Math.max(0, share));
  return [(names.indexOf(cell) + inset(s)) / names.length, 1 - inset(t)];
}

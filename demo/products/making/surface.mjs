/**
 * A surface of triangles. Lengths in metres; `uvs` in metres too, so that a cloth has the same scale everywhere.
 *
 * @typedef {object} Surface
 * @property {number[]} positions
 * @property {number[]} normals
 * @property {number[]} uvs
 * @property {number[]} indices
 * @property {number[]} [lights] How much light reaches each point, 0..1.
 * @property {number[]} [shades] A second set of texture coordinates, for the soft shadow.
 * @property {{name: string, positions: number[]}[]} [targets] Morph targets: how far each point moves at weight 1.
 */

/** @returns {Surface} */
export const emptySurface = () => ({positions: [], normals: [], uvs: [], indices: []});

/** A grid of (columns + 1) × (rows + 1) points; `at(s, t)` gives `{position, uv}` for s, t in 0..1. Its front is s × t. */
export function gridSurface(columns, rows, at) {
  const surface = emptySurface();
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      const {position, uv} = at(i / columns, j / rows, i, j);
      surface.positions.push(...position);
      surface.uvs.push(...uv);
    }
  }
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const a = j * (columns + 1) + i;
      const c = a + columns + 1;
      surface.indices.push(a, a + 1, c + 1, a, c + 1, c);
    }
  }
  surface.normals = smoothNormals(surface);
  return surface;
}

/** Normals averaged over the faces around each point; points at the same place share theirs when `weld` is true. */
export function smoothNormals({positions, indices}, {weld = false} = {}) {
  const keys = new Map();
  const slot = Array.from({length: positions.length / 3}, (_, i) => {
    if (!weld) return i;
    const key = [0, 1, 2].map((k) => Math.round(positions[i * 3 + k] * 1e5)).join();
    if (!keys.has(key)) keys.set(key, i);
    return keys.get(key);
  });
  const sums = new Float64Array(positions.length);
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [indices[t], indices[t + 1], indices[t + 2]].map((i) => positions.slice(i * 3, i * 3 + 3));
    const normal = cross(subtract(b, a), subtract(c, a));
    for (let k = 0; k < 3; k++) {
      const at = slot[indices[t + k]] * 3;
      for (let d = 0; d < 3; d++) sums[at + d] += normal[d];
    }
  }
  return slot.flatMap((i) => normalize([sums[i * 3], sums[i * 3 + 1], sums[i * 3 + 2]]));
}

/** Several surfaces as one. */
export function join(...surfaces) {
  const joined = emptySurface();
  for (const {positions, normals, uvs, indices} of surfaces) {
    const first = joined.positions.length / 3;
    for (const value of positions) joined.positions.push(value);
    for (const value of normals) joined.normals.push(value);
    for (const value of uvs) joined.uvs.push(value);
    for (const index of indices) joined.indices.push(first + index);
  }
  return joined;
}

/** The surface moved and turned, never stretched: `rotation` is `[axis, radians]`. */
export function place(surface, {translation = [0, 0, 0], rotations = []}) {
  const turn = (v) => rotations.reduce((at, [axis, angle]) => rotate(at, axis, angle), v);
  const positions = [];
  const normals = [];
  for (let i = 0; i < surface.positions.length; i += 3) {
    positions.push(...add(turn(surface.positions.slice(i, i + 3)), translation));
    normals.push(...turn(surface.normals.slice(i, i + 3)));
  }
  return {...surface, positions, normals};
}

/** The mirror image in the plane x = 0. */
export function mirrorX(surface) {
  const flip = (values) => values.map((value, i) => (i % 3 === 0 ? -value : value));
  const indices = [];
  for (let i = 0; i < surface.indices.length; i += 3) {
    indices.push(surface.indices[i], surface.indices[i + 2], surface.indices[i + 1]);
  }
  return {...surface, positions: flip(surface.positions), normals: flip(surface.normals), indices};
}

/** The same surface seen from its other side. */
export function turnOver(surface) {
  const indices = [];
  for (let i = 0; i < surface.indices.length; i += 3) {
    indices.push(surface.indices[i], surface.indices[i + 2], surface.indices[i + 1]);
  }
  return {...surface, indices, normals: surface.normals.map((value) => -value)};
}

/** The surface with its triangles facing out, whichever way its path ran. */
export function outward(surface) {
  const {positions, indices} = surface;
  let volume = 0;
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [indices[t], indices[t + 1], indices[t + 2]].map((i) => positions.slice(i * 3, i * 3 + 3));
    volume +=
      a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return volume < 0 ? turnOver(surface) : surface;
}

export const add = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a, k) => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const normalize = (a) => scale(a, 1 / (Math.hypot(...a) || 1));

/** A vector turned about one of the axes `x`, `y`, `z`. */
export function rotate([x, y, z], axis, angle) {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  if (axis === 'x') return [x, c * y - s * z, s * y + c * z];
  if (axis === 'y') return [c * x + s * z, y, c * z - s * x];
  return [c * x - s * y, s * x + c * y, z];
}

import {add, cross, dot, emptySurface, normalize, scale, smoothNormals, subtract} from './surface.mjs';

/** A path with its corners rounded: points in metres, each `{at, radius}`; `closed` joins the ends. */
export function roundedPath(corners, {closed = false, steps = 8} = {}) {
  const points = [];
  corners.forEach(({at, radius = 0}, i) => {
    const before = corners[(i + corners.length - 1) % corners.length].at;
    const after = corners[(i + 1) % corners.length].at;
    const isEnd = !closed && (i === 0 || i === corners.length - 1);
    if (isEnd || radius === 0) return points.push(at);
    const inward = normalize(subtract(before, at));
    const outward = normalize(subtract(after, at));
    const half = Math.acos(Math.max(-1, Math.min(1, dot(inward, outward)))) / 2;
    const reach = radius / Math.tan(half);
    const middle = add(at, scale(normalize(add(inward, outward)), radius / Math.sin(half)));
    const start = subtract(add(at, scale(inward, reach)), middle);
    const end = subtract(add(at, scale(outward, reach)), middle);
    const sweep = Math.acos(Math.max(-1, Math.min(1, dot(start, end) / (radius * radius))));
    for (let k = 0; k <= steps; k++) {
      const s = (k / steps) * sweep;
      const on = add(scale(start, Math.sin(sweep - s) / Math.sin(sweep)), scale(end, Math.sin(s) / Math.sin(sweep)));
      points.push(add(middle, on));
    }
  });
  return points;
}

/** A path with points at most `lengthM` apart. */
export function refinePath(points, lengthM, closed = false) {
  const refined = [];
  const last = closed ? points.length : points.length - 1;
  for (let i = 0; i < last; i++) {
    const from = points[i];
    const step = subtract(points[(i + 1) % points.length], from);
    const count = Math.max(1, Math.ceil(Math.hypot(...step) / lengthM));
    for (let k = 0; k < count; k++) refined.push(add(from, scale(step, k / count)));
  }
  if (!closed) refined.push(points.at(-1));
  return refined;
}

/** A circle of `sides` points, as an outline for `sweep`. */
export const circle = (radius, sides) =>
  Array.from({length: sides}, (_, i) => {
    const angle = (i / sides) * 2 * Math.PI;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });

/** A rectangle with round edges, as an outline for `sweep`. */
export function roundedRectangle(width, height, radius, steps = 4) {
  const outline = [];
  for (const [cx, cy, from] of [
    [1, 1, 0],
    [-1, 1, 1],
    [-1, -1, 2],
    [1, -1, 3],
  ]) {
    for (let k = 0; k <= steps; k++) {
      const angle = ((from + k / steps) * Math.PI) / 2;
      outline.push([
        cx * (width / 2 - radius) + Math.cos(angle) * radius,
        cy * (height / 2 - radius) + Math.sin(angle) * radius,
      ]);
    }
  }
  return outline;
}

/**
 * An outline carried along a path. Its second axis keeps towards `up`, or follows the path without twist.
 *
 * @param {object} options
 * @param {number[][]} options.path Points in metres.
 * @param {number[][] | ((share: number, point: number[]) => number[][])} options.outline Anticlockwise seen against the
 *   path; a function of how far along the path it is.
 * @param {boolean} [options.closed]
 * @param {number[]} [options.up] A direction never parallel to the path.
 * @param {boolean} [options.caps] Close the ends with flat faces. Default true.
 */
export function sweep({path, outline, closed = false, up, caps = true}) {
  const outlineAt = typeof outline === 'function' ? outline : () => outline;
  const count = path.length;
  const tangents = path.map((point, i) => {
    const before = path[closed ? (i + count - 1) % count : Math.max(0, i - 1)];
    const after = path[closed ? (i + 1) % count : Math.min(count - 1, i + 1)];
    return normalize(subtract(after, before));
  });
  const surface = emptySurface();
  let normal = up ?? anyNormal(tangents[0]);
  let lengthM = 0;
  const rings = closed ? count + 1 : count;
  let sides = 0;
  for (let i = 0; i < rings; i++) {
    const at = path[i % count];
    const tangent = tangents[i % count];
    if (i > 0) lengthM += Math.hypot(...subtract(at, path[i - 1]));
    const reference = up ?? normal;
    normal = normalize(subtract(reference, scale(tangent, dot(reference, tangent))));
    const side = cross(normal, tangent);
    const points = outlineAt(i / (rings - 1), at);
    sides = points.length;
    let around = 0;
    for (let k = 0; k <= sides; k++) {
      const [x, y] = points[k % sides];
      if (k > 0) around += Math.hypot(x - points[k - 1][0], y - points[k - 1][1]);
      surface.positions.push(...add(at, add(scale(side, x), scale(normal, y))));
      surface.uvs.push(lengthM, around);
    }
  }
  for (let i = 0; i < rings - 1; i++) {
    for (let k = 0; k < sides; k++) {
      const a = i * (sides + 1) + k;
      const b = a + sides + 1;
      surface.indices.push(a, a + 1, b + 1, a, b + 1, b);
    }
  }
  surface.normals = smoothNormals(surface, {weld: true});
  if (!closed && caps) {
    addCap(surface, 0, sides, scale(tangents[0], -1));
    addCap(surface, (rings - 1) * (sides + 1), sides, tangents[count - 1]);
  }
  return surface;
}

/** Closes a ring of points that begins at `from` with a flat fan that looks along `normal`. */
function addCap(surface, from, sides, normal) {
  const first = surface.positions.length / 3;
  const ring = Array.from({length: sides}, (_, k) => surface.positions.slice((from + k) * 3, (from + k) * 3 + 3));
  const middle = scale(ring.reduce(add), 1 / sides);
  for (const point of [middle, ...ring]) {
    surface.positions.push(...point);
    surface.normals.push(...normal);
    const off = subtract(point, middle);
    surface.uvs.push(off[0] + off[1] * 0.3, off[2] + off[1]);
  }
  const isFront = dot(cross(subtract(ring[0], middle), subtract(ring[1], middle)), normal) > 0;
  for (let k = 0; k < sides; k++) {
    const a = first + 1 + k;
    const b = first + 1 + ((k + 1) % sides);
    surface.indices.push(first, ...(isFront ? [a, b] : [b, a]));
  }
}

function anyNormal(tangent) {
  const side = Math.abs(tangent[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0];
  return normalize(cross(cross(tangent, side), tangent));
}

/** A profile of `[radius, height]` points turned about the vertical axis, from the bottom up; hard corners stay hard. */
export function lathe(profile, {sides = 32, creaseDeg = 40} = {}) {
  const surface = emptySurface();
  const slope = (i) => [profile[i + 1][0] - profile[i][0], profile[i + 1][1] - profile[i][1]];
  const normalOf = ([dr, dy]) => [dy / Math.hypot(dr, dy), -dr / Math.hypot(dr, dy)];
  const segments = profile.length - 1;
  const isSmooth = (i) => {
    if (i < 0 || i >= segments - 1) return false;
    const [a, b] = [normalOf(slope(i)), normalOf(slope(i + 1))];
    return a[0] * b[0] + a[1] * b[1] > Math.cos((creaseDeg * Math.PI) / 180);
  };
  const shared = (i, j) => {
    const [a, b] = [normalOf(slope(i)), normalOf(slope(j))];
    const length = Math.hypot(a[0] + b[0], a[1] + b[1]);
    return [(a[0] + b[0]) / length, (a[1] + b[1]) / length];
  };
  let along = 0;
  for (let i = 0; i < segments; i++) {
    const first = surface.positions.length / 3;
    const own = normalOf(slope(i));
    const ends = [isSmooth(i - 1) ? shared(i - 1, i) : own, isSmooth(i) ? shared(i, i + 1) : own];
    for (const end of [0, 1]) {
      const [radius, height] = profile[i + end];
      if (end === 1) along += Math.hypot(...slope(i));
      for (let k = 0; k <= sides; k++) {
        const angle = (k / sides) * 2 * Math.PI;
        surface.positions.push(Math.sin(angle) * radius, height, Math.cos(angle) * radius);
        surface.normals.push(Math.sin(angle) * ends[end][0], ends[end][1], Math.cos(angle) * ends[end][0]);
        surface.uvs.push(along, (angle / (2 * Math.PI)) * 0.12);
      }
    }
    for (let k = 0; k < sides; k++) {
      const a = first + k;
      const b = a + sides + 1;
      if (profile[i][0] > 0) surface.indices.push(a, a + 1, b + 1);
      if (profile[i + 1][0] > 0) surface.indices.push(a, b + 1, b);
    }
  }
  return surface;
}

// Noise that repeats, so that what is made of it tiles without a seam. Seeded: the same numbers on every machine.

/** A well mixed 32-bit hash of three integers. */
export function hash(x, y, seed) {
  let h = Math.imul(x, 0x27d4eb2f) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in 0..1 that depends on three integers alone. */
export const chance = (x, y, seed) => hash(x, y, seed) / 4294967296;

const wrap = (value, period) => ((value % period) + period) % period;
const fade = (t) => t * t * t * (t * (t * 6 - 15) + 10);
const mix = (a, b, t) => a + (b - a) * t;

const gradientX = new Float64Array(16);
const gradientY = new Float64Array(16);
for (let i = 0; i < 16; i++) {
  gradientX[i] = Math.cos(((i + 0.5) * Math.PI) / 8) * 1.5;
  gradientY[i] = Math.sin(((i + 0.5) * Math.PI) / 8) * 1.5;
}

function slope(cx, cy, seed, dx, dy) {
  const i = hash(cx, cy, seed) & 15;
  return gradientX[i] * dx + gradientY[i] * dy;
}

/**
 * Gradient noise, about -1..1.
 *
 * @param {number} x
 * @param {number} y
 * @param {{periodX: number, periodY: number, seed: number}} options After how many cells it repeats: whole numbers.
 */
export function noise(x, y, {periodX, periodY, seed}) {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const dx = x - x0;
  const dy = y - y0;
  const left = wrap(x0, periodX);
  const right = wrap(x0 + 1, periodX);
  const low = wrap(y0, periodY);
  const high = wrap(y0 + 1, periodY);
  const fx = fade(dx);
  return mix(
    mix(slope(left, low, seed, dx, dy), slope(right, low, seed, dx - 1, dy), fx),
    mix(slope(left, high, seed, dx, dy - 1), slope(right, high, seed, dx - 1, dy - 1), fx),
    fade(dy),
  );
}

/** Several octaves of `noise`, each twice as fine and half as strong. */
export function layeredNoise(x, y, {periodX, periodY, seed, octaves}) {
  let sum = 0;
  let strength = 1;
  let total = 0;
  for (let i = 0; i < octaves; i++) {
    const scale = 2 ** i;
    sum += strength * noise(x * scale, y * scale, {periodX: periodX * scale, periodY: periodY * scale, seed: seed + i});
    total += strength;
    strength /= 2;
  }
  return sum / total;
}

/** Distances to the nearest and the second nearest of points strewn one to a cell, and the nearest one's number. */
export function cells(x, y, {period, seed, jitter = 1}) {
  const cx = Math.floor(x);
  const cy = Math.floor(y);
  let first = Infinity;
  let second = Infinity;
  let id = 0;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const wx = wrap(cx + i, period);
      const wy = wrap(cy + j, period);
      const dx = cx + i + 0.5 + jitter * (chance(wx, wy, seed) - 0.5) - x;
      const dy = cy + j + 0.5 + jitter * (chance(wx, wy, seed + 1) - 0.5) - y;
      const distance = Math.hypot(dx, dy);
      if (distance < first) {
        second = first;
        first = distance;
        id = hash(wx, wy, seed + 2);
      } else if (distance < second) second = distance;
    }
  }
  return {first, second, id};
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from, to, value) {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

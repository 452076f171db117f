// Bounds are floats. A result of whole numbers that is a safe whole number has not been rounded; anything else is moved
// outward by more than the rounding, so that the exact value always lies between the bounds.

/** At most the exact value that was rounded to `x`. */
export function lowerOf(x: number): number {
  if (!Number.isFinite(x)) return x > 0 ? Number.MAX_VALUE : -Infinity;
  return x - Math.abs(x) * 2 ** -51 - 1e-300;
}

/** At least the exact value that was rounded to `x`. */
export function upperOf(x: number): number {
  return -lowerOf(-x);
}

export function addLow(a: number, b: number): number {
  const sum = a + b;
  return isExact(a, b, sum) ? sum : Number.isNaN(sum) ? -Infinity : lowerOf(sum);
}

export function addHigh(a: number, b: number): number {
  return -addLow(-a, -b);
}

/** Bounds of the products of two intervals that are not empty. */
export function multiply(aLow: number, aHigh: number, bLow: number, bHigh: number): [number, number] {
  return hull([times(aLow, bLow), times(aLow, bHigh), times(aHigh, bLow), times(aHigh, bHigh)]);
}

/** Bounds of the quotients; the whole line when the divisor can be 0. */
export function divide(aLow: number, aHigh: number, bLow: number, bHigh: number): [number, number] {
  if (bLow <= 0 && bHigh >= 0) return [-Infinity, Infinity];
  return hull([by(aLow, bLow), by(aLow, bHigh), by(aHigh, bLow), by(aHigh, bHigh)]);
}

/** A float near an exact value, and whether it is that value. */
type Result = readonly [number, boolean];

function times(a: number, b: number): Result {
  // A bound at infinity is never reached, so nothing times it is nothing.
  if (a === 0 || b === 0) return [0, true];
  return [a * b, isExact(a, b, a * b)];
}

function by(a: number, b: number): Result {
  if (a === 0) return [0, true];
  if (!Number.isFinite(b)) return [Number.isFinite(a) ? 0 : Math.sign(a) * Math.sign(b) * Infinity, true];
  return [a / b, isExact(a, b, a / b)];
}

function hull(results: readonly Result[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const [x, exact] of results) {
    low = Math.min(low, exact ? x : lowerOf(x));
    high = Math.max(high, exact ? x : upperOf(x));
  }
  return [low, high];
}

function isExact(a: number, b: number, result: number): boolean {
  return Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(result);
}

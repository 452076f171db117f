import {TwikError} from '../error.js';
import type {Exact} from './exact.js';

/** A reduced fraction with a positive denominator. Never equal to a safe integer: those are plain numbers. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);

// Without a limit, a few formulas that each square the one before would run for ever.
const limit = 2n ** 4096n;

/**
 * The exact number `numerator / denominator` in its only form.
 *
 * @throws TwikError `division-by-zero` or, beyond 4096 bits, `number-too-large`.
 */
export function makeExact(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 0n) {
    throw new TwikError('division-by-zero', 'A number is divided by zero. Guard the division: "b == 0 ? … : a / b".');
  }
  if (denominator < 0n) [numerator, denominator] = [-numerator, -denominator];
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  if (divisor !== 1n) [numerator, denominator] = [numerator / divisor, denominator / divisor];
  if (denominator === 1n && numerator <= maxSafe && numerator >= -maxSafe) return Number(numerator);
  if (numerator > limit || numerator < -limit || denominator > limit) {
    throw new TwikError('number-too-large', 'A number has more than 1,200 digits. Round intermediate results.');
  }
  return {numerator, denominator};
}

export function numeratorOf(x: Exact): bigint {
  return typeof x === 'number' ? BigInt(x) : x.numerator;
}

export function denominatorOf(x: Exact): bigint {
  return typeof x === 'number' ? 1n : x.denominator;
}

/** Of a number that is not negative and one that is positive. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (a > maxSafe || b > maxSafe) {
    if (b === 0n) return a;
    [a, b] = [b, a % b];
  }
  // Plain numbers are several times faster, and nearly always enough.
  let x = Number(a);
  let y = Number(b);
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

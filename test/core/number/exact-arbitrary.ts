import * as fc from 'fast-check';
import type {Exact} from '../../../src/core/number/exact.js';
import {denominatorOf, makeExact, numeratorOf} from '../../../src/core/number/rational.js';

const edge = Number.MAX_SAFE_INTEGER;

const integers = fc.oneof(
  fc.integer({min: -20, max: 20}).map(BigInt),
  fc.constantFrom(BigInt(edge), -BigInt(edge), BigInt(edge) + 1n, BigInt(edge) - 1n),
  fc.bigInt({min: -(10n ** 40n), max: 10n ** 40n}),
);

/** Exact numbers: small, around the limit of plain numbers, and large fractions. */
export const exacts: fc.Arbitrary<Exact> = fc
  .tuple(
    integers,
    integers.filter((n) => n !== 0n),
    fc.boolean(),
  )
  .map(([numerator, denominator, whole]) => makeExact(numerator, whole ? 1n : denominator));

/** Whether a number is in its only form: safe integers plain, fractions reduced over a positive denominator. */
export function isCanonical(x: Exact): boolean {
  if (typeof x === 'number') return Number.isSafeInteger(x) && !Object.is(x, -0);
  const {numerator, denominator} = x;
  if (denominator < 1n) return false;
  if (denominator === 1n) return numerator > BigInt(edge) || numerator < -BigInt(edge);
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 1n;
}

/** Whether the number is `numerator / denominator`, by cross multiplication alone. */
export function isQuotient(x: Exact, numerator: bigint, denominator: bigint): boolean {
  return numeratorOf(x) * denominator === numerator * denominatorOf(x);
}

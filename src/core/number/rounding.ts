import {TwikError} from '../error.js';
import {divide, multiply, sign} from './arithmetic.js';
import {makeExact} from './rational.js';
import type {Exact} from './exact.js';

/** Which neighbour is taken; `half-…` take the nearer one, and say what happens midway. */
export type RoundingMode = 'half-away' | 'half-even' | 'floor' | 'ceil';

/** The nearest integer by the mode. */
export function roundToInteger(x: Exact, mode: RoundingMode): Exact {
  if (typeof x === 'number') return x;
  const {numerator, denominator} = x;
  if (denominator === 1n) return x;
  let floor = numerator / denominator;
  if (numerator < 0n) floor -= 1n;
  return makeExact(isUp(floor, numerator - floor * denominator, denominator, mode) ? floor + 1n : floor, 1n);
}

/** Whether `floor + rest / denominator`, with a rest above 0, is rounded up. */
function isUp(floor: bigint, rest: bigint, denominator: bigint, mode: RoundingMode): boolean {
  if (mode === 'floor') return false;
  if (mode === 'ceil') return true;
  if (2n * rest !== denominator) return 2n * rest > denominator;
  return mode === 'half-away' ? floor >= 0n : floor % 2n !== 0n;
}

/**
 * Rounds to a multiple of `step`.
 *
 * @throws TwikError `step-invalid` when the step is not above 0.
 */
export function roundToStep(x: Exact, step: Exact, mode: RoundingMode): Exact {
  if (sign(step) <= 0) throw new TwikError('step-invalid', 'A step to round to must be greater than 0.');
  return multiply(roundToInteger(divide(x, step), mode), step);
}

/**
 * An amount in major units as whole minor units, half-even.
 *
 * @param digits Decimal places of the currency, such as 2.
 * @throws TwikError `amount-too-large` beyond 2^53 - 1 minor units.
 */
export function toMinorUnits(x: Exact, digits: number): number {
  const amount = roundToInteger(multiply(x, 10 ** digits), 'half-even');
  if (typeof amount === 'number') return amount;
  throw new TwikError('amount-too-large', 'An amount is beyond 2^53 - 1 minor units. Check rates and quantities.');
}

import {TwikError} from '../error.js';
import {divide, multiply, sign} from './arithmetic.js';
import {makeExact} from './rational.js';
import type {Exact} from './exact.js';

/** Which neighbour is taken; `half-…` take the nearer one, and say what happens midway. */
export type RoundingMode = 'half-away' | 'half-even' | 'floor' | 'ceil';

/** The quotient as an integer. The denominator is positive. */
export function roundQuotient(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const rest = ((numerator % denominator) + denominator) % denominator;
  const floor = (numerator - rest) / denominator;
  return rest !== 0n && isUp(floor, 2n * rest - denominator, mode) ? floor + 1n : floor;
}

/** Whether to leave `floor`, given by how much twice the rest exceeds the denominator. */
function isUp(floor: bigint, excess: bigint, mode: RoundingMode): boolean {
  if (mode === 'floor') return false;
  if (mode === 'ceil') return true;
  if (excess !== 0n) return excess > 0n;
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

function roundToInteger(x: Exact, mode: RoundingMode): Exact {
  return typeof x === 'number' ? x : makeExact(roundQuotient(x.numerator, x.denominator, mode), 1n);
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
  throw new TwikError('amount-too-large', 'An amount is beyond 2^53 - 1. Check rates and quantities.');
}

import type {Rational} from './rational.js';

/**
 * An exact number. A safe integer is held as a plain `number`, which keeps the common case fast;
 * everything else is a reduced fraction. A `number` here is never fractional and never beyond 2^53 - 1.
 */
export type Exact = number | Rational;

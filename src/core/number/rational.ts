/** A reduced fraction with a positive denominator. Never equal to a safe integer: those are plain numbers. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

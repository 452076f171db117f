import {denominatorOf, makeExact, numeratorOf} from './rational.js';
import type {Exact} from './exact.js';

// A sum or product of safe integers that is itself safe has not been rounded. `+ 0` turns -0 into 0.

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return makeExact(
    numeratorOf(a) * denominatorOf(b) + numeratorOf(b) * denominatorOf(a),
    denominatorOf(a) * denominatorOf(b),
  );
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return makeExact(numeratorOf(a) * numeratorOf(b), denominatorOf(a) * denominatorOf(b));
}

/** @throws TwikError `division-by-zero`. */
export function divide(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const quotient = a / b;
    if (Number.isSafeInteger(quotient)) return quotient + 0;
  }
  return makeExact(numeratorOf(a) * denominatorOf(b), denominatorOf(a) * numeratorOf(b));
}

export function negate(x: Exact): Exact {
  return typeof x === 'number' ? 0 - x : {numerator: -x.numerator, denominator: x.denominator};
}

export function absolute(x: Exact): Exact {
  return sign(x) < 0 ? negate(x) : x;
}

/** Negative when `a` is less, 0 when they are equal, positive when `a` is greater. */
export function compare(a: Exact, b: Exact): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = numeratorOf(a) * denominatorOf(b);
  const right = numeratorOf(b) * denominatorOf(a);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** -1, 0 or 1. */
export function sign(x: Exact): number {
  return typeof x === 'number' ? Math.sign(x) : x.numerator < 0n ? -1 : 1;
}

export function isInteger(x: Exact): boolean {
  return typeof x === 'number' || x.denominator === 1n;
}

import {TwikError} from '../error.js';
import {makeExact} from './rational.js';
import {roundQuotient} from './rounding.js';
import type {Exact} from './exact.js';

// Bounded, so that no text makes a number that takes long.
const pattern = /^([+-]?)(\d{1,400})(?:\.(\d{1,400}))?(?:[eE]([+-]?0*[0-3]?\d{1,2}))?$/;

/** Reads `12`, `-0.5` or `1.5e-3`, exactly; `null` when the text is no such number. */
export function parseDecimal(text: string): Exact | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [, minus, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction) * (minus === '-' ? -1n : 1n);
  return shift < 0 ? makeExact(digits, 10n ** BigInt(-shift)) : makeExact(digits * 10n ** BigInt(shift), 1n);
}

/**
 * The number that the shortest decimal form of a float says: 0.1 is one tenth.
 *
 * @throws TwikError `number-invalid` for NaN and the infinities.
 */
export function exactFromNumber(n: number): Exact {
  const exact = parseDecimal(String(n));
  if (exact === null) throw new TwikError('number-invalid', `${n} is not a finite number.`);
  return exact;
}

/** The nearest float. */
export function toNumber(x: Exact): number {
  if (typeof x === 'number') return x;
  const [above, below] = [Number(x.numerator), Number(x.denominator)];
  if (Number.isSafeInteger(above) && Number.isSafeInteger(below)) return above / below;
  // At least 25 digits that count: more than floats tell apart, and reading them rounds only once.
  return Number(toDecimalString(x, 25 + x.denominator.toString().length));
}

/**
 * The number as a decimal text without exponent: exact where that is finite, such as `0.125`; otherwise rounded
 * half-even to `maxDigits` decimal places.
 */
export function toDecimalString(x: Exact, maxDigits = 12): string {
  if (typeof x === 'number') return String(x);
  const digits = finiteDigits(x.denominator) ?? maxDigits;
  const text = roundQuotient(x.numerator * 10n ** BigInt(digits), x.denominator, 'half-even').toString();
  const isNegative = text.startsWith('-');
  const padded = text.slice(isNegative ? 1 : 0).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const fraction = padded.slice(padded.length - digits).replace(/0+$/, '');
  return `${isNegative ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** How many decimal places a fraction with this denominator has, or `null` when they never end. */
function finiteDigits(denominator: bigint): number | null {
  let twos = 0;
  let fives = 0;
  for (; denominator % 2n === 0n; denominator /= 2n) twos++;
  for (; denominator % 5n === 0n; denominator /= 5n) fives++;
  return denominator === 1n ? Math.max(twos, fives) : null;
}

import type {Exact} from '../../number/exact.js';
import {exactFromNumber, parseDecimal} from '../../number/decimal.js';
import type {Read} from '../json/place.js';

/** More than any float needs, and few enough that computing stays quick. */
const maxDigits = 400;

/** A number, or a decimal text for one that must not pass through floating point. */
export const exact: Read<Exact> = (value, place) => {
  if (typeof value === 'number') return exactFromNumber(value);
  return (isShort(value) ? parseDecimal(value) : null) ?? place.failNot('a number', value);
};

/** An amount of money or a rate, kept as it was written. */
export const decimal: Read<string> = (value, place) =>
  isShort(value) && parseDecimal(value) !== null ? value : place.failNot('a decimal in quotes, such as "40.00"', value);

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxDigits;
}

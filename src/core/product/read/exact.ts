import type {Exact} from '../../number/exact.js';
import {exactFromNumber, parseDecimal} from '../../number/decimal.js';
import {reportNot, type Read} from '../json/place.js';

/** More than any float needs, and few enough that computing stays quick. */
const maxDigits = 400;

/** A number, or a decimal text for one that must not pass through floating point. */
export const exact: Read<Exact> = (value, place) => exactOf(value) ?? reportNot(place, 'a number', value);

/** The exact number that a JSON value stands for, or `null`. */
export function exactOf(value: unknown): Exact | null {
  if (typeof value === 'string') return value.length <= maxDigits ? parseDecimal(value) : null;
  return typeof value === 'number' && Number.isFinite(value) ? exactFromNumber(value) : null;
}

/** An amount of money or a rate, kept as it was written. */
export const decimal: Read<string> = (value, place) =>
  typeof value === 'string' && exactOf(value) !== null
    ? value
    : reportNot(place, 'a decimal number in quotes, such as "40.00"', value);

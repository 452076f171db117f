import {compare, divide, isInteger, sign, subtract} from '../../number/arithmetic.js';
import {toDecimalString} from '../../number/decimal.js';
import {unitNames, unitOf} from '../../expression/units.js';
import {didYouMean} from '../../text/did-you-mean.js';
import {below, report, type Place} from '../json/place.js';
import type {NumberParameter} from '../parameter.js';

/** More values than anybody can choose from: finding the possible ones would take too long. */
const maxValues = 1_000_000;

type Range = Pick<NumberParameter, 'kind' | 'unit' | 'min' | 'max' | 'step' | 'default'>;

/** Checks unit and grid. */
export function checkRange({kind, unit, min, max, step}: Range, place: Place): boolean {
  if (unit !== null && unitOf(unit) === null) {
    const cure = didYouMean(unit, unitNames) || `Known: ${unitNames.join(', ')}.`;
    report(below(place, 'unit'), 'unit-unknown', `Unknown unit "${unit}". ${cure}`);
  }
  const invalid = (key: string, message: string) => {
    report(below(place, key), 'range-invalid', message);
    return false;
  };
  if (kind === 'integer') {
    for (const [key, value] of Object.entries({min, max, step})) {
      if (!isInteger(value)) return invalid(key, 'An integer has whole limits. Round it, or make the kind "number".');
    }
  }
  if (sign(step) <= 0) return invalid('step', 'A step is greater than 0. Write one such as 1.');
  if (compare(min, max) > 0)
    return invalid('max', `The maximum is below the minimum. Write at least ${toDecimalString(min)}.`);
  if (compare(divide(subtract(max, min), step), maxValues) > 0) {
    return invalid('step', `There are more than ${maxValues} values. Make the step greater.`);
  }
  return true;
}

/** Checks that the default is on the grid. */
export function checkDefaultNumber({min, max, step, default: value}: Range, place: Place): void {
  if (value === null) return;
  if (compare(value, min) >= 0 && compare(value, max) <= 0 && isInteger(divide(subtract(value, min), step))) return;
  report(
    below(place, 'default'),
    'default-invalid',
    `The default ${toDecimalString(value)} is not on the grid from ${toDecimalString(min)} to ${toDecimalString(max)} in steps of ${toDecimalString(step)}. Move it there.`,
  );
}

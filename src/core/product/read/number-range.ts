import {compare, divide, isInteger, sign, subtract} from '../../number/arithmetic.js';
import {toDecimalString} from '../../number/decimal.js';
import type {Exact} from '../../number/exact.js';
import {unitNames} from '../../expression/units.js';
import type {Place} from '../json/place.js';
import type {NumberParameter} from '../parameter.js';

/** More values than anybody can choose from: finding the possible ones would take too long. */
const maxValues = 1_000_000;

type Range = Pick<NumberParameter, 'min' | 'max' | 'step'>;

/** Checks unit and grid, and that the default is on it. */
export function checkRange(parameter: Range & Pick<NumberParameter, 'kind' | 'unit' | 'default'>, place: Place): void {
  const {kind, unit, min, max, step, default: value} = parameter;
  const check = (isRight: boolean, message: string): void => {
    if (!isRight) place.fail('range-invalid', message);
  };
  if (unit !== null && !place.at('unit').isKnown(unit, unitNames, 'unit')) place.giveUp();
  check(kind === 'number' || [min, max, step].every(isInteger), 'Round the limits, or make the kind "number".');
  check(sign(step) > 0, 'Write a "step" above 0.');
  check(compare(min, max) <= 0, 'Write a "max" that is not below "min".');
  check(
    compare(divide(subtract(max, min), step), maxValues) <= 0,
    `Make the "step" greater: over ${maxValues} values.`,
  );
  if (value !== null) checkValue(value, parameter, place.at('default'), 'default-invalid');
}

/** Checks that a number is on the grid. */
export function checkValue(value: Exact, {min, max, step}: Range, place: Place, code: string): void {
  if (compare(value, min) >= 0 && compare(value, max) <= 0 && isInteger(divide(subtract(value, min), step))) return;
  const [low, high, width] = [min, max, step].map((x) => toDecimalString(x));
  place.report(
    code,
    `${toDecimalString(value)} is not a value. Write one from ${low} to ${high} in steps of ${width}.`,
  );
}

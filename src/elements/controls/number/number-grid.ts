import {add, compare, multiply, subtract} from '../../../core/number/arithmetic.js';
import {exactFromNumber, parseDecimal, toNumber} from '../../../core/number/decimal.js';
import type {Exact} from '../../../core/number/exact.js';
import {roundToStep} from '../../../core/number/rounding.js';
import type {NumberParameter} from '../../../core/product/parameter.js';

type Grid = Pick<NumberParameter, 'min' | 'max' | 'step'>;

/** What a person's typing stands for. */
export type NumberEntry =
  /** Off the grid it is rounded to the nearest value on it. */
  | {readonly kind: 'value'; readonly value: number; readonly isRounded: boolean}
  /** Not a number, or beyond what the parameter can ever be. */
  | {readonly kind: 'invalid'};

/** Reads what a number field holds, in the parameter's own unit. */
export function readNumberEntry(text: string, grid: Grid): NumberEntry {
  const entered = parseDecimal(text.trim());
  if (entered === null || compare(entered, grid.min) < 0 || compare(entered, grid.max) > 0) return {kind: 'invalid'};
  const nearest = nearestOnGrid(entered, grid);
  return {kind: 'value', value: toNumber(nearest), isRounded: compare(nearest, entered) !== 0};
}

/** The value so many steps away; `null` beyond the limits. Exact, so that 0.1 + 0.2 is 0.3. */
export function stepFrom(value: number, steps: number, grid: Grid): number | null {
  const target = add(nearestOnGrid(exactFromNumber(value), grid), multiply(grid.step, steps));
  return compare(target, grid.min) < 0 || compare(target, grid.max) > 0 ? null : toNumber(target);
}

function nearestOnGrid(value: Exact, {min, max, step}: Grid): Exact {
  const nearest = add(min, roundToStep(subtract(value, min), step, 'half-away'));
  // The greatest value may lie below a maximum that is not on the grid.
  return compare(nearest, max) > 0 ? subtract(nearest, step) : nearest;
}

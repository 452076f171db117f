import {absolute, add, compare} from '../number/arithmetic.js';
import type {Exact} from '../number/exact.js';
import {roundToStep, type RoundingMode} from '../number/rounding.js';
import {numberOf, numeric} from './operators.js';
import type {RuntimeValue} from './value.js';

type FunctionBody = (values: readonly RuntimeValue[]) => RuntimeValue;

/**
 * The functions that need nothing but their arguments; `round` and the like throw TwikError `step-invalid` when the step
 * is not above 0. `if` is missing: checking turns it into a conditional; `attribute` and `lookup` are bound to their
 * data by `bindCall`.
 */
export const functions: ReadonlyMap<string, FunctionBody> = new Map<string, FunctionBody>([
  ['min', extreme(-1)],
  ['max', extreme(1)],
  ['sum', (values) => numbersOf(values).reduce(add, 0)],
  ['abs', ([value = null]) => numeric(absolute)(value, 0)],
  ['round', rounded('half-away')],
  ['floor', rounded('floor')],
  ['ceil', rounded('ceil')],
  [
    'count',
    (values) => {
      const [first] = values;
      return Array.isArray(first) ? first.length : values.filter((value) => value === true).length;
    },
  ],
  ['length', ([text]) => (typeof text === 'string' ? Array.from(text).length : null)],
]);

function numbersOf(values: readonly RuntimeValue[]): Exact[] {
  return values.map(numberOf).filter((x) => x !== null);
}

/** The least (`sign` -1) or greatest (1) of the numbers there are. */
function extreme(sign: number): FunctionBody {
  return (values) =>
    numbersOf(values).reduce<Exact | null>(
      (best, x) => (best !== null && compare(x, best) * sign <= 0 ? best : x),
      null,
    );
}

function rounded(mode: RoundingMode): FunctionBody {
  const round = numeric((x, step) => roundToStep(x, step, mode));
  return ([value = null, step = 1]) => round(value, step);
}

import {absolute, add, compare} from '../number/arithmetic.js';
import type {Exact} from '../number/exact.js';
import {roundToStep, type RoundingMode} from '../number/rounding.js';
import {numberOf} from './operators.js';
import type {RuntimeValue} from './value.js';

type FunctionBody = (values: readonly RuntimeValue[]) => RuntimeValue;

/**
 * The functions that need nothing but their arguments. `if` is missing: checking turns it into a conditional;
 * `attribute` and `lookup` are bound to their data by `bindCall`.
 */
const functions = {
  min: (values) => extreme(values, -1),
  max: (values) => extreme(values, 1),
  sum: (values) => numbersOf(values).reduce(add, 0),
  abs: ([value = null]) => {
    const x = numberOf(value);
    return x && absolute(x);
  },
  round: rounded('half-away'),
  floor: rounded('floor'),
  ceil: rounded('ceil'),
  count: ([first = null, ...rest]) =>
    Array.isArray(first) ? first.length : [first, ...rest].filter((value) => value === true).length,
  length: ([text = null]) => (typeof text === 'string' ? Array.from(text).length : null),
} satisfies Readonly<Record<string, FunctionBody>>;

/** A function that needs nothing but its arguments. */
export type FunctionName = keyof typeof functions;

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** @throws TwikError `step-invalid` when the step to round to is not above 0. */
export function applyFunction(name: FunctionName, values: readonly RuntimeValue[]): RuntimeValue {
  return functions[name](values);
}

function numbersOf(values: readonly RuntimeValue[]): Exact[] {
  return values.map(numberOf).filter((x) => x !== null);
}

/** The least (`sign` -1) or greatest (1) of the numbers there are. */
function extreme(values: readonly RuntimeValue[], sign: number): RuntimeValue {
  let best: Exact | null = null;
  for (const x of numbersOf(values)) if (best === null || compare(x, best) * sign > 0) best = x;
  return best;
}

function rounded(mode: RoundingMode): FunctionBody {
  return ([value = null, step = 1]) => {
    const x = numberOf(value);
    const grid = numberOf(step);
    return x === null || grid === null ? null : roundToStep(x, grid, mode);
  };
}

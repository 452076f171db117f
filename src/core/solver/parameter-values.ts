import {add, compare, divide, isInteger, multiply, subtract} from '../number/arithmetic.js';
import {exactFromNumber, toNumber} from '../number/decimal.js';
import {roundToStep} from '../number/rounding.js';
import type {Exact} from '../number/exact.js';
import type {FiniteParameter, NumberParameter, Parameter, Value} from '../product/parameter.js';

/** Whether the rule engine reasons about the parameter. */
export function isFinite(parameter: Parameter): parameter is FiniteParameter {
  return parameter.kind !== 'text' && parameter.kind !== 'color';
}

/** How many proper values each variable of a parameter has. */
export function properSizeOf(parameter: FiniteParameter): number {
  switch (parameter.kind) {
    case 'choice':
      return parameter.options.length;
    case 'choices':
    case 'boolean':
      return 2;
    case 'integer':
    case 'number': {
      const steps = roundToStep(divide(subtract(parameter.max, parameter.min), parameter.step), 1, 'floor');
      return toNumber(steps) + 1;
    }
  }
}

/** Whether `null` can be picked: an open choice of options is no options. */
export function hasNone(parameter: FiniteParameter): boolean {
  return !parameter.required && parameter.kind !== 'choices';
}

/** The number at an index, in the parameter's own unit. */
export function numberAt({min, step}: NumberParameter, index: number): Exact {
  return add(min, multiply(index, step));
}

/** The index of a number; `null` when it is not on the grid. */
export function indexOfNumber({min, max, step}: NumberParameter, x: Exact): number | null {
  if (compare(x, min) < 0 || compare(x, max) > 0) return null;
  const index = divide(subtract(x, min), step);
  return isInteger(index) ? toNumber(index) : null;
}

/** The indices that stand for a value, one for each variable; `null` when the parameter cannot have it. */
export function encodeValue(parameter: FiniteParameter, value: Value): readonly number[] | null {
  if (parameter.kind === 'choices') {
    const picked = value === null && !parameter.required ? [] : value;
    if (!Array.isArray(picked)) return null;
    return parameter.options.map(({id}) => (picked.includes(id) ? 1 : 0));
  }
  if (value === null) return hasNone(parameter) ? [properSizeOf(parameter)] : null;
  switch (parameter.kind) {
    case 'choice': {
      const index = parameter.options.findIndex(({id}) => id === value);
      return index < 0 ? null : [index];
    }
    case 'boolean':
      return typeof value === 'boolean' ? [value ? 1 : 0] : null;
    case 'integer':
    case 'number': {
      const index = typeof value === 'number' ? indexOfNumber(parameter, exactFromNumber(value)) : null;
      return index === null ? null : [index];
    }
  }
}

/** The value that indices stand for. */
export function decodeValue(parameter: FiniteParameter, indices: readonly number[]): Value {
  const [index = 0] = indices;
  if (index >= properSizeOf(parameter)) return null;
  switch (parameter.kind) {
    case 'choice':
      return parameter.options[index]?.id ?? null;
    case 'choices':
      return parameter.options.filter((_, place) => indices[place] === 1).map(({id}) => id);
    case 'boolean':
      return index === 1;
    case 'integer':
    case 'number':
      return toNumber(numberAt(parameter, index));
  }
}

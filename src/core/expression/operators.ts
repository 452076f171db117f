import {TwikError} from '../error.js';
import {add, compare, divide, multiply, subtract} from '../number/arithmetic.js';
import type {Exact} from '../number/exact.js';
import type {BinaryOperator} from './node.js';
import type {RuntimeValue} from './value.js';

type Operation = (left: RuntimeValue, right: RuntimeValue) => RuntimeValue;

/** What each operator does, `null` included; `&&` and `||` are missing, for a compiled formula stops early there. */
export const binaryOperations: Readonly<Record<Exclude<BinaryOperator, '&&' | '||'>, Operation>> = {
  '==': isSameValue,
  '!=': (left, right) => !isSameValue(left, right),
  '<': numeric((a, b) => compare(a, b) < 0, false),
  '<=': numeric((a, b) => compare(a, b) <= 0, false),
  '>': numeric((a, b) => compare(a, b) > 0, false),
  '>=': numeric((a, b) => compare(a, b) >= 0, false),
  '+': numeric(add),
  '-': numeric(subtract),
  '*': numeric(multiply),
  '/': numeric(divide),
};

/** Equality as `==` has it. */
export function isSameValue(a: RuntimeValue, b: RuntimeValue): boolean {
  return a === b || (isFraction(a) && isFraction(b) && a.numerator === b.numerator && a.denominator === b.denominator);
}

/** Whether a value is a number, but no safe integer. */
export function isFraction(value: RuntimeValue): value is Exclude<Exact, number> {
  return typeof value === 'object' && value !== null && 'denominator' in value;
}

/**
 * A value as the number that the checked formula says it is, or `null`.
 *
 * @throws TwikError `value-type` when whoever gave the scope gave something else.
 */
export function numberOf(value: RuntimeValue): Exact | null {
  if (typeof value === 'number' || value === null || isFraction(value)) return value;
  throw new TwikError('value-type', `A formula was given ${JSON.stringify(value)} in place of a number.`);
}

/** An operation on numbers as one on values; it is `otherwise` where one of them is `null`. */
export function numeric(operation: (a: Exact, b: Exact) => RuntimeValue, otherwise: false | null = null): Operation {
  return (left, right) => {
    const a = numberOf(left);
    const b = numberOf(right);
    return a === null || b === null ? otherwise : operation(a, b);
  };
}

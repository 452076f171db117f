import {TwikError} from '../error.js';
import {add, compare, divide, multiply, negate, subtract} from '../number/arithmetic.js';
import type {Exact} from '../number/exact.js';
import type {BinaryOperator, UnaryOperator} from './node.js';
import type {RuntimeValue} from './value.js';

type Operation = (left: RuntimeValue, right: RuntimeValue) => RuntimeValue;

/** What each operator does, `null` included. Here `&&` and `||` get both sides; a compiled formula stops early. */
export const binaryOperations: Readonly<Record<BinaryOperator, Operation>> = {
  '&&': (left, right) => left === true && right === true,
  '||': (left, right) => left === true || right === true,
  '==': isSameValue,
  '!=': (left, right) => !isSameValue(left, right),
  '<': order((sign) => sign < 0),
  '<=': order((sign) => sign <= 0),
  '>': order((sign) => sign > 0),
  '>=': order((sign) => sign >= 0),
  '+': arithmetic(add),
  '-': arithmetic(subtract),
  '*': arithmetic(multiply),
  '/': arithmetic(divide),
};

/** @throws TwikError `division-by-zero`. */
export function applyBinary(operator: BinaryOperator, left: RuntimeValue, right: RuntimeValue): RuntimeValue {
  return binaryOperations[operator](left, right);
}

export function applyUnary(operator: UnaryOperator, operand: RuntimeValue): RuntimeValue {
  if (operator === '!') return operand !== true;
  const x = numberOf(operand);
  return x === null ? null : negate(x);
}

/** Equality as `==` has it. */
export function isSameValue(a: RuntimeValue, b: RuntimeValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if ('denominator' in a && 'denominator' in b) return a.numerator === b.numerator && a.denominator === b.denominator;
  return false;
}

/** `x in list`, where the list is a literal or the value of a `choices` parameter; nothing is in `null`. */
export function isAmong(item: RuntimeValue, list: readonly RuntimeValue[] | null): boolean {
  return list !== null && list.some((other) => isSameValue(item, other));
}

/**
 * A value as the number that the checked formula says it is, or `null`.
 *
 * @throws TwikError `value-type` when whoever gave the scope gave something else.
 */
export function numberOf(value: RuntimeValue): Exact | null {
  if (typeof value === 'number' || value === null) return value;
  if (typeof value === 'object' && 'denominator' in value) return value;
  throw new TwikError('value-type', `A formula was given ${JSON.stringify(value)} in place of a number.`);
}

function arithmetic(operation: (a: Exact, b: Exact) => Exact): Operation {
  return (left, right) => {
    const a = numberOf(left);
    const b = numberOf(right);
    return a === null || b === null ? null : operation(a, b);
  };
}

function order(holds: (sign: number) => boolean): Operation {
  return (left, right) => {
    const a = numberOf(left);
    const b = numberOf(right);
    return a !== null && b !== null && holds(compare(a, b));
  };
}

import {addHigh, addLow, divide, multiply} from '../interval.js';
import {FALSE, NULL, Range, TRUE, WORDS} from './range.js';
import {roundingBounds} from './rounding.js';

/** Works out what an operator or a function can come to from what its operands can. */
export type Operation = (range: Range, operands: readonly Range[]) => unknown;

type Bounds = readonly [number, number];

export const anything: Operation = (range) => range.set(-Infinity, Infinity, NULL | TRUE | FALSE | WORDS);

const nothing = new Range();

/** By operator, name of a function, or kind of node. What is missing can come to anything. */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['+', numeric((a, b) => [addLow(a.low, b.low), addHigh(a.high, b.high)])],
  ['-', numeric((a, b) => [addLow(a.low, -b.high), addHigh(a.high, -b.low)])],
  ['*', numeric((a, b) => multiply(a.low, a.high, b.low, b.high))],
  ['/', numeric((a, b) => divide(a.low, a.high, b.low, b.high))],
  ['abs', numeric(({low, high}) => [low > 0 ? low : high < 0 ? -high : 0, Math.max(-low, high)])],
  ...(['round', 'floor', 'ceil'] as const).map((mode): [string, Operation] => [
    mode,
    numeric((a, step) => (step.low > 0 ? roundingBounds(mode, a, step) : [-Infinity, Infinity])),
  ]),
  ['min', extreme(1)],
  ['max', extreme(-1)],
  [
    'sum',
    (range, terms) => {
      range.set(0, 0, 0);
      for (const {low, high, flags, hasNumber} of terms) {
        // Null counts for nothing.
        const isOptional = (flags & NULL) !== 0;
        const [least, most] = !isOptional ? [low, high] : hasNumber ? [Math.min(0, low), Math.max(0, high)] : [0, 0];
        range.set(addLow(range.low, least), addHigh(range.high, most), 0);
      }
    },
  ],
  [
    'count',
    (range, items) => {
      const certain = items.filter(({canBeOther}) => !canBeOther).length;
      range.set(certain, items.filter(({canHold}) => canHold).length, 0);
    },
  ],
  ['!', (range, [a = nothing]) => range.setTruth(a.canBeOther, a.canHold)],
  ['&&', (range, [a = nothing, b = nothing]) => range.setTruth(a.canHold && b.canHold, a.canBeOther || b.canBeOther)],
  ['||', (range, [a = nothing, b = nothing]) => range.setTruth(a.canHold || b.canHold, a.canBeOther && b.canBeOther)],
  [
    'conditional',
    (range, [condition = nothing, a = nothing, b = nothing]) => {
      range.clear();
      if (condition.canHold) range.add(a);
      if (condition.canBeOther) range.add(b);
    },
  ],
  ['==', among],
  ['in', among],
  [
    '!=',
    (range, operands) => {
      const {canHold, canBeOther} = among(range, operands);
      range.setTruth(canBeOther, canHold);
    },
  ],
  ['<', (range, [a = nothing, b = nothing]) => compare(range, a, b, a.low < b.high, a.high >= b.low)],
  ['<=', (range, [a = nothing, b = nothing]) => compare(range, a, b, a.low <= b.high, a.high > b.low)],
  ['>', (range, [a = nothing, b = nothing]) => compare(range, a, b, a.high > b.low, a.low <= b.high)],
  ['>=', (range, [a = nothing, b = nothing]) => compare(range, a, b, a.high >= b.low, a.low < b.high)],
]);

/** What is null where an operand is. A missing second operand is 1. */
function numeric(bounds: (a: Range, b: Range) => Bounds): Operation {
  const one = new Range().set(1, 1, 0);
  return (range, [a = nothing, b = one]) => {
    range.clear().flags = (a.flags | b.flags) & NULL;
    if (a.hasNumber && b.hasNumber) range.set(...bounds(a, b), range.flags);
  };
}

/** The least (sign 1) or greatest (sign -1) of some terms, nulls left out. */
function extreme(sign: 1 | -1): Operation {
  return (range, terms) => {
    let [least, certain, most, flags] = [Infinity, Infinity, -Infinity, NULL];
    for (const term of terms) {
      const [low, high] = sign === 1 ? [term.low, term.high] : [-term.high, -term.low];
      least = Math.min(least, low);
      most = Math.max(most, high);
      if ((term.flags & NULL) !== 0) continue;
      flags = 0;
      certain = Math.min(certain, high);
    }
    const high = Math.min(certain, most);
    range.set(sign === 1 ? least : -high, sign === 1 ? high : -least, flags);
  };
}

/** Whether the first is the same as one of the others. */
function among(range: Range, [item = nothing, ...others]: readonly Range[]): Range {
  const same = others.filter((other) => item.overlaps(other));
  return range.setTruth(same.length > 0, !item.isSingle || !same.some(({isSingle}) => isSingle));
}

/** An order of two numbers is false with null. */
function compare(range: Range, a: Range, b: Range, canHold: boolean, canFail: boolean): void {
  const hasNumbers = a.hasNumber && b.hasNumber;
  range.setTruth(hasNumbers && canHold, ((a.flags | b.flags) & NULL) !== 0 || (hasNumbers && canFail));
}

import {isFraction} from '../../expression/operators.js';
import {toNumber} from '../../number/decimal.js';
import type {Exact} from '../../number/exact.js';
import {lowerOf, upperOf} from '../interval.js';
import {FAILED, type Outcome} from './formulas.js';

/** Flags of what is no number. */
export const NULL = 1;
export const TRUE = 2;
export const FALSE = 4;
/** Options, sets of options, and other texts: which ones is not kept. */
export const WORDS = 8;

/** A superset of what a formula can come to: numbers between two bounds, and what the flags say. What fails is left out. */
export class Range {
  low = Infinity;
  high = -Infinity;
  flags = 0;

  set(low: number, high: number, flags: number): this {
    this.low = low;
    this.high = high;
    this.flags = flags;
    return this;
  }

  clear(): this {
    return this.set(Infinity, -Infinity, 0);
  }

  setTruth(canHold: boolean, canBeOther: boolean): this {
    return this.set(Infinity, -Infinity, (canHold ? TRUE : 0) | (canBeOther ? FALSE : 0));
  }

  get hasNumber(): boolean {
    return this.low <= this.high;
  }

  get canHold(): boolean {
    return (this.flags & TRUE) !== 0;
  }

  /** As a condition, null is false. */
  get canBeOther(): boolean {
    return (this.flags & (FALSE | NULL)) !== 0;
  }

  /** Whether there is one value at most, known exactly. */
  get isSingle(): boolean {
    const {low, high, flags} = this;
    return this.hasNumber ? flags === 0 && low === high : flags !== WORDS && (flags & (flags - 1)) === 0;
  }

  add({low, high, flags}: Range): this {
    return this.set(Math.min(this.low, low), Math.max(this.high, high), this.flags | flags);
  }

  addOutcome(outcome: Outcome): this {
    if (isNumber(outcome)) {
      const x = toNumber(outcome);
      const isExact = typeof outcome === 'number';
      this.low = Math.min(this.low, isExact ? x : lowerOf(x));
      this.high = Math.max(this.high, isExact ? x : upperOf(x));
    } else if (outcome !== FAILED) {
      this.flags |= outcome === null ? NULL : outcome === true ? TRUE : outcome === false ? FALSE : WORDS;
    }
    return this;
  }

  overlaps({low, high, flags}: Range): boolean {
    return (this.flags & flags) !== 0 || Math.max(this.low, low) <= Math.min(this.high, high);
  }
}

export function isNumber(value: Outcome): value is Exact {
  return typeof value === 'number' || (value !== FAILED && isFraction(value));
}

import type {ExpressionNode} from '../../expression/node.js';
import type {Narrowable, Propagator} from '../engine/propagator.js';
import {FAILED, type Evaluation, type Formulas} from './formulas.js';
import {isOrdered, Ranges, type Values} from './ranges.js';

/** How often what has been narrowed is used to narrow the rest, before somebody else has a turn. */
const maxRounds = 3;
/** So few values are tried one by one when all else is decided. */
const maxSingle = 64;
/** How many parts of a domain are tried from one end. */
const maxTrials = 100;

/**
 * A condition that is neither sum nor table. It tries parts of the domain of each variable: one with which the
 * condition cannot come out as wanted goes. So formulas need no rules for reasoning backwards, and a variable that
 * they read in several places is seen as one.
 */
export class FormulaPropagator implements Propagator {
  readonly variables: readonly number[];
  readonly #isTrue: boolean;
  readonly #ranges: Ranges;
  readonly #evaluate: Evaluation;
  /** For each variable that is a number how many values are; 0 for the others. */
  readonly #numbers: readonly number[];

  /** @param isTrue Whether the formula has to be true, or has to be something else without failing. */
  constructor(node: ExpressionNode, isTrue: boolean, formulas: Formulas) {
    this.variables = formulas.supportOf(node);
    this.#isTrue = isTrue;
    this.#ranges = new Ranges(node, formulas);
    this.#evaluate = formulas.evaluationOf(node);
    this.#numbers = this.variables.map((variable) => {
      const definition = formulas.model.variables[variable];
      return definition && isOrdered(definition) ? definition.properSize : 0;
    });
  }

  holds(indexOf: (variable: number) => number): boolean {
    const outcome = this.#evaluate(indexOf);
    return outcome !== FAILED && (outcome === true) === this.#isTrue;
  }

  propagate(domains: Narrowable): boolean {
    for (let round = 0; round < maxRounds; round++) {
      const open = this.variables.filter((variable) => !domains.isFixed(variable));
      if (open.length === 0) break;
      if (!this.#canHold(domains)) return false;
      const before = open.map((variable) => domains.count(variable));
      for (const variable of open) {
        const properSize = this.#numbers[this.variables.indexOf(variable)] ?? 0;
        if (!this.#narrow(domains, variable, properSize, open.length === 1)) return false;
      }
      if (open.length === 1 || open.every((variable, place) => domains.count(variable) === before[place])) break;
    }
    // What it has narrowed itself does not wake it again.
    if (!this.variables.every((variable) => domains.isFixed(variable))) return true;
    return this.holds((variable) => domains.min(variable));
  }

  #canHold(values: Values): boolean {
    const {canHold, canBeOther} = this.#ranges.measure(values);
    return this.#isTrue ? canHold : canBeOther;
  }

  #narrow(domains: Narrowable, variable: number, properSize: number, isAlone: boolean): boolean {
    const part = new Part(domains, variable);
    const canBe = (low: number, high: number): boolean => {
      if (isAlone && low === high) return this.holds((each) => (each === variable ? low : domains.min(each)));
      part.low = low;
      part.high = high;
      return this.#canHold(part);
    };
    // What is no number stands after the numbers.
    const numbers = isAlone && domains.count(variable) <= maxSingle ? 0 : properSize;
    const end = domains.max(variable);
    for (let index = Math.max(numbers, domains.min(variable)); index <= end; index++) {
      if (domains.has(variable, index) && !canBe(index, index) && !domains.remove(variable, index)) return false;
    }
    const first = domains.min(variable);
    const last = Math.min(domains.max(variable), numbers - 1);
    if (first > last) return true;
    const from = nearest(first, last, canBe);
    if (from > first && !domains.removeBelow(variable, from)) return false;
    if (from >= last) return true;
    const to = nearest(last, from, canBe);
    if (end < properSize) return to === last || domains.removeAbove(variable, to);
    for (let index = last; index > to && last - index < maxSingle; index--) domains.remove(variable, index);
    return true;
  }
}

/** The value nearest to one end that can be; past the other end when none can. It may give up early, never late. */
function nearest(from: number, to: number, canBe: (low: number, high: number) => boolean): number {
  const step = from <= to ? 1 : -1;
  let trials = maxTrials;
  const seek = (near: number, far: number): number => {
    if ((far - near) * step < 0 || trials-- <= 0) return near;
    if (!canBe(Math.min(near, far), Math.max(near, far))) return far + step;
    if (near === far) return near;
    const middle = near + step * (((far - near) * step) >> 1);
    const found = seek(near, middle);
    return (middle - found) * step >= 0 ? found : seek(middle + step, far);
  };
  return canBe(from, from) ? from : seek(from + step, to);
}

/** The values that are left, of one variable only those between two bounds. */
class Part implements Values {
  readonly #whole: Values;
  readonly #variable: number;
  low = 0;
  high = 0;

  constructor(whole: Values, variable: number) {
    this.#whole = whole;
    this.#variable = variable;
  }

  has(variable: number, index: number): boolean {
    return (
      this.#whole.has(variable, index) && (variable !== this.#variable || (index >= this.low && index <= this.high))
    );
  }

  min(variable: number): number {
    return variable === this.#variable ? this.low : this.#whole.min(variable);
  }

  max(variable: number): number {
    return variable === this.#variable ? this.high : this.#whole.max(variable);
  }
}

import {findExtreme} from './extreme.js';
import {IntegerStack} from './integer-stack.js';
import type {Session} from './session.js';

/** Decides one variable after the other for what is preferred; see `Engine.complete`. */
export function complete(session: Session, preferred: ArrayLike<number>, order: ArrayLike<number>): Int32Array {
  session.rest();
  const {kernel, base} = session;
  const {domains, trail} = kernel;
  const {offsets, variableOfValue} = domains;
  const before = base.indices.slice();
  const flipped = new IntegerStack();
  const assumed = [...session.assumptions];
  /** Makes the base a solution in which more literals are true; false when there is none. */
  const reach = (...literals: number[]): boolean => {
    if (session.run([...assumed, ...literals], assumed.length) === 'failed') return false;
    for (const value of session.difference(0)) {
      const variable = variableOfValue[value] ?? 0;
      base.set(variable, value - (offsets[variable] ?? 0), flipped);
    }
    return true;
  };
  const reachSome = (variable: number, index: number): void => {
    if (!domains.isOrdered(variable)) {
      for (let other = 0; other < domains.size(variable); other++) {
        if (base.indices[variable] === other || reach(domains.equal(variable, other))) return;
      }
      return;
    }
    /** The index nearest to the preferred one on one of its sides. */
    const nearestOn = (side: number, end: number): number => {
      const find = (literal: number): number => (reach(side, literal) ? (base.indices[variable] ?? 0) : -1);
      const known = find(side);
      return known < 0 ? Infinity : findExtreme(domains, variable, known, end, find);
    };
    const lower = nearestOn(domains.atMost(variable, index - 1), index - 1);
    const upper = nearestOn(domains.atMost(variable, index) ^ 1, index + 1);
    const nearest = Math.abs(index - lower) <= upper - index ? lower : upper;
    if (base.indices[variable] !== nearest) reach(domains.equal(variable, nearest));
  };
  for (let place = 0; place < order.length; place++) {
    const variable = order[place] ?? 0;
    const index = preferred[variable] ?? -1;
    if (index < 0) continue;
    if (base.indices[variable] !== index && !reach(domains.equal(variable, index))) reachSome(variable, index);
    const literal = domains.equal(variable, base.indices[variable] ?? 0);
    const isKnown = trail.values[literal] === 1 && (trail.levels[literal >> 1] ?? 0) <= assumed.length;
    if (!isKnown) assumed.push(literal);
  }
  const solution = base.indices.slice();
  before.forEach((index, variable) => base.set(variable, index, flipped));
  session.rest();
  return solution;
}

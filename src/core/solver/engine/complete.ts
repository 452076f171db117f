import type {EngineModel} from './engine-model.js';
import {findExtreme} from './extreme.js';
import {IntegerStack} from './integer-stack.js';
import type {Session} from './session.js';
import {isTrue} from './trail.js';

/** Decides one variable after the other for what is preferred; see `Engine.complete`. */
export function complete(
  session: Session,
  model: EngineModel,
  preferred: ArrayLike<number>,
  order: ArrayLike<number>,
): Int32Array {
  session.rest();
  const {kernel, base} = session;
  const {domains, trail} = kernel;
  const before = base.indices.slice();
  const flipped = new IntegerStack();
  const assumed = [...session.assumptions];
  /** How many of these the trail has. */
  let levels = assumed.length;
  /** Makes the base a solution in which more literals are true; false when there is none. */
  const reach = (...literals: number[]): boolean => {
    levels = assumed.length;
    if (session.run([...assumed, ...literals], levels) === 'failed') return false;
    base.setAll(session.difference(0), flipped);
    return true;
  };
  const has = (variable: number, index: number): boolean =>
    base.indices[variable] === index || reach(domains.equal(variable, index));
  /** The index nearest to an end at which the variable can be while some literals are true; -1: there is none. */
  const extreme = (variable: number, end: number, ...sides: number[]): number => {
    const find = (literal: number): number => (reach(...sides, literal) ? (base.indices[variable] ?? 0) : -1);
    const known = find(isTrue);
    return known < 0 ? -1 : findExtreme(domains, variable, known, end, find);
  };
  const nearest = (variable: number, index: number, proper: number): number => {
    const lower = extreme(variable, index - 1, domains.atMost(variable, index - 1));
    const sides = [domains.atMost(variable, index) ^ 1, domains.atMost(variable, proper - 1)];
    const upper = extreme(variable, index + 1, ...sides);
    return lower >= 0 && (upper < 0 || index - lower <= upper - index) ? lower : upper;
  };
  const reachSome = (variable: number, index: number): void => {
    const size = domains.size(variable);
    if (domains.isOrdered(variable)) {
      const {properSize = size} = model.variables[variable] ?? {};
      const near = index < properSize ? nearest(variable, index, properSize) : -1;
      has(variable, near < 0 ? extreme(variable, 0) : near);
    } else for (let other = 0; other < size && !has(variable, other);) other++;
  };
  try {
    for (let place = 0; place < order.length; place++) {
      const variable = order[place] ?? 0;
      const index = preferred[variable] ?? -1;
      if (index < 0) continue;
      if (!has(variable, index)) reachSome(variable, index);
      const literal = domains.equal(variable, base.indices[variable] ?? 0);
      const isKnown = trail.values[literal] === 1 && (trail.levels[literal >> 1] ?? 0) <= levels;
      if (!isKnown) assumed.push(literal);
    }
    return base.indices.slice();
  } finally {
    before.forEach((index, variable) => base.set(variable, index, flipped));
    session.rest();
  }
}

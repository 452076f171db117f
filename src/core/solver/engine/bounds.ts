import {findExtreme} from './extreme.js';
import type {Session} from './session.js';

/** The first and last index that some solution has; see `Engine.bounds`. */
export function findBounds(session: Session, variable: number): {min: number; max: number} {
  session.rest();
  const {domains} = session.kernel;
  const offset = domains.offsets[variable] ?? 0;
  /** The index of the variable in a solution in which a literal is true; -1: there is none. */
  const find = (literal: number): number => {
    const values = session.find([literal]);
    if (!values) return -1;
    const own = values.find((value) => domains.variableOfValue[value] === variable);
    return own === undefined ? (session.base.indices[variable] ?? 0) : own - offset;
  };
  const extreme = (end: 'min' | 'max'): number => {
    const step = end === 'min' ? 1 : -1;
    let index = domains[end](variable);
    if (session.isKnown(offset + index)) return index;
    if (domains.isOrdered(variable)) {
      return findExtreme(domains, variable, session.base.indices[variable] ?? 0, index, find);
    }
    while (!domains.has(variable, index) || find(domains.equal(variable, index)) < 0) index += step;
    return index;
  };
  return {min: extreme('min'), max: extreme('max')};
}

import type {Bounds} from './engine.js';
import {findExtreme} from './extreme.js';
import {searchLimit} from './search-limit.js';
import type {Session} from './session.js';

/** The first and last index that a variable has in some solution in which all of these are true; see `Engine.bounds`. */
export function findBounds(
  session: Session,
  variable: number,
  assumptions: readonly number[],
  work?: number,
): Bounds | null | undefined {
  const {kernel, search} = session;
  const {domains} = kernel;
  const limit = work === undefined ? session.limit() : kernel.work + work;
  /** The index of the variable in a solution in which a literal is true besides; -1: there is none. */
  const find = (...literals: number[]): number => {
    const all = [...assumptions, ...literals];
    session.leave(all);
    return search.run(all, 0, limit) === 'found' ? search.violations.reading(variable) : -1;
  };
  const known = find();
  search.rewind(assumptions);
  const ends = {min: domains.min(variable), max: domains.max(variable)};
  const extreme = (end: 'min' | 'max'): number => {
    let index = ends[end];
    if (domains.isOrdered(variable)) return findExtreme(domains, variable, known, index, find);
    const step = end === 'min' ? 1 : -1;
    while (index !== known && find(domains.equal(variable, index)) < 0) index += step;
    return index;
  };
  const bounds = known < 0 ? null : {min: extreme('min'), max: extreme('max')};
  if (kernel.work <= limit) return bounds;
  if (work === undefined) throw searchLimit();
  return undefined;
}

import type {Base} from './base.js';
import type {Kernel} from './kernel.js';
import type {Reading} from './native.js';
import {none} from './variable-literals.js';

/**
 * The values in which a solution on the trail differs from the base.
 *
 * @param start Where to begin on the trail: before, it agrees with the base.
 */
export function differenceFrom(
  {trail, domains}: Kernel,
  {truth, indices}: Base,
  reading: Reading,
  start: number,
): number[] {
  const values: number[] = [];
  const large = new Set<number>();
  for (let place = start; place < trail.length; place++) {
    const literal = trail.literals[place] ?? 0;
    if (truth[literal] === 1) continue;
    const variable = domains.variableOf[literal >> 1] ?? none;
    if (domains.shapes[variable] === 'large') large.add(variable);
    else {
      // That a variable has a value is a literal of its own, which follows when all others have gone.
      const value = domains.removes[literal ^ 1] ?? -1;
      if (value >= 0) values.push(value);
    }
  }
  for (const variable of large) {
    const index = reading(variable);
    if (index !== indices[variable]) values.push((domains.offsets[variable] ?? 0) + index);
  }
  return values;
}

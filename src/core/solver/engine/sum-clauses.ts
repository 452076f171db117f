import type {Kernel} from './kernel.js';
import {isTrue} from './trail.js';

/** A literal that adds a weight above zero to a sum when it is true. */
interface Item {
  readonly literal: number;
  readonly weight: number;
}

/** Says with clauses that a sum is at most a limit, where that takes one clause or says "at most one"; else false. */
export function addAsClauses(
  kernel: Kernel,
  variables: readonly number[],
  weights: readonly ArrayLike<number>[],
  limit: number,
  condition: number,
): boolean {
  const items: Item[] = [];
  let room = limit;
  for (let column = 0; column < variables.length; column++) {
    const variable = variables[column] ?? 0;
    const terms = weights[column] ?? [];
    if (terms.length > 2) return false;
    const [first = 0, second = first] = [terms[0], terms[1]];
    room -= Math.min(first, second);
    const weight = Math.abs(first - second);
    const literal = kernel.domains.equal(variable, first > second ? 0 : 1);
    if (weight > 0) items.push({literal, weight});
  }
  const lightest = items.map(({weight}) => weight).sort((a, b) => a - b);
  const all = lightest.reduce((sum, weight) => sum + weight, 0);
  const [least = 0, next = 0] = lightest;
  if (all <= room) return true;
  const barred = items.map(({literal}) => literal ^ 1);
  if (room >= 0 && all - least <= room) {
    kernel.addOpenClause([...barred, condition ^ 1]);
    return true;
  }
  if (condition !== isTrue || (lightest.at(-1) ?? 0) > room || least + next <= room) return false;
  kernel.clauses.short.addGroup(items.map(({literal}) => literal));
  return true;
}

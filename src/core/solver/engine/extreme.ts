import type {VariableLiterals} from './variable-literals.js';

/**
 * The index nearest to an end at which an ordered variable can be.
 *
 * @param known An index at which it can be.
 * @param end Beyond it it cannot be.
 * @param find Looks for a solution in which the literal is true and tells the index there; -1: there is none.
 */
export function findExtreme(
  literals: VariableLiterals,
  variable: number,
  known: number,
  end: number,
  find: (literal: number) => number,
): number {
  let best = known;
  let bound = end;
  let next = end;
  while (best !== bound) {
    const isDown = bound < best;
    const found = find(isDown ? literals.atMost(variable, next) : literals.atMost(variable, next - 1) ^ 1);
    if (found >= 0) best = found;
    else bound = isDown ? next + 1 : next - 1;
    next = isDown ? (best + bound) >> 1 : (best + bound + 1) >> 1;
  }
  return best;
}

import type {Propagator} from './propagator.js';

/** A sum that is anything but one number: it speaks up when one variable is left. */
export function notEqual(
  variables: readonly number[],
  weights: readonly ArrayLike<number>[],
  total: number,
): Propagator {
  return {
    variables,
    propagate(domains) {
      let open = -1;
      let rest = total;
      for (let column = 0; column < variables.length; column++) {
        const variable = variables[column] ?? 0;
        if (domains.isFixed(variable)) rest -= weights[column]?.[domains.min(variable)] ?? 0;
        else if (open >= 0) return true;
        else open = column;
      }
      if (open < 0) return rest !== 0;
      const variable = variables[open] ?? 0;
      for (let index = domains.min(variable); index <= domains.max(variable); index++) {
        if (weights[open]?.[index] === rest && !domains.remove(variable, index)) return false;
      }
      return true;
    },
    holds: (indexOf) =>
      variables.reduce((rest, variable, column) => rest - (weights[column]?.[indexOf(variable)] ?? 0), total) !== 0,
  };
}

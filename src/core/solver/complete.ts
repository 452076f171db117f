import type {Domains} from './domains.js';
import type {Direction, Kernel} from './kernel.js';

/**
 * Decides one variable after the other for what is preferred, as far as that is possible.
 *
 * @param domains Propagated; used up.
 * @param any Some solution within them.
 */
export function complete(kernel: Kernel, domains: Domains, any: Int32Array, preferred: Int32Array): Int32Array {
  let solution = any;
  const {variables} = kernel.model;
  /** Looks for a solution in a part of the domains. */
  const seek = (narrow: (part: Domains) => void, direction: Direction | null = null): Int32Array | null => {
    const part = domains.copy();
    narrow(part);
    return kernel.solve(part, solution, direction);
  };
  variables.forEach((definition, variable) => {
    if (domains.isFixed(variable)) return;
    const wanted = preferred[variable] ?? -1;
    if (domains.has(variable, wanted) && solution[variable] !== wanted) {
      solution = seek((part) => part.fix(variable, wanted)) ?? solution;
    }
    if (wanted < 0 || solution[variable] !== wanted) solution = nearest();
    domains.fix(variable, solution[variable] ?? 0);
    kernel.propagate(domains);

    function nearest(): Int32Array {
      const {properSize, size} = definition;
      const first = properSize > 0 ? definition.value(0) : null;
      const isNumber = typeof first === 'number' || typeof first === 'object';
      if (wanted >= 0 && wanted < properSize && isNumber) {
        const below = seek((part) => part.removeRange(variable, wanted, size), {variable, end: 'high'});
        const distance = below ? wanted - (below[variable] ?? 0) : properSize;
        // Only what is nearer than below.
        const above = seek(
          (part) => {
            part.removeRange(variable, 0, wanted);
            part.removeRange(variable, Math.min(wanted + distance, properSize), size);
          },
          {variable, end: 'low'},
        );
        const found = above ?? below;
        if (found) return found;
      }
      if (solution[variable] === domains.min(variable)) return solution;
      return seek(() => undefined, {variable, end: 'low'}) ?? solution;
    }
  });
  return solution;
}

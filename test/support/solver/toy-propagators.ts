import type {Narrowable, Propagator} from '../../../src/core/solver/engine/propagator.js';

/** The first index is by `gap` or more below the second. Narrows bounds. */
export function isBelow(a: number, b: number, gap: number): Propagator {
  return {
    variables: [a, b],
    propagate: (domains) =>
      domains.removeBelow(b, domains.min(a) + gap) && domains.removeAbove(a, domains.max(b) - gap),
    holds: (indexOf) => indexOf(a) + gap <= indexOf(b),
  };
}

/** Both indices are even or both odd. Takes out values one by one, holes included. */
export function hasSameParity(a: number, b: number): Propagator {
  return {
    variables: [a, b],
    propagate: (domains) => narrowParity(domains, a, b) && narrowParity(domains, b, a),
    holds: (indexOf) => (indexOf(a) - indexOf(b)) % 2 === 0,
  };
}

function narrowParity(domains: Narrowable, from: number, to: number): boolean {
  const parities = new Set<number>();
  const last = domains.max(from);
  for (let index = domains.min(from); index <= last; index++) if (domains.has(from, index)) parities.add(index % 2);
  for (let index = domains.max(to); index >= domains.min(to); index--) {
    if (!parities.has(index % 2) && domains.has(to, index) && !domains.remove(to, index)) return false;
  }
  return true;
}

/** No two have the same index. Says nothing before all are fixed: the engine must find out by trying. */
export function allDiffer(variables: readonly number[]): Propagator {
  return {
    variables,
    propagate: (domains) =>
      !variables.every((variable) => domains.isFixed(variable)) ||
      differ(variables, (variable) => domains.min(variable)),
    holds: (indexOf) => differ(variables, indexOf),
  };
}

function differ(variables: readonly number[], indexOf: (variable: number) => number): boolean {
  return new Set(variables.map(indexOf)).size === variables.length;
}

/** The third index is the product of the others. Narrows the third only, and fixes nothing but it. */
export function isProduct(a: number, b: number, product: number): Propagator {
  return {
    variables: [a, b, product],
    propagate(domains) {
      if (!domains.removeAbove(product, domains.max(a) * domains.max(b))) return false;
      if (!domains.removeBelow(product, domains.min(a) * domains.min(b))) return false;
      return !(domains.isFixed(a) && domains.isFixed(b)) || domains.fix(product, domains.min(a) * domains.min(b));
    },
    holds: (indexOf) => indexOf(a) * indexOf(b) === indexOf(product),
  };
}

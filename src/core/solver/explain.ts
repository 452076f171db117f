import {TwikError} from '../error.js';
import type {Kernel} from './kernel.js';
import type {Assumption, SolverExplanation} from './solver.js';

/**
 * Leaves out assumptions and constraints, one after the other, as long as `wanted` stays impossible. What is left is
 * minimal: without any one of it there is a solution.
 */
export function explain(
  kernel: Kernel,
  assumptions: readonly Assumption[],
  wanted: readonly Assumption[],
): SolverExplanation {
  const {constraints} = kernel.model;
  const kept = new Set(assumptions);
  const left = new Set(constraints.keys());
  let guide: Int32Array | null = null;

  const isImpossible = (): boolean => {
    kernel.begin();
    const domains = kernel.full();
    for (const constraint of constraints.keys()) if (!left.has(constraint)) domains.settle(constraint);
    for (const assumption of [...wanted, ...kept]) kernel.assume(domains, assumption);
    try {
      const solution = kernel.propagate(domains, true) ? kernel.solve(domains, guide) : null;
      guide = solution ?? guide;
      return solution === null;
    } catch (error) {
      // Too hard to say: it stays, so that the explanation holds at any rate.
      if (error instanceof TwikError && error.code === 'search-limit') return false;
      throw error;
    }
  };
  for (const assumption of assumptions) {
    kept.delete(assumption);
    if (!isImpossible()) kept.add(assumption);
  }
  for (const constraint of constraints.keys()) {
    left.delete(constraint);
    if (!isImpossible()) left.add(constraint);
  }
  return {
    assumptions: assumptions.filter((assumption) => kept.has(assumption)),
    constraints: [...new Set(constraints.filter((_, index) => left.has(index)).map(({id}) => id))],
  };
}

import {TwikError} from '../error.js';
import type {Assumption, Bounds, Solver, WorkBudget} from '../solver/solver.js';
import type {PossibilitySolver} from './settle.js';

/** Thrown in place of an answer that is still to be found out. */
export const unfinished = new TwikError('question-unfinished', 'This question is not answered yet.');

/** The part of a solver that questions are put to. */
interface Answering extends PossibilitySolver {
  bounds(assumptions: readonly Assumption[], decision: number): Bounds | null;
}

/** A solver whose answers throw `unfinished` where the budget does not reach; without a budget it is the solver itself. */
export function within(budget: WorkBudget | undefined, solver: Solver): Answering {
  if (!budget) return solver;
  return {
    isPossible(assumptions) {
      const answer = solver.tryPossible(assumptions, budget);
      if (answer === null) throw unfinished;
      return answer;
    },
    bounds(assumptions, decision) {
      const answer = solver.tryBounds(assumptions, decision, budget);
      if (answer === undefined) throw unfinished;
      return answer;
    },
  };
}

import {compileEngineModel} from './compile/compile-engine-model.js';
import {EngineSolver} from './engine-solver.js';
import type {Model} from './model.js';
import type {Solver} from './solver.js';

export interface SolverOptions {
  /**
   * How many propagations one question may take before it is given up with `search-limit`. Default 40,000: about
   * fifty milliseconds.
   */
  readonly workLimit?: number;
}

/**
 * Creates the engine for a model. Nothing is worked out before the first question.
 *
 * @example
 * const solver = createSolver(compileModel(product));
 */
export function createSolver(model: Model, {workLimit}: SolverOptions = {}): Solver {
  return new EngineSolver(model, compileEngineModel, workLimit);
}

export * from './engine/index.js';

export {compileModel} from './compile-model.js';
export {createSolver, type SolverOptions} from './create-solver.js';
export type {Constraint, Decision, Model, Variable} from './model.js';
export {decodeValue, encodeValue} from './parameter-values.js';
export type {Assumption, Solver, SolverExplanation} from './solver.js';

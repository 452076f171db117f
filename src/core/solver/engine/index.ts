export {createEngine, type EngineOptions} from './create-engine.js';
export {findMinimum} from './minimum.js';
export type {EngineConstraint, EngineModel, EngineVariable} from './engine-model.js';
export {IMPOSSIBLE, POSSIBLE, UNCHECKED, type Engine, type KeyedLiterals, type Keys} from './engine.js';
export {atMost, equal, not, offsetsOf, type Literal} from './literal.js';
export type {Narrowable, Propagator} from './propagator.js';

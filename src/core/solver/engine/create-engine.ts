import type {Engine} from './engine.js';
import type {EngineModel} from './engine-model.js';
import {loadModel} from './load-model.js';
import {Session} from './session.js';

/** How much one question may cost when nothing else is said: some ten seconds. */
const defaultWorkLimit = 2e7;

export interface EngineOptions {
  /** How many propagations one question may take before it throws `search-limit`. Default: enough for some ten seconds. */
  readonly workLimit?: number;
}

/**
 * Makes an engine for a model, with no choices.
 *
 * @throws TwikError `solution-missing` when the constraints contradict each other.
 */
export function createEngine(model: EngineModel, {workLimit = defaultWorkLimit}: EngineOptions = {}): Engine {
  const {kernel, base} = loadModel(model);
  const session = new Session(kernel, base, workLimit);
  const {offsets} = kernel.domains;
  return {
    model,
    offsets,
    states: session.states,
    choose: (key, literals) => session.choose(key, literals),
    release: (key) => session.keep(session.choices.filter((choice) => choice.key !== key)),
    chooseAll: () => false,
    advance: (work = Infinity) => session.advance(work),
    isPossible: () => false,
    takeChanges: () => session.takeChanges(),
    bounds: () => ({min: 0, max: 0}),
    solution: () => base.indices.slice(),
    complete: () => base.indices.slice(),
    explain: () => null,
    repair: () => [],
    minimum: () => 0,
  };
}

import {findBounds} from './bounds.js';
import {complete} from './complete.js';
import {Conflicts} from './conflicts.js';
import type {Engine} from './engine.js';
import type {EngineModel} from './engine-model.js';
import {loadModel} from './load-model.js';
import {findMinimum} from './minimum.js';
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
  const conflicts = new Conflicts(session);
  const {offsets} = kernel.domains;
  return {
    model,
    offsets,
    states: session.states.bytes,
    choose: (key, literals) => session.choose(key, literals),
    release: (key) => session.keep(session.choices.filter((choice) => choice.key !== key)),
    chooseAll: (choices) => session.chooseAll(choices.map(({key, literals}) => ({key, outside: literals}))),
    advance: (work = Infinity) => session.advance(work),
    isPossible: (literals) => session.find(session.wanted(literals)) !== null,
    takeChanges: () => session.states.takeChanges(),
    bounds: (variable) => findBounds(session, variable),
    solution: () => base.indices.slice(),
    complete: (preferred, order) => complete(session, preferred, order),
    explain: (literals) => conflicts.explain(literals),
    repair: (literals, limit = 1) => conflicts.repair(literals, limit),
    minimum: (cost) => findMinimum(session, cost),
  };
}

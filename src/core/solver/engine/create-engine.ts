import {Beside} from './beside.js';
import {findBounds} from './bounds.js';
import {chooseAll} from './choose-all.js';
import {complete} from './complete.js';
import {Conflicts} from './conflicts.js';
import type {Engine, KeyedLiterals} from './engine.js';
import type {EngineModel} from './engine-model.js';
import {loadModel} from './load-model.js';
import type {Choice} from './choice.js';
import {Session} from './session.js';

/** How much one question may cost when nothing else is said: some ten seconds. */
const defaultWorkLimit = 2e7;

export interface EngineOptions {
  /** How many propagations one question may take before it throws `search-limit`. Default: enough for some ten seconds. */
  readonly workLimit?: number;
}

const sessions = new WeakMap<Engine, Session>();

/** What an engine works with, for what is added to it from outside. */
export function sessionOf(engine: Engine): Session {
  const session = sessions.get(engine);
  if (!session) throw new TypeError('This engine was not made by createEngine.');
  return session;
}

/**
 * Makes an engine for a model, with no choices.
 *
 * @throws TwikError `solution-missing` when the constraints contradict each other.
 */
export function createEngine(model: EngineModel, {workLimit = defaultWorkLimit}: EngineOptions = {}): Engine {
  const {kernel, base} = loadModel(model);
  const session = new Session(kernel, base, workLimit);
  const beside = new Beside(session);
  const conflicts = new Conflicts(session);
  const {offsets} = kernel.domains;
  const inside = ({key, literals}: KeyedLiterals): Choice => ({
    key,
    outside: literals,
    literals: session.inside(literals),
    mark: 0,
  });
  const engine: Engine = {
    model,
    offsets,
    states: session.states.bytes,
    get work() {
      return kernel.work;
    },
    choose: (key, literals) => session.choose(key, literals),
    release: (key) => session.keep(session.choices.filter((choice) => choice.key !== key)),
    chooseAll: (choices) => chooseAll(session, choices),
    advance: (work = Infinity) => session.advance(work),
    isPossible: (literals) => session.find(session.wanted(literals)) !== null,
    takeChanges: () => session.states.takeChanges(),
    bounds: (variable, literals, work) =>
      findBounds(session, variable, literals ? session.inside(literals) : session.assumptions, work),
    solution: () => base.indices.slice(),
    complete: (preferred, order) => complete(session, model, preferred, order),
    find: (literals, work) => beside.find(literals, work),
    explain: (literals, choices) => conflicts.explain(literals, choices?.map(inside)),
    repair: (literals, limit = 1, choices) => conflicts.repair(literals, limit, choices?.map(inside)),
  };
  sessions.set(engine, session);
  return engine;
}

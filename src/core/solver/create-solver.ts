import {TwikError} from '../error.js';
import {compileEngineModel} from './compile/compile-engine-model.js';
import {complete} from './complete.js';
import {createEngine} from './engine/create-engine.js';
import {IMPOSSIBLE, POSSIBLE, type Engine} from './engine/engine.js';
import type {EngineModel} from './engine/engine-model.js';
import {equal, not, offsetsOf, type Literal} from './engine/literal.js';
import {fewestReleases} from './fewest-releases.js';
import {findConflict, type Choice} from './find-conflict.js';
import type {Model} from './model.js';
import type {Assumption, Solver, SolverExplanation} from './solver.js';

export interface SolverOptions {
  /** How many propagations one question may take before it is given up with `search-limit`. Default: about a second. */
  readonly workLimit?: number;
}

/** Of variables with more values the engine knows bounds, and no states. */
const maxStates = 256;

/**
 * Creates the engine for a model. Nothing is worked out before the first question.
 *
 * @example
 * const solver = createSolver(compileModel(product));
 */
export function createSolver(model: Model, {workLimit = 1_000_000}: SolverOptions = {}): Solver {
  return new EngineSolver(model, workLimit);
}

/** Puts questions about decisions to the engine, which knows literals. */
class EngineSolver implements Solver {
  readonly model: Model;
  readonly #workLimit: number;
  readonly #offsets: Int32Array;
  readonly #choices = new WeakMap<Assumption, Choice>();
  #lastKey = 0;
  /** `null`: there is no solution at all. `undefined`: nobody has asked yet. */
  #made: Engine | null | undefined;
  #rules: {readonly engine: Engine; readonly choices: readonly Choice[]} | null = null;

  constructor(model: Model, workLimit: number) {
    this.model = model;
    this.#workLimit = workLimit;
    this.#offsets = offsetsOf(model.variables);
  }

  isPossible(assumptions: readonly Assumption[]): boolean {
    return this.#assume(assumptions.slice(0, -1))?.isPossible(this.#literalsOf(assumptions.slice(-1))) ?? false;
  }

  tryPossible(assumptions: readonly Assumption[], work: number): boolean | null {
    const engine = this.#assume(assumptions.slice(0, -1));
    if (!engine) return false;
    const asked = assumptions.slice(-1);
    const known = this.#known(engine, asked);
    if (known !== null || work <= 0) return known;
    return engine.advance(work) ? engine.isPossible(this.#literalsOf(asked)) : this.#known(engine, asked);
  }

  isDecided(assumptions: readonly Assumption[], decided: Assumption): boolean {
    const engine = this.#assume(assumptions);
    const exists = this.#literalsOf([{...decided, values: null}]);
    return this.#literalsOf([decided]).every((literal) => !engine?.isPossible([...exists, not(literal)]));
  }

  bounds(assumptions: readonly Assumption[], decision: number): {readonly min: number; readonly max: number} | null {
    const variable = this.model.decisions[decision]?.variables[0] ?? 0;
    const {size = 0, properSize = 0} = this.model.variables[variable] ?? {};
    const literals = Array.from({length: size - properSize}, (_, place) =>
      not(equal(this.#offsets, variable, properSize + place)),
    );
    return this.#assume(assumptions, {key: ~decision, literals})?.bounds(variable) ?? null;
  }

  explain(assumptions: readonly Assumption[], wanted: readonly Assumption[]): SolverExplanation | null {
    const asked = this.#literalsOf(wanted);
    const choices = assumptions.map((assumption) => this.#choiceOf(assumption));
    const conflict = this.#engine ? findConflict(this.#engine, choices, asked) : [];
    if (!conflict) return null;
    const rules = (this.#rules ??= this.#makeRules());
    const literals = [...asked, ...conflict.flatMap((choice) => choice.literals)];
    const broken = new Set(findConflict(rules.engine, rules.choices, literals)?.map(({key}) => key));
    return {
      assumptions: assumptions.filter((assumption) => conflict.includes(this.#choiceOf(assumption))),
      constraints: [...new Set(this.model.constraints.filter((_, key) => broken.has(key)).map(({id}) => id))],
    };
  }

  repair(assumptions: readonly Assumption[], wanted: readonly Assumption[], limit: number): Assumption[][] {
    return fewestReleases(
      assumptions,
      (released) => {
        const kept = assumptions.filter((assumption) => !released.has(assumption));
        return this.explain(kept, wanted)?.assumptions ?? null;
      },
      limit,
    );
  }

  complete(assumptions: readonly Assumption[], preferred: Int32Array): Int32Array {
    const engine = this.#assume(assumptions);
    if (!engine) throw new TwikError('solution-missing', 'The picks contradict each other. Take one of them back.');
    return complete(engine, this.model, preferred);
  }

  /** The engine with these choices in force and no others; `null` when no solution makes them. */
  #assume(assumptions: readonly Assumption[], ...more: readonly Choice[]): Engine | null {
    const choices = assumptions.map((assumption) => this.#choiceOf(assumption));
    return this.#engine?.chooseAll([...choices, ...more]) ? this.#engine : null;
  }

  /** What is known without work. Whether several literals go together the engine does not keep. */
  #known({states}: Engine, asked: readonly Assumption[]): boolean | null {
    const {decisions, variables} = this.model;
    const isLarge = asked.some(({decision}) =>
      decisions[decision]?.variables.some((variable) => (variables[variable]?.size ?? 0) > maxStates),
    );
    const literals = this.#literalsOf(asked);
    const known = literals.map((literal) => {
      const state = states[literal < 0 ? not(literal) : literal];
      if (state === IMPOSSIBLE) return literal < 0;
      return state === POSSIBLE && literal >= 0 && !isLarge && literals.length === 1 ? true : null;
    });
    return known.includes(false) ? false : known.includes(null) ? null : true;
  }

  #choiceOf(assumption: Assumption): Choice {
    const known = this.#choices.get(assumption);
    if (known) return known;
    const {decision, values} = assumption;
    const variables = this.model.decisions[decision]?.variables ?? [];
    const literals = variables.flatMap((variable, place) => {
      if (values) return [equal(this.#offsets, variable, values[place] ?? 0)];
      const {absentIndex = -1} = this.model.variables[variable] ?? {};
      return absentIndex < 0 ? [] : [not(equal(this.#offsets, variable, absentIndex))];
    });
    const choice = {key: this.#lastKey++, literals};
    this.#choices.set(assumption, choice);
    return choice;
  }

  #literalsOf(assumptions: readonly Assumption[]): Literal[] {
    return assumptions.flatMap((assumption) => this.#choiceOf(assumption).literals);
  }

  get #engine(): Engine | null {
    if (this.#made !== undefined) return this.#made;
    try {
      this.#made = this.#makeEngine(compileEngineModel(this.model).model);
    } catch (error) {
      if (!(error instanceof TwikError) || error.code !== 'solution-missing') throw error;
      this.#made = null;
    }
    return this.#made;
  }

  #makeEngine(model: EngineModel): Engine {
    return createEngine(model, {workLimit: this.#workLimit});
  }

  /** An engine in which each constraint is a choice of its own. */
  #makeRules(): {readonly engine: Engine; readonly choices: readonly Choice[]} {
    const {model, switches} = compileEngineModel(this.model, true);
    const engine = this.#makeEngine(model);
    return {engine, choices: switches.map((variable, key) => ({key, literals: [equal(engine.offsets, variable, 1)]}))};
  }
}

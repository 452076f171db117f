import {TwikError} from '../error.js';
import type {CompiledModel} from './compile/compile-engine-model.js';
import {createEngine} from './engine/create-engine.js';
import {IMPOSSIBLE, POSSIBLE, type Engine, type KeyedLiterals, type Keys} from './engine/engine.js';
import type {EngineModel} from './engine/engine-model.js';
import {equal, not, offsetsOf, type Literal} from './engine/literal.js';
import {searchLimit} from './engine/search-limit.js';
import {eagerSize} from './engine/variable-literals.js';
import type {Model} from './model.js';
import {Solutions} from './solutions.js';
import type {Assumption, Bounds, Solver, SolverExplanation, WorkBudget} from './solver.js';

/** About fifty milliseconds, and three times what the hardest question of any model measured so far has taken. */
const defaultWorkLimit = 40_000;
/** What a question takes beside propagations. */
const costOfQuestion = 20;
/** How many refuted questions are kept. */
const maxRefuted = 2000;

/** Turns a model into what the engine knows, each constraint with a switch of its own where that is asked for. */
export type Compile = (model: Model, isSwitched?: boolean) => CompiledModel;

/**
 * Puts questions about decisions to the engine, which knows literals. The assumptions of the last completion are what
 * the engine keeps as choices; what is asked beside others is looked for among the last solutions first.
 */
export class EngineSolver implements Solver {
  readonly model: Model;
  readonly #compile: Compile;
  readonly #workLimit: number;
  readonly #offsets: Int32Array;
  readonly #keyed = new WeakMap<Assumption, KeyedLiterals>();
  readonly #solutions: Solutions;
  #lastKey = 0;
  /** What was asked last and not found out: asked again with the same literals, the engine goes on where it stopped. */
  #open: {readonly question: string; readonly literals: readonly Literal[]; work: number} | null = null;
  /** Questions that no solution answers. */
  readonly #refuted = new Set<string>();
  #chosen: readonly Assumption[] = [];
  /** `null`: there is no solution at all. `undefined`: nobody has asked yet. */
  #made: Engine | null | undefined;
  #rules: {readonly engine: Engine; readonly switches: readonly KeyedLiterals[]} | null = null;

  /** @param workLimit How many propagations one question may take before it throws `search-limit`. */
  constructor(model: Model, compile: Compile, workLimit = defaultWorkLimit) {
    this.model = model;
    this.#compile = compile;
    this.#workLimit = workLimit;
    this.#offsets = offsetsOf(model.variables);
    this.#solutions = new Solutions(model);
  }

  isPossible(assumptions: readonly Assumption[]): boolean {
    return this.#isPossible(assumptions) ?? false;
  }

  tryPossible(assumptions: readonly Assumption[], budget: WorkBudget): boolean | null {
    return this.#isPossible(assumptions, budget) ?? null;
  }

  isDecided(assumptions: readonly Assumption[], decided: Assumption): boolean {
    const exists = {...decided, values: null};
    const others = this.#literalsOf([decided]).map(not);
    const literals = this.#literalsOf([...assumptions, exists]);
    return others.every((literal) => !this.#engine?.find([...literals, literal]));
  }

  bounds(assumptions: readonly Assumption[], decision: number): Bounds | null {
    return this.#bounds(assumptions, decision) ?? null;
  }

  tryBounds(assumptions: readonly Assumption[], decision: number, budget: WorkBudget): Bounds | null | undefined {
    if (budget.work <= 0) return undefined;
    const before = this.#engine?.work ?? 0;
    const found = this.#bounds(assumptions, decision, budget.work);
    budget.work -= (this.#engine?.work ?? 0) - before + costOfQuestion;
    return found;
  }

  #bounds(assumptions: readonly Assumption[], decision: number, work?: number): Bounds | null | undefined {
    const variable = this.model.decisions[decision]?.variables[0] ?? 0;
    const {size = 0, properSize = 0} = this.model.variables[variable] ?? {};
    const literals = this.#literalsOf(assumptions);
    for (let index = properSize; index < size; index++) literals.push(not(equal(this.#offsets, variable, index)));
    return this.#engine ? this.#engine.bounds(variable, literals, work) : null;
  }

  explain(assumptions: readonly Assumption[], wanted: readonly Assumption[]): SolverExplanation | null {
    const asked = this.#literalsOf(wanted);
    const choices = assumptions.map((assumption) => this.#keyedOf(assumption));
    const keys: Keys | null = this.#engine ? this.#engine.explain(asked, choices) : [];
    if (!keys) return null;
    const {engine, switches} = (this.#rules ??= this.#makeRules());
    const atFault = choices.filter(({key}) => keys.includes(key));
    const broken = new Set(engine.explain([...asked, ...atFault.flatMap(({literals}) => literals)], switches));
    return {
      assumptions: this.#assumptionsOf(assumptions, keys),
      constraints: [...new Set(this.model.constraints.filter((_, key) => broken.has(key)).map(({id}) => id))],
    };
  }

  repair(assumptions: readonly Assumption[], wanted: readonly Assumption[], limit: number): Assumption[][] {
    const choices = assumptions.map((assumption) => this.#keyedOf(assumption));
    const sets = this.#engine?.repair(this.#literalsOf(wanted), limit, choices) ?? [];
    return sets.map((keys) => this.#assumptionsOf(assumptions, keys));
  }

  complete(assumptions: readonly Assumption[], preferred: Int32Array): Int32Array {
    const engine = this.#engine;
    const choices = assumptions.map((assumption) => this.#keyedOf(assumption));
    if (!engine?.chooseAll(choices)) {
      this.#chosen = [];
      engine?.chooseAll([]);
      throw new TwikError('solution-missing', 'The picks contradict each other. Take one of them back.');
    }
    this.#chosen = assumptions;
    const {variables} = this.model;
    // Where nothing is preferred it is the first value.
    const wanted = Int32Array.from(variables, ({size}, variable) => {
      const index = preferred[variable] ?? -1;
      return index < size ? Math.max(0, index) : 0;
    });
    return this.#note(engine.complete(wanted, [...variables.keys()]));
  }

  /** `undefined`: not found out within the budget. */
  #isPossible(assumptions: readonly Assumption[], budget?: WorkBudget): boolean | undefined {
    if (this.#solutions.has(assumptions)) return true;
    const engine = this.#engine;
    if (!engine) return false;
    const asked = assumptions.slice(-1);
    if (this.#areChosen(assumptions)) {
      const known = this.#known(engine, asked);
      if (known !== null) return known;
    }
    if (budget && budget.work <= 0) return undefined;
    const question = assumptions.map(nameOf).join();
    if (this.#refuted.has(question)) return false;
    const found = budget
      ? this.#findWithin(engine, question, assumptions, budget)
      : engine.find(this.#literalsOf(assumptions));
    if (found) this.#note(found);
    else if (found === null) this.#refute(question);
    return found === undefined ? undefined : found !== null;
  }

  #refute(question: string): void {
    if (this.#refuted.size >= maxRefuted) this.#refuted.clear();
    this.#refuted.add(question);
  }

  #findWithin(engine: Engine, question: string, assumptions: readonly Assumption[], budget: WorkBudget) {
    if (this.#open?.question !== question) this.#open = {question, literals: this.#literalsOf(assumptions), work: 0};
    const open = this.#open;
    if (open.work > this.#workLimit) throw searchLimit();
    const before = engine.work;
    const found = engine.find(open.literals, budget.work);
    const used = engine.work - before + costOfQuestion;
    open.work += used;
    budget.work -= used;
    return found;
  }

  /** Whether all but the last are what the engine has as choices. */
  #areChosen(assumptions: readonly Assumption[]): boolean {
    const chosen = this.#chosen;
    return assumptions.length === chosen.length + 1 && chosen.every((each, place) => each === assumptions[place]);
  }

  /** What is known without work beside the choices. Whether several literals go together the engine does not keep. */
  #known({states}: Engine, asked: readonly Assumption[]): boolean | null {
    const {decisions, variables} = this.model;
    const isLarge = asked.some(({decision}) =>
      decisions[decision]?.variables.some((variable) => (variables[variable]?.size ?? 0) > eagerSize),
    );
    const literals = this.#literalsOf(asked);
    const known = literals.map((literal) => {
      const state = states[literal < 0 ? not(literal) : literal];
      if (state === IMPOSSIBLE) return literal < 0;
      return state === POSSIBLE && literal >= 0 && !isLarge && literals.length === 1 ? true : null;
    });
    return known.includes(false) ? false : known.includes(null) ? null : true;
  }

  #note(solution: Int32Array): Int32Array {
    const own = solution.slice(0, this.model.variables.length);
    this.#solutions.add(own);
    return own;
  }

  #assumptionsOf(assumptions: readonly Assumption[], keys: Keys): Assumption[] {
    return assumptions.filter((assumption) => keys.includes(this.#keyedOf(assumption).key));
  }

  #keyedOf(assumption: Assumption): KeyedLiterals {
    const known = this.#keyed.get(assumption);
    if (known) return known;
    const {decision, values} = assumption;
    const variables = this.model.decisions[decision]?.variables ?? [];
    const literals = variables.flatMap((variable, place) => {
      if (values) return [equal(this.#offsets, variable, values[place] ?? 0)];
      const {absentIndex = -1} = this.model.variables[variable] ?? {};
      return absentIndex < 0 ? [] : [not(equal(this.#offsets, variable, absentIndex))];
    });
    const keyed = {key: this.#lastKey++, literals};
    this.#keyed.set(assumption, keyed);
    return keyed;
  }

  #literalsOf(assumptions: readonly Assumption[]): Literal[] {
    return assumptions.flatMap((assumption) => this.#keyedOf(assumption).literals);
  }

  get #engine(): Engine | null {
    if (this.#made !== undefined) return this.#made;
    try {
      this.#made = this.#makeEngine(this.#compile(this.model).model);
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
  #makeRules(): {readonly engine: Engine; readonly switches: readonly KeyedLiterals[]} {
    const {model, switches} = this.#compile(this.model, true);
    const engine = this.#makeEngine(model);
    return {engine, switches: switches.map((variable, key) => ({key, literals: [equal(engine.offsets, variable, 1)]}))};
  }
}

function nameOf({decision, values}: Assumption): string {
  return `${decision}:${values ? values.join('+') : ''}`;
}

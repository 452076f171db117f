import {TwikError} from '../error.js';
import {Domains, Layout} from './domains.js';
import {Formulas} from './formulas.js';
import type {Assumption} from './solver.js';
import type {Constraint, Model, Variable} from './model.js';
import {CountPropagator} from './propagators/count.js';
import {ActivePropagator, ConditionPropagator} from './propagators/formula.js';
import type {Propagator} from './propagators/propagator.js';
import {TablePropagator} from './propagators/table.js';

/** Which variable is decided first, and from which end. The first solution found then has its extreme value. */
export interface Direction {
  readonly variable: number;
  readonly end: 'low' | 'high';
}

/** Domains up to this size are tried value by value; larger ones are halved. */
const smallSize = 4;

/** Propagation and search over the constraints of one model. */
export class Kernel {
  readonly model: Model;
  readonly #layout: Layout;
  readonly #propagators: readonly Propagator[];
  /** Constraints by variable. */
  readonly #watchers: readonly (readonly number[])[];
  /** How often each constraint failed: those that fail often are decided first. */
  readonly #weights: Float64Array;
  readonly #queue: number[] = [];
  readonly #isQueued: Uint8Array;
  readonly #scores: Float64Array;
  readonly #limit: number;
  #left = 0;

  /** @param workLimit How many times constraints may be looked at for one question. */
  constructor(model: Model, workLimit: number) {
    this.model = model;
    this.#layout = new Layout(model);
    const formulas = new Formulas(model);
    this.#propagators = model.constraints.map((constraint) => propagatorOf(constraint, model.variables, formulas));
    const watchers = model.variables.map((): number[] => []);
    this.#propagators.forEach(({variables}, constraint) => {
      for (const variable of new Set(variables)) watchers[variable]?.push(constraint);
    });
    this.#watchers = watchers;
    this.#weights = new Float64Array(model.constraints.length).fill(1);
    this.#isQueued = new Uint8Array(model.constraints.length);
    this.#scores = new Float64Array(model.variables.length);
    this.#limit = workLimit;
  }

  /** Starts a question, or several as one: work is counted from here. */
  begin(questions = 1): void {
    this.#left = this.#limit * questions;
  }

  /** Domains without any assumption, nothing ruled out yet. */
  full(): Domains {
    return Domains.full(this.#layout);
  }

  assume(domains: Domains, {decision, values}: Assumption): void {
    this.model.decisions[decision]?.variables.forEach((variable, place) => {
      if (values) domains.fix(variable, values[place] ?? -1);
      else domains.remove(variable, this.model.variables[variable]?.absentIndex ?? -1);
    });
  }

  /** Rules out what constraints rule out: all of them at first, later those that watch what has changed. */
  propagate(domains: Domains, isFirst = false): boolean {
    const queue = this.#queue;
    queue.length = 0;
    if (isFirst)
      for (let constraint = 0; constraint < this.#propagators.length; constraint++) this.#enqueue(constraint, domains);
    this.#enqueueChanged(domains);
    let next = 0;
    try {
      while (next < queue.length && !domains.isEmpty()) {
        const constraint = queue[next++] ?? 0;
        this.#isQueued[constraint] = 0;
        if (--this.#left < 0) throw tooHard();
        if (this.#propagators[constraint]?.propagate(domains)) domains.settle(constraint);
        if (domains.isEmpty()) this.#weights[constraint] = (this.#weights[constraint] ?? 0) + 1;
        this.#enqueueChanged(domains);
      }
    } finally {
      for (; next < queue.length; next++) this.#isQueued[queue[next] ?? 0] = 0;
    }
    return !domains.isEmpty();
  }

  #enqueueChanged(domains: Domains): void {
    for (const variable of domains.changed) {
      for (const constraint of this.#watchers[variable] ?? []) this.#enqueue(constraint, domains);
    }
    domains.changed.length = 0;
  }

  #enqueue(constraint: number, domains: Domains): void {
    if (this.#isQueued[constraint] === 1 || domains.isSettled(constraint)) return;
    this.#isQueued[constraint] = 1;
    this.#queue.push(constraint);
  }

  /**
   * A solution within domains that have been propagated, or `null`. The domains are used up.
   *
   * @param guide A solution of something similar: its values are tried first.
   */
  solve(domains: Domains, guide: Int32Array | null, direction: Direction | null = null): Int32Array | null {
    if (!this.propagate(domains)) return null;
    if (guide && !direction && this.#follow(domains.copy(), guide)) return this.#solution(domains, guide);
    let current: Domains | undefined = domains;
    const open: Domains[] = [];
    while (current) {
      if (this.propagate(current)) {
        const variable =
          direction && !current.isFixed(direction.variable) ? direction.variable : this.#undecided(current);
        if (variable < 0) return this.#solution(current, guide);
        open.push(this.#split(current, variable, guide, variable === direction?.variable ? direction : null));
      } else current = open.pop();
    }
    return null;
  }

  /** Whether the guide itself is a solution, apart from what the domains rule out of it; mostly it is. */
  #follow(domains: Domains, guide: Int32Array): boolean {
    for (let variable = 0; variable < guide.length; variable++) {
      if (domains.isFixed(variable)) continue;
      const value = guide[variable] ?? -1;
      domains.fix(variable, domains.has(variable, value) ? value : domains.min(variable));
    }
    return this.propagate(domains);
  }

  /** The variable to decide next: few values, in constraints that often fail. -1 when all constraints are settled. */
  #undecided(domains: Domains): number {
    const scores = this.#scores;
    scores.fill(0);
    for (let constraint = 0; constraint < this.#propagators.length; constraint++) {
      if (domains.isSettled(constraint)) continue;
      const weight = this.#weights[constraint] ?? 1;
      for (const variable of this.#propagators[constraint]?.variables ?? []) {
        if (!domains.isFixed(variable)) scores[variable] = (scores[variable] ?? 0) + weight;
      }
    }
    let best = -1;
    let bestScore = 0;
    for (let variable = 0; variable < scores.length; variable++) {
      const score = (scores[variable] ?? 0) / domains.size(variable);
      if (score > bestScore) [best, bestScore] = [variable, score];
    }
    return best;
  }

  /** Narrows the domains to one part and returns the other. */
  #split(domains: Domains, variable: number, guide: Int32Array | null, direction: Direction | null): Domains {
    const rest = domains.copy();
    const preferred = guide?.[variable] ?? -1;
    if (!direction && (domains.has(variable, preferred) || domains.size(variable) <= smallSize)) {
      const value = domains.has(variable, preferred) ? preferred : domains.min(variable);
      domains.fix(variable, value);
      rest.remove(variable, value);
      return rest;
    }
    const middle = (domains.min(variable) + domains.max(variable)) >>> 1;
    const [lower, upper] = direction?.end === 'high' ? [rest, domains] : [domains, rest];
    lower.removeRange(variable, middle + 1, domains.max(variable));
    upper.removeRange(variable, 0, middle);
    return rest;
  }

  #solution(domains: Domains, guide: Int32Array | null): Int32Array {
    return Int32Array.from(this.model.variables, (_, variable) => {
      const preferred = guide?.[variable] ?? -1;
      return domains.has(variable, preferred) ? preferred : domains.min(variable);
    });
  }
}

function tooHard(): TwikError {
  return new TwikError(
    'search-limit',
    'The rules of this product are too hard to decide in the time allowed. Write them as tables, coarsen the steps of numbers, or take back a pick.',
  );
}

function propagatorOf(constraint: Constraint, variables: readonly Variable[], formulas: Formulas): Propagator {
  switch (constraint.kind) {
    case 'condition':
      return new ConditionPropagator(
        constraint.when && formulas.compile(constraint.when),
        formulas.compile(constraint.require),
      );
    case 'table':
      return new TablePropagator(
        constraint.variables,
        constraint.rows,
        constraint.variables.map((variable) => variables[variable]?.size ?? 0),
      );
    case 'active':
      return new ActivePropagator(
        constraint.variables.map((variable) => {
          const {absentIndex = -1, size = 0} = variables[variable] ?? {};
          return {variable, absentIndex, last: size - 1};
        }),
        formulas.compile(constraint.active),
      );
    case 'count':
      return new CountPropagator(
        constraint.variables.map((variable) => {
          const found = variables[variable];
          const isTrue = found?.value(0) === true;
          return {
            variable,
            trueIndex: isTrue ? 0 : 1,
            falseIndex: isTrue ? 1 : 0,
            absentIndex: found?.absentIndex ?? -1,
          };
        }),
        constraint,
      );
  }
}

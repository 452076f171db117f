import {TwikError} from '../error.js';
import type {Domains} from './domains.js';
import {explain} from './explain.js';
import {fewestReleases} from './fewest-releases.js';
import {Kernel} from './kernel.js';
import type {Model} from './model.js';
import {complete} from './complete.js';
import type {Assumption, Solver, SolverExplanation} from './solver.js';
import {Witnesses} from './witnesses.js';

export interface SolverOptions {
  /**
   * How many times constraints may be looked at for one question before it is given up with `search-limit`. Default
   * 100,000: about a tenth of a second.
   */
  readonly workLimit?: number;
}

/** A completion is a question for each variable, but most are answered at once. */
const questionsOfCompletion = 10;
/** How many lists of assumptions are remembered with what follows from them. */
const maxBases = 48;

/**
 * Creates the engine for a model. Nothing is worked out before the first question.
 *
 * @example
 * const solver = createSolver(compileModel(product));
 */
export function createSolver(model: Model, {workLimit = 100_000}: SolverOptions = {}): Solver {
  return new WitnessSolver(model, workLimit);
}

/** What follows from a list of assumptions by propagation alone. */
interface Base {
  readonly assumptions: readonly Assumption[];
  readonly domains: Domains;
}

class WitnessSolver implements Solver {
  readonly model: Model;
  readonly #workLimit: number;
  readonly #witnesses: Witnesses;
  /** The last whole solution: what is asked next is close to it. */
  #guide: Int32Array | null = null;
  #kernelOrNull: Kernel | null = null;
  #bases: Base[] = [];

  constructor(model: Model, workLimit: number) {
    this.model = model;
    this.#workLimit = workLimit;
    this.#witnesses = new Witnesses(model);
  }

  isPossible(assumptions: readonly Assumption[]): boolean {
    return this.#witnesses.find(assumptions) !== null || this.#solve(assumptions) !== null;
  }

  isDecided(assumptions: readonly Assumption[], {decision, values}: Assumption): boolean {
    const variables = this.model.decisions[decision]?.variables ?? [];
    const exists = [...assumptions, {decision, values: null}];
    return variables.every((variable, place) => {
      for (const solution of this.#witnesses.matching(exists)) {
        if (solution[variable] !== values?.[place]) return false;
      }
      const domains = this.#narrowed(exists);
      domains.remove(variable, values?.[place] ?? -1);
      return this.#search(domains) === null;
    });
  }

  bounds(assumptions: readonly Assumption[], decision: number): {readonly min: number; readonly max: number} | null {
    const variable = this.model.decisions[decision]?.variables[0] ?? 0;
    const {properSize = 0, size = 0} = this.model.variables[variable] ?? {};
    const least = this.#extreme(assumptions, variable, properSize, size, 'low');
    if (least === null) return null;
    return {min: least, max: this.#extreme(assumptions, variable, properSize, size, 'high') ?? least};
  }

  explain(assumptions: readonly Assumption[], wanted: readonly Assumption[]): SolverExplanation | null {
    return this.isPossible([...assumptions, ...wanted]) ? null : explain(this.#kernel, assumptions, wanted);
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
    const any = this.#witnesses.find(assumptions) ?? this.#solve(assumptions);
    if (!any) {
      throw new TwikError('solution-missing', 'The picks contradict each other. Take one of them back.');
    }
    this.#kernel.begin(questionsOfCompletion);
    const solution = complete(this.#kernel, this.#base(assumptions).copy(), any, preferred);
    this.#witnesses.add(solution);
    this.#guide = solution;
    return solution;
  }

  /** The extreme proper value. Solutions that are known already say where it need not be sought. */
  #extreme(
    assumptions: readonly Assumption[],
    variable: number,
    properSize: number,
    size: number,
    end: 'low' | 'high',
  ): number | null {
    const domains = this.#narrowed(assumptions);
    domains.removeRange(variable, properSize, size - 1);
    if (domains.isEmpty()) return null;
    let known: number | null = null;
    for (const solution of this.#witnesses.matching(assumptions)) {
      const value = solution[variable] ?? size;
      if (value >= properSize) continue;
      known = known === null ? value : end === 'low' ? Math.min(known, value) : Math.max(known, value);
    }
    if (known !== null) {
      if (end === 'low') domains.removeRange(variable, known, size - 1);
      else domains.removeRange(variable, 0, known);
      if (domains.isEmpty()) return known;
    }
    return this.#search(domains, {variable, end})?.[variable] ?? known;
  }

  #solve(assumptions: readonly Assumption[]): Int32Array | null {
    return this.#search(this.#narrowed(assumptions));
  }

  /** Starts a question: domains under assumptions, of which all but the last have often been seen before. */
  #narrowed(assumptions: readonly Assumption[]): Domains {
    this.#kernel.begin();
    const known = this.#known(assumptions);
    if (known) return known.copy();
    const domains = this.#base(assumptions.slice(0, -1)).copy();
    const last = assumptions.at(-1);
    if (last) this.#kernel.assume(domains, last);
    return domains;
  }

  #search(domains: Domains, direction: {variable: number; end: 'low' | 'high'} | null = null): Int32Array | null {
    const solution = this.#kernel.solve(domains, this.#guide, direction);
    if (solution) this.#witnesses.add(solution);
    return solution;
  }

  #base(assumptions: readonly Assumption[]): Domains {
    const known = this.#known(assumptions);
    if (known) return known;
    const root = assumptions.length === 0;
    const domains = root ? this.#kernel.full() : this.#base([]).copy();
    for (const assumption of assumptions) this.#kernel.assume(domains, assumption);
    this.#kernel.propagate(domains, root);
    // The one without assumptions stays: all others begin with it.
    if (this.#bases.length >= maxBases) this.#bases = this.#bases.slice(0, 1);
    this.#bases.push({assumptions, domains});
    return domains;
  }

  #known(assumptions: readonly Assumption[]): Domains | null {
    const found = this.#bases.find(
      (base) =>
        base.assumptions.length === assumptions.length &&
        base.assumptions.every((assumption, index) => assumption === assumptions[index]),
    );
    return found?.domains ?? null;
  }

  get #kernel(): Kernel {
    this.#kernelOrNull ??= new Kernel(this.model, this.#workLimit);
    return this.#kernelOrNull;
  }
}

import type {Model} from './model.js';
import type {Assumption} from './solver.js';

/** How many solutions are kept, and how many numbers they may have in all. */
const maxSolutions = 256;
const maxNumbers = 500_000;

/** The last solutions that were found: what is asked next, one of them often answers. */
export class Solutions {
  readonly #model: Model;
  readonly #limit: number;
  /** Used in a circle. */
  readonly #solutions: Int32Array[] = [];
  #next = 0;

  constructor(model: Model) {
    this.#model = model;
    this.#limit = Math.max(4, Math.min(maxSolutions, Math.floor(maxNumbers / (model.variables.length + 1))));
  }

  add(solution: Int32Array): void {
    this.#solutions[this.#next] = solution;
    this.#next = (this.#next + 1) % this.#limit;
  }

  has(assumptions: readonly Assumption[]): boolean {
    // The newest first: it has most in common with what is asked.
    const count = this.#solutions.length;
    for (let back = 1; back <= count; back++) {
      const solution = this.#solutions[(this.#next + count - back) % count];
      if (solution && this.#fitsAll(solution, assumptions)) return true;
    }
    return false;
  }

  #fitsAll(solution: Int32Array, assumptions: readonly Assumption[]): boolean {
    // What is asked comes last, and is what most solutions lack.
    let index = assumptions.length - 1;
    while (index >= 0 && this.#fits(solution, assumptions[index])) index--;
    return index < 0;
  }

  #fits(solution: Int32Array, assumption: Assumption | undefined): boolean {
    const {decisions, variables} = this.#model;
    const places = (assumption && decisions[assumption.decision]?.variables) ?? [];
    return places.every((variable, place) => {
      const found = solution[variable];
      return assumption?.values
        ? found === assumption.values[place]
        : found !== (variables[variable]?.absentIndex ?? -1);
    });
  }
}

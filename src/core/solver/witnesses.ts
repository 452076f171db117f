import type {Model} from './model.js';
import type {Assumption} from './solver.js';

/** How many solutions are kept. */
const capacity = 256;

/** Solutions that were found. Most questions are answered by one of them. */
export class Witnesses {
  readonly #model: Model;
  readonly #solutions: Int32Array[] = [];
  #next = 0;

  constructor(model: Model) {
    this.#model = model;
  }

  add(solution: Int32Array): void {
    this.#solutions[this.#next] = solution;
    this.#next = (this.#next + 1) % capacity;
  }

  /** The solutions that make all of these true. */
  matching(assumptions: readonly Assumption[]): Int32Array[] {
    return this.#solutions.filter((solution) => this.#fitsAll(solution, assumptions));
  }

  find(assumptions: readonly Assumption[]): Int32Array | null {
    // The newest first: it has most in common with what is asked.
    const count = this.#solutions.length;
    for (let back = 1; back <= count; back++) {
      const solution = this.#solutions[(this.#next + count - back) % count];
      if (solution && this.#fitsAll(solution, assumptions)) return solution;
    }
    return null;
  }

  #fitsAll(solution: Int32Array, assumptions: readonly Assumption[]): boolean {
    // What is asked comes last, and is what most solutions lack.
    let index = assumptions.length - 1;
    while (index >= 0 && this.#fits(solution, assumptions[index])) index--;
    return index < 0;
  }

  #fits(solution: Int32Array, assumption: Assumption | undefined): boolean {
    const variables = assumption && this.#model.decisions[assumption.decision]?.variables;
    if (!variables) return false;
    for (let place = 0; place < variables.length; place++) {
      const variable = variables[place] ?? 0;
      const found = solution[variable];
      if (
        assumption.values ? found !== assumption.values[place] : found === this.#model.variables[variable]?.absentIndex
      ) {
        return false;
      }
    }
    return true;
  }
}

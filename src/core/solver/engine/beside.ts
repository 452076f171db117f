import type {Literal} from './literal.js';
import type {Session} from './session.js';

/** Solutions that have nothing to do with what is chosen; see `Engine.find`. */
export class Beside {
  readonly #session: Session;
  /** What was asked last, and is perhaps not yet answered. */
  #outside: readonly Literal[] = [];
  #inside: readonly number[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  find(outside: readonly Literal[], work?: number): Int32Array | null | undefined {
    const session = this.#session;
    const isNew = outside !== this.#outside;
    if (isNew) {
      this.#outside = outside;
      this.#inside = session.inside(outside);
    }
    const outcome = work === undefined ? session.run(this.#inside, 0) : this.#runOn(isNew, work);
    if (outcome !== 'found') return outcome === 'failed' ? null : undefined;
    const {base, kernel} = session;
    const {offsets, variableOfValue} = kernel.domains;
    const solution = base.indices.slice();
    for (const value of session.difference(0)) {
      const variable = variableOfValue[value] ?? 0;
      solution[variable] = value - (offsets[variable] ?? 0);
    }
    return solution;
  }

  /** Goes on where it stopped, unless something else was asked meanwhile. */
  #runOn(isNew: boolean, work: number): 'found' | 'failed' | 'unfinished' {
    const session = this.#session;
    const {kernel, search} = session;
    if (isNew || !search.isUnderWay(this.#inside)) session.leave(this.#inside);
    return search.run(this.#inside, 0, kernel.work + work);
  }
}

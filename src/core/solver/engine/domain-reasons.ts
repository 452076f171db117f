import type {Domains} from './domains.js';
import type {IntegerStack} from './integer-stack.js';
import type {Trail} from './trail.js';

/** Says with literals, all false, what was left of a variable when the trail was shorter. */
export class DomainReasons {
  readonly #domains: Domains;
  readonly #trail: Trail;

  constructor(domains: Domains, trail: Trail) {
    this.#domains = domains;
    this.#trail = trail;
  }

  /** Whether a literal was true already when the trail had this length. */
  wasTrue(literal: number, length: number): boolean {
    return (this.#trail.values[literal] ?? 0) > 0 && (this.#trail.positions[literal >> 1] ?? 0) < length;
  }

  /** That an ordered variable had nothing below the index: the weakest literal that says so. */
  atLeast(variable: number, index: number, length: number, into: IntegerStack): void {
    if (index <= 0) return;
    for (let k = this.#next(variable, index - 1, 1); k >= 0; k = this.#next(variable, k + 1, 1)) {
      const bound = this.#domains.atMost(variable, k);
      if (this.wasTrue(bound ^ 1, length)) {
        into.push(bound);
        return;
      }
    }
  }

  /** That an ordered variable had nothing above the index. */
  atMost(variable: number, index: number, length: number, into: IntegerStack): void {
    if (index >= this.#domains.size(variable) - 1) return;
    for (let k = this.#next(variable, index, -1); k >= 0; k = this.#next(variable, k - 1, -1)) {
      const bound = this.#domains.atMost(variable, k);
      if (this.wasTrue(bound, length)) {
        into.push(bound ^ 1);
        return;
      }
    }
  }

  /** That those values that are not left are not left, of those that matter. */
  removed(variable: number, matters: ((index: number) => boolean) | null, length: number, into: IntegerStack): void {
    const domains = this.#domains;
    const first = into.length;
    let low = 0;
    let high = domains.size(variable) - 1;
    let fixed = -1;
    if (domains.isOrdered(variable)) {
      const from = this.lowAt(variable, length);
      const to = this.highAt(variable, length);
      let below = from - 1;
      while (below >= 0 && matters && !matters(below)) below--;
      this.atLeast(variable, below + 1, length, into);
      let above = to + 1;
      while (above <= high && matters && !matters(above)) above++;
      this.atMost(variable, above - 1, length, into);
      low = from;
      high = to;
      const value = low === high ? domains.knownEqual(variable, low) : -1;
      if (value >= 0 && this.wasTrue(value, length)) fixed = value;
    }
    if (low < high) {
      const made = domains.made(variable);
      const check = (index: number, literal: number): void => {
        if (this.wasTrue(literal, length)) fixed = literal;
        else if (this.wasTrue(literal ^ 1, length) && (!matters || matters(index))) into.push(literal);
      };
      if (made) {
        for (const [index, literal] of made.values) if (index >= low && index <= high) check(index, literal);
      } else for (let index = low; index <= high; index++) check(index, domains.equal(variable, index));
    }
    if (fixed >= 0 && into.length > first + 1) {
      into.length = first;
      into.push(fixed ^ 1);
    }
  }

  /** What an ordered variable's first index was by its bounds. */
  lowAt(variable: number, length: number): number {
    const low = this.#domains.low(variable);
    for (let k = this.#next(variable, low - 1, -1); k >= 0; k = this.#next(variable, k - 1, -1)) {
      if (this.wasTrue(this.#domains.atMost(variable, k) ^ 1, length)) return k + 1;
    }
    return 0;
  }

  /** What its last index was. */
  highAt(variable: number, length: number): number {
    const high = this.#domains.high(variable);
    for (let k = this.#next(variable, high, 1); k >= 0; k = this.#next(variable, k + 1, 1)) {
      if (this.wasTrue(this.#domains.atMost(variable, k), length)) return k;
    }
    return this.#domains.size(variable) - 1;
  }

  /** The next bound, from this one on, that has a literal; -1: none. */
  #next(variable: number, index: number, step: 1 | -1): number {
    if (index < 0 || index > this.#domains.size(variable) - 2) return -1;
    const made = this.#domains.made(variable);
    if (!made) return index;
    const place = made.placeOf(index);
    const at = made.indices[place];
    if (at === index || step > 0) return at ?? -1;
    return made.indices[place - 1] ?? -1;
  }
}

import type {IntegerStack} from './integer-stack.js';
import type {Kernel} from './kernel.js';

/** What the values of one variable add to a sum. */
export class Weights {
  readonly variable: number;
  /** The least of all values. */
  readonly leastEver: number;
  readonly #kernel: Kernel;
  readonly #weights: ArrayLike<number>;
  /** 1: never less from value to value of an ordered variable; -1: never more; 0: otherwise. */
  readonly #direction: -1 | 0 | 1;

  constructor(kernel: Kernel, variable: number, weights: ArrayLike<number>) {
    this.#kernel = kernel;
    this.variable = variable;
    this.#weights = weights;
    let least = Infinity;
    let rises = kernel.domains.isOrdered(variable);
    let falls = rises;
    for (let index = 0; index < weights.length; index++) {
      const step = index === 0 ? 0 : this.at(index) - this.at(index - 1);
      least = Math.min(least, this.at(index));
      rises &&= step >= 0;
      falls &&= step <= 0;
    }
    this.leastEver = least;
    this.#direction = rises ? 1 : falls ? -1 : 0;
  }

  at(index: number): number {
    return this.#weights[index] ?? 0;
  }

  /** The least of what is left. */
  least(): number {
    const {domains} = this.#kernel;
    if (this.#direction > 0) return this.at(domains.low(this.variable));
    if (this.#direction < 0) return this.at(domains.high(this.variable));
    return this.#leastOf((index) => domains.has(this.variable, index));
  }

  #leastOf(counts: (index: number) => boolean): number {
    let least = Infinity;
    for (let index = 0; index < this.#weights.length; index++) {
      if (this.at(index) < least && counts(index)) least = this.at(index);
    }
    // With nothing left another constraint fails.
    return least === Infinity ? this.leastEver : least;
  }

  /** The least of what was left when the trail was shorter. */
  leastBefore(length: number): number {
    const {domains, reasons} = this.#kernel;
    if (this.#direction > 0) return this.at(reasons.lowAt(this.variable, length));
    if (this.#direction < 0) return this.at(reasons.highAt(this.variable, length));
    if (!domains.isOrdered(this.variable)) {
      return this.#leastOf((index) => !reasons.wasTrue(domains.equal(this.variable, index) ^ 1, length));
    }
    const low = reasons.lowAt(this.variable, length);
    const high = reasons.highAt(this.variable, length);
    return this.#leastOf((index) => {
      if (index < low || index > high) return false;
      const literal = domains.knownEqual(this.variable, index);
      return literal < 0 || !reasons.wasTrue(literal ^ 1, length);
    });
  }

  /** The least of what a literal about this variable removes. */
  leastWithout(literal: number): number {
    const {domains} = this.#kernel;
    if (this.#direction === 0) {
      const value = domains.removes[literal] ?? -1;
      return this.at(value - (domains.offsets[this.variable] ?? 0));
    }
    const bound = domains.boundOf[literal >> 1] ?? 0;
    return this.at((literal & 1) === 0 ? bound + 1 : bound);
  }

  /** Says why everything below a weight has gone. */
  explain(weight: number, length: number, into: IntegerStack): void {
    const {reasons} = this.#kernel;
    if (this.#direction === 0) {
      reasons.removed(this.variable, (index) => this.at(index) < weight, length, into);
    } else if (this.#direction > 0) reasons.atLeast(this.variable, this.#countOf(weight), length, into);
    else reasons.atMost(this.variable, this.#weights.length - 1 - this.#countOf(weight), length, into);
  }

  /** How many values, from the end where they are least, are below a weight. */
  #countOf(weight: number): number {
    let low = 0;
    let high = this.#weights.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const index = this.#direction > 0 ? middle : this.#weights.length - 1 - middle;
      if (this.at(index) < weight) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Removes what is above a weight, on behalf of a native constraint. */
  removeAbove(weight: number, native: number): boolean {
    const {domains} = this.#kernel;
    const last = this.#weights.length - 1;
    if (this.#direction === 0) {
      for (let index = 0; index <= last; index++) {
        if (this.at(index) <= weight || !domains.has(this.variable, index)) continue;
        if (!this.#kernel.narrow(native, domains.equal(this.variable, index) ^ 1)) return false;
      }
      return true;
    }
    // Weights are integers.
    const count = this.#countOf(weight + 1);
    if (this.#direction > 0) {
      if (domains.high(this.variable) < count) return true;
      return this.#kernel.narrow(native, domains.atMost(this.variable, count - 1));
    }
    if (domains.low(this.variable) > last - count) return true;
    return this.#kernel.narrow(native, domains.atMost(this.variable, last - count) ^ 1);
  }

  /** Of the values left, one that weighs less by as little as is enough, or else the one that weighs least. */
  below(index: number, enough: number): number {
    const {domains} = this.#kernel;
    const size = this.#weights.length;
    if (this.#direction !== 0) {
      const count = this.#countOf(this.at(index) - enough + 1);
      const low = domains.min(this.variable);
      const high = domains.max(this.variable);
      const wanted = this.#direction > 0 ? Math.max(low, count - 1) : Math.min(high, size - count);
      if (domains.has(this.variable, wanted)) return wanted;
      return this.#direction > 0 ? low : high;
    }
    let best = index;
    for (let other = 0; other < size; other++) {
      const cut = this.at(index) - this.at(other);
      if (isBetterCut(cut, this.at(index) - this.at(best), enough) && domains.has(this.variable, other)) best = other;
    }
    return best;
  }
}

/** What is enough beats what is not; of what is enough the least is best, of what is not the most. */
export function isBetterCut(cut: number, best: number, enough: number): boolean {
  return best >= enough ? cut >= enough && cut < best : cut > best;
}

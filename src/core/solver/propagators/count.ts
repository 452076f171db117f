import type {Domains} from '../domains.js';
import type {Propagator} from './propagator.js';

/** Indices of an option's values. */
export interface OptionVariable {
  readonly variable: number;
  readonly trueIndex: number;
  readonly falseIndex: number;
  /** -1 when it always exists. */
  readonly absentIndex: number;
}

/** So many of the options are picked. */
export class CountPropagator implements Propagator {
  readonly variables: readonly number[];
  readonly #options: readonly OptionVariable[];
  readonly #min: number;
  readonly #max: number;
  readonly #isOptional: boolean;

  constructor(
    options: readonly OptionVariable[],
    {min, max, isOptional}: {readonly min: number; readonly max: number; readonly isOptional: boolean},
  ) {
    this.variables = options.map(({variable}) => variable);
    this.#options = options;
    this.#min = min;
    this.#max = max;
    this.#isOptional = isOptional;
  }

  propagate(domains: Domains): boolean {
    let [certain, possible] = [0, 0];
    let canBeAbsent = false;
    let isAbsent = false;
    for (const {variable, trueIndex, absentIndex} of this.#options) {
      const canBeTrue = domains.has(variable, trueIndex);
      if (canBeTrue) possible++;
      if (canBeTrue && domains.isFixed(variable)) certain++;
      if (!domains.has(variable, absentIndex)) continue;
      canBeAbsent = true;
      isAbsent ||= domains.isFixed(variable);
    }
    if (isAbsent) return true;
    const tooFew = possible < this.#min;
    const isImpossible = certain > this.#max || (tooFew && (!this.#isOptional || certain > 0));
    if (canBeAbsent) {
      if (isImpossible) this.#remove(domains, ({trueIndex, falseIndex}) => [trueIndex, falseIndex]);
      return false;
    }
    if (isImpossible) {
      domains.fail();
      return false;
    }
    if (certain === this.#max || tooFew) {
      this.#remove(domains, ({variable, trueIndex}) => (domains.isFixed(variable) ? [] : [trueIndex]));
      return true;
    }
    if (possible === this.#min && (!this.#isOptional || certain > 0)) {
      this.#remove(domains, ({variable, falseIndex}) => (domains.isFixed(variable) ? [] : [falseIndex]));
      return true;
    }
    return certain >= this.#min && possible <= this.#max;
  }

  #remove(domains: Domains, indices: (option: OptionVariable) => readonly number[]): void {
    for (const option of this.#options) {
      for (const index of indices(option)) domains.remove(option.variable, index);
    }
  }
}

import type {Domains} from './domains.js';
import {grownBytes} from './integer-lists.js';
import type {IntegerStack} from './integer-stack.js';
import {isTrue} from './trail.js';

/** One solution, from which all others are told by their difference: an index for each variable, a truth for each literal. */
export class Base {
  readonly indices: Int32Array;
  /** By literal: 1 true, -1 false. */
  truth = new Int8Array(2);
  readonly #domains: Domains;

  constructor(domains: Domains, variables: number) {
    this.#domains = domains;
    this.indices = new Int32Array(variables);
    this.setTrue(isTrue);
    for (let variable = 0; variable < variables; variable++) {
      const shape = domains.shapes[variable];
      if (shape === 'large') continue;
      const size = domains.size(variable);
      for (let index = 0; index < size; index++) {
        this.setTrue(domains.equal(variable, index) ^ (index === 0 ? 0 : 1));
        if (shape === 'range') this.setTrue(domains.atMost(variable, index));
      }
    }
    domains.onMade = (literal) => {
      const index = this.indices[domains.variableOf[literal >> 1] ?? 0] ?? 0;
      this.setTrue(domains.isTrueAt(literal, index) ? literal : literal ^ 1);
    };
  }

  /** Makes a literal true of the base. */
  setTrue(literal: number): void {
    this.truth = grownBytes(this.truth, (literal | 1) + 1);
    this.truth[literal] = 1;
    this.truth[literal ^ 1] = -1;
  }

  /** Gives variables other values, told among the values of all variables; see `set`. */
  setAll(values: readonly number[], flipped: IntegerStack): void {
    const {offsets, variableOfValue} = this.#domains;
    for (const value of values) {
      const variable = variableOfValue[value] ?? 0;
      this.set(variable, value - (offsets[variable] ?? 0), flipped);
    }
  }

  /** Gives a variable another value and notes the literals that become true by it. */
  set(variable: number, index: number, flipped: IntegerStack): void {
    const domains = this.#domains;
    const old = this.indices[variable] ?? 0;
    if (old === index) return;
    this.indices[variable] = index;
    const flip = (literal: number): void => {
      if (literal < 0 || this.truth[literal] === 1) return;
      this.setTrue(literal);
      flipped.push(literal);
    };
    const oldLiteral = domains.knownEqual(variable, old);
    if (oldLiteral >= 0) flip(oldLiteral ^ 1);
    flip(domains.knownEqual(variable, index));
    if (!domains.isOrdered(variable)) return;
    const from = Math.min(old, index);
    const to = Math.max(old, index);
    const sign = index < old ? 0 : 1;
    const made = domains.made(variable);
    if (made) {
      for (let place = made.placeOf(from); (made.indices[place] ?? to) < to; place++) {
        flip((made.bounds[place] ?? 0) ^ sign);
      }
    } else for (let bound = from; bound < to; bound++) flip(domains.atMost(variable, bound) ^ sign);
  }
}

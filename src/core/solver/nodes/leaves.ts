import type {RuntimeValue} from '../../expression/value.js';
import {toNumber} from '../../number/decimal.js';
import type {Domains} from '../domains.js';
import {lowerOf, upperOf} from '../interval.js';
import type {Variable} from '../model.js';
import {NULL, Possible, type Words} from '../possible.js';
import {BaseNode, type Node, type Pass} from './node.js';

/** A literal. */
export class ConstantNode extends BaseNode {
  readonly value: Possible;

  constructor(value: Possible) {
    super();
    this.value = value;
  }

  forward(): void {
    // Always the same.
  }

  narrow(): void {
    // Whoever asks for something else sees it by `value`.
  }
}

/** A number parameter: its values ascend, so bounds are enough. */
export class NumberNode extends BaseNode {
  readonly value = new Possible();
  readonly #index: number;
  readonly #variable: Variable;
  /** Bounds of each value, worked out when first needed. */
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;

  constructor(index: number, variable: Variable) {
    super();
    this.#index = index;
    this.#variable = variable;
    this.#lows = new Float64Array(variable.properSize).fill(NaN);
    this.#highs = new Float64Array(variable.properSize).fill(NaN);
  }

  forward(domains: Domains): void {
    const {properSize} = this.#variable;
    const first = domains.min(this.#index);
    const last = domains.previous(this.#index, properSize - 1);
    this.value.low = first < properSize ? this.#low(first) : Infinity;
    this.value.high = last < 0 ? -Infinity : this.#high(last);
    this.value.flags = domains.max(this.#index) >= properSize ? NULL : 0;
  }

  narrow(domains: Domains, allowed: Possible): void {
    const {properSize, size} = this.#variable;
    if ((allowed.flags & NULL) === 0) domains.removeRange(this.#index, properSize, size - 1);
    if (!allowed.hasNumber) domains.removeRange(this.#index, 0, properSize - 1);
    else {
      domains.removeRange(this.#index, 0, this.#first((index) => this.#high(index) >= allowed.low) - 1);
      domains.removeRange(
        this.#index,
        this.#first((index) => this.#low(index) > allowed.high),
        properSize - 1,
      );
    }
  }

  override exclude(domains: Domains, single: Possible): void {
    const {properSize, size} = this.#variable;
    if (single.flags !== 0) domains.removeRange(this.#index, properSize, size - 1);
    if (!single.hasNumber) return;
    const index = this.#first((each) => this.#low(each) >= single.low);
    if (index < properSize && this.#low(index) === single.low && this.#high(index) === single.low) {
      domains.remove(this.#index, index);
    }
  }

  /** The first proper value for which something is true that stays true for all after it. */
  #first(isTrue: (index: number) => boolean): number {
    let [low, high] = [0, this.#variable.properSize];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isTrue(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #low(index: number): number {
    if (Number.isNaN(this.#lows[index])) this.#load(index);
    return this.#lows[index] ?? Infinity;
  }

  #high(index: number): number {
    if (Number.isNaN(this.#highs[index])) this.#load(index);
    return this.#highs[index] ?? -Infinity;
  }

  #load(index: number): void {
    const value = this.#variable.value(index);
    const x = typeof value === 'number' || isRational(value) ? toNumber(value) : 0;
    this.#lows[index] = typeof value === 'number' ? x : lowerOf(x);
    this.#highs[index] = typeof value === 'number' ? x : upperOf(x);
  }
}

function isRational(value: RuntimeValue): value is Exclude<RuntimeValue, string | boolean | null | readonly string[]> {
  return typeof value === 'object' && value !== null && 'denominator' in value;
}

/** A variable seen through a small map: an option, a truth, or a fact about options. */
export class MappedNode extends BaseNode {
  readonly value = new Possible();
  readonly #index: number;
  readonly #values: readonly Possible[];

  constructor(index: number, values: readonly RuntimeValue[], words: Words) {
    super();
    this.#index = index;
    this.#values = values.map((value) => Possible.value(value, words));
  }

  forward(domains: Domains): void {
    this.value.clear();
    for (let at = domains.min(this.#index); at >= 0; at = domains.next(this.#index, at + 1)) {
      const value = this.#values[at];
      if (value) this.value.addAll(value);
    }
  }

  narrow(domains: Domains, allowed: Possible): void {
    this.#remove(domains, (value) => !value.overlaps(allowed));
  }

  override exclude(domains: Domains, single: Possible): void {
    this.#remove(domains, (value) => value.isSingle && value.overlaps(single));
  }

  #remove(domains: Domains, isOut: (value: Possible) => boolean): void {
    for (let at = domains.min(this.#index); at >= 0; at = domains.next(this.#index, at + 1)) {
      const value = this.#values[at];
      if (value && isOut(value)) domains.remove(this.#index, at);
      if (domains.isEmpty()) return;
    }
  }
}

/** How deep narrowing follows formulas that read formulas. Beyond it domains stay larger than they need be. */
const maxDepth = 64;
/** How often one shared formula is narrowed in a pass; formulas that share much would multiply otherwise. */
const maxNarrowings = 3;

/** A named formula that several others read. */
export class SharedNode extends BaseNode {
  readonly #inner: Node;
  readonly #pass: Pass;
  readonly #depth: number;
  #seen = -1;
  #narrowings = 0;

  constructor(inner: Node, pass: Pass, depth: number) {
    super();
    this.#inner = inner;
    this.#pass = pass;
    this.#depth = depth;
  }

  get value(): Possible {
    return this.#inner.value;
  }

  forward(domains: Domains): void {
    if (this.#seen === this.#pass.current) return;
    this.#seen = this.#pass.current;
    this.#narrowings = 0;
    this.#inner.forward(domains);
  }

  narrow(domains: Domains, allowed: Possible): void {
    if (this.#depth > maxDepth || ++this.#narrowings > maxNarrowings) return;
    this.#inner.narrow(domains, allowed);
  }
}

import {TwikError} from '../../error.js';
import type {RuntimeValue} from '../../expression/value.js';
import type {Domains} from '../domains.js';
import {Possible, type Words} from '../possible.js';
import {BaseNode} from './node.js';

/** How many combinations of values are tried. */
const maxCombinations = 256;

/** Gives a value from values by index, in the order of the variables. */
export type Evaluation = (indices: readonly number[]) => RuntimeValue;

/**
 * A formula that nobody can reason about, such as `lookup`: tried out once few enough combinations are left; before
 * that it can be anything. Those that fail are left out.
 */
export class OpaqueNode extends BaseNode {
  readonly value = new Possible();
  readonly #variables: readonly number[];
  readonly #sizes: readonly number[];
  readonly #evaluate: Evaluation;
  readonly #words: Words;
  readonly #found = new Map<number, Possible>();

  constructor(variables: readonly number[], sizes: readonly number[], evaluate: Evaluation, words: Words) {
    super();
    this.#variables = variables;
    this.#sizes = sizes;
    this.#evaluate = evaluate;
    this.#words = words;
  }

  forward(domains: Domains): void {
    let combinations = 1;
    for (const variable of this.#variables) combinations *= domains.size(variable);
    this.value.clear();
    if (combinations > maxCombinations) this.value.addEverything(this.#words);
    else this.#addFrom(domains, [], 0);
  }

  narrow(): void {
    // What is left is found by trying.
  }

  #addFrom(domains: Domains, indices: number[], key: number): void {
    const variable = this.#variables[indices.length];
    if (variable === undefined) {
      this.value.addAll(this.#at(indices, key));
      return;
    }
    const size = this.#sizes[indices.length] ?? 1;
    for (let index = domains.min(variable); index >= 0; index = domains.next(variable, index + 1)) {
      indices.push(index);
      this.#addFrom(domains, indices, key * size + index);
      indices.pop();
    }
  }

  #at(indices: readonly number[], key: number): Possible {
    const found = this.#found.get(key);
    if (found) return found;
    const possible = new Possible();
    try {
      possible.add(this.#evaluate(indices), this.#words);
    } catch (error) {
      if (!(error instanceof TwikError)) throw error;
    }
    // Beyond that the key is no longer unique.
    if (Number.isSafeInteger(key)) this.#found.set(key, possible);
    return possible;
  }
}

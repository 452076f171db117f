import {toNumber} from '../number/decimal.js';
import {decrement, increment, lowerOf, upperOf} from './interval.js';
import type {RuntimeValue} from '../expression/value.js';

/** Flags of what is neither number nor text. */
export const NULL = 1;
export const TRUE = 2;
export const FALSE = 4;

/** Gives every text a number, so that sets of texts are bits. */
export class Words {
  readonly #ids = new Map<string, number>();

  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    this.#ids.set(text, this.#ids.size);
    return this.#ids.size - 1;
  }

  /** How many 32-bit words a set takes. */
  get length(): number {
    return (this.#ids.size + 31) >>> 5;
  }
}

const NO_TEXTS = new Int32Array(0);

/** A superset of the values that a formula can have: numbers between two bounds, texts, truths, null. */
export class Possible {
  low = Infinity;
  high = -Infinity;
  flags = 0;
  /** Bits by `Words`. */
  texts: Int32Array = NO_TEXTS;

  static of(flags: number): Possible {
    const possible = new Possible();
    possible.flags = flags;
    return possible;
  }

  static numbers(low: number, high: number, flags = 0): Possible {
    const possible = Possible.of(flags);
    possible.low = low;
    possible.high = high;
    return possible;
  }

  static value(value: RuntimeValue, words: Words): Possible {
    const possible = new Possible();
    possible.add(value, words);
    return possible;
  }

  clear(): void {
    this.low = Infinity;
    this.high = -Infinity;
    this.flags = 0;
    this.texts.fill(0);
  }

  get hasNumber(): boolean {
    return this.low <= this.high;
  }

  get isNothing(): boolean {
    return this.flags === 0 && !this.hasNumber && this.texts.every((bits) => bits === 0);
  }

  add(value: RuntimeValue, words: Words): void {
    if (value === null) this.flags |= NULL;
    else if (typeof value === 'boolean') this.flags |= value ? TRUE : FALSE;
    else if (typeof value === 'string') this.addText(words.idOf(value), words);
    else if (typeof value === 'number' || 'denominator' in value) {
      const x = toNumber(value);
      const isExact = typeof value === 'number';
      this.low = Math.min(this.low, isExact ? x : lowerOf(x));
      this.high = Math.max(this.high, isExact ? x : upperOf(x));
    }
  }

  addText(id: number, words: Words): void {
    this.#reserve(Math.max(words.length, (id >>> 5) + 1));
    this.texts[id >>> 5] = (this.texts[id >>> 5] ?? 0) | (1 << (id & 31));
  }

  addAll(other: Possible): void {
    this.low = Math.min(this.low, other.low);
    this.high = Math.max(this.high, other.high);
    this.flags |= other.flags;
    this.#reserve(other.texts.length);
    other.texts.forEach((bits, word) => (this.texts[word] = (this.texts[word] ?? 0) | bits));
  }

  /** Anything at all. */
  addEverything(words: Words): void {
    this.low = -Infinity;
    this.high = Infinity;
    this.flags = NULL | TRUE | FALSE;
    this.#reserve(words.length);
    this.texts.fill(-1);
  }

  hasText(id: number): boolean {
    return (((this.texts[id >>> 5] ?? 0) >>> (id & 31)) & 1) === 1;
  }

  overlaps(other: Possible): boolean {
    if ((this.flags & other.flags) !== 0) return true;
    if (this.hasNumber && other.hasNumber && this.low <= other.high && other.low <= this.high) return true;
    return this.texts.some((bits, word) => (bits & (other.texts[word] ?? 0)) !== 0);
  }

  /** Whether there is exactly one value, and it is known exactly. */
  get isSingle(): boolean {
    let count = this.flags === 0 ? 0 : (this.flags & (this.flags - 1)) === 0 ? 1 : 2;
    if (this.hasNumber) count += this.low === this.high ? 1 : 2;
    for (const bits of this.texts) if (bits !== 0) count += (bits & (bits - 1)) === 0 ? 1 : 2;
    return count === 1;
  }

  /** What is left without the values of a set whose every value is known exactly. Numbers go at the bounds only. */
  without(other: Possible): Possible {
    const rest = Possible.numbers(this.low, this.high, this.flags & ~other.flags);
    if (other.hasNumber && other.low === other.high) {
      if (rest.low === other.low) rest.low = increment(rest.low);
      if (rest.high === other.high) rest.high = decrement(rest.high);
    }
    rest.texts = this.texts.map((bits, word) => bits & ~(other.texts[word] ?? 0));
    return rest;
  }

  #reserve(length: number): void {
    if (this.texts.length >= length) return;
    const grown = new Int32Array(length);
    grown.set(this.texts);
    this.texts = grown;
  }
}

import type {Model} from './model.js';

/** Where each variable and constraint has its place in the data of `Domains`. */
export class Layout {
  readonly variables: number;
  /** First word of each variable's bits. */
  readonly offsets: Int32Array;
  readonly sizes: Int32Array;
  /** First of the flags of constraints. */
  readonly flags: number;
  readonly length: number;

  constructor({variables, constraints}: Pick<Model, 'variables' | 'constraints'>) {
    this.variables = variables.length;
    this.sizes = Int32Array.from(variables, ({size}) => size);
    this.offsets = new Int32Array(variables.length);
    let next = 3 * variables.length;
    this.sizes.forEach((size, index) => {
      this.offsets[index] = next;
      next += (size + 31) >>> 5;
    });
    this.flags = next;
    this.length = next + constraints.length;
  }
}

/** The values that each variable can still take, and the constraints that need no more attention. */
export class Domains {
  readonly #layout: Layout;
  /** Least, greatest and number of values of each variable, their bits, then a flag for each constraint. */
  readonly #data: Int32Array;
  #isEmpty = false;
  /** Variables that lost values since somebody last emptied the list. */
  readonly changed: number[] = [];

  private constructor(layout: Layout, data: Int32Array) {
    this.#layout = layout;
    this.#data = data;
  }

  /** With every value of every variable. */
  static full(layout: Layout): Domains {
    const data = new Int32Array(layout.length);
    layout.sizes.forEach((size, variable) => {
      data[layout.variables + variable] = size - 1;
      data[2 * layout.variables + variable] = size;
      const offset = layout.offsets[variable] ?? 0;
      for (let index = 0; index < size; index += 32) {
        data[offset + (index >>> 5)] = size - index >= 32 ? -1 : (1 << (size - index)) - 1;
      }
    });
    const domains = new Domains(layout, data);
    domains.#isEmpty = layout.sizes.includes(0);
    return domains;
  }

  copy(): Domains {
    const copy = new Domains(this.#layout, this.#data.slice());
    copy.#isEmpty = this.#isEmpty;
    return copy;
  }

  /** Whether some variable has no value left. */
  isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** Says that there is no solution here. */
  fail(): void {
    this.#isEmpty = true;
  }

  isFixed(variable: number): boolean {
    return this.size(variable) === 1;
  }

  min(variable: number): number {
    return this.#data[variable] ?? 0;
  }

  max(variable: number): number {
    return this.#data[this.#layout.variables + variable] ?? 0;
  }

  size(variable: number): number {
    return this.#data[2 * this.#layout.variables + variable] ?? 0;
  }

  has(variable: number, index: number): boolean {
    if (index < 0 || index >= (this.#layout.sizes[variable] ?? 0)) return false;
    return (((this.#data[(this.#layout.offsets[variable] ?? 0) + (index >>> 5)] ?? 0) >>> (index & 31)) & 1) === 1;
  }

  /** The first value from an index on, or -1. */
  next(variable: number, from: number): number {
    const last = this.max(variable);
    for (let index = Math.max(from, this.min(variable)); index <= last;) {
      const bits = (this.#data[(this.#layout.offsets[variable] ?? 0) + (index >>> 5)] ?? 0) >>> (index & 31);
      if (bits !== 0) return index + (31 - Math.clz32(bits & -bits));
      index = ((index >>> 5) + 1) << 5;
    }
    return -1;
  }

  /** The last value up to an index, or -1. */
  previous(variable: number, from: number): number {
    const first = this.min(variable);
    for (let index = Math.min(from, this.max(variable)); index >= first;) {
      const bits = (this.#data[(this.#layout.offsets[variable] ?? 0) + (index >>> 5)] ?? 0) << (31 - (index & 31));
      if (bits !== 0) return index - Math.clz32(bits);
      index = ((index >>> 5) << 5) - 1;
    }
    return -1;
  }

  remove(variable: number, index: number): void {
    this.removeRange(variable, index, index);
  }

  fix(variable: number, index: number): void {
    const isThere = this.has(variable, index);
    this.removeRange(variable, this.min(variable), isThere ? index - 1 : this.max(variable));
    this.removeRange(variable, index + 1, this.max(variable));
  }

  /** Takes out all values between two indices, both included. */
  removeRange(variable: number, from: number, to: number): void {
    const first = Math.max(from, this.min(variable));
    const last = Math.min(to, this.max(variable));
    if (first > last || this.size(variable) === 0) return;
    const offset = this.#layout.offsets[variable] ?? 0;
    let removed = 0;
    for (let word = first >>> 5; word <= last >>> 5; word++) {
      let mask = -1;
      if (word === first >>> 5) mask &= -1 << (first & 31);
      if (word === last >>> 5) mask &= -1 >>> (31 - (last & 31));
      const bits = (this.#data[offset + word] ?? 0) & mask;
      if (bits === 0) continue;
      removed += countBits(bits);
      this.#data[offset + word] = (this.#data[offset + word] ?? 0) & ~mask;
    }
    if (removed === 0) return;
    const size = this.size(variable) - removed;
    this.#data[2 * this.#layout.variables + variable] = size;
    this.changed.push(variable);
    if (size === 0) {
      this.#isEmpty = true;
      return;
    }
    if (first <= this.min(variable)) this.#data[variable] = this.next(variable, last + 1);
    if (last >= this.max(variable)) {
      this.#data[this.#layout.variables + variable] = this.previous(variable, first - 1);
    }
  }

  /** Whether the constraint holds whatever the values, or is left out. */
  isSettled(constraint: number): boolean {
    return this.#data[this.#layout.flags + constraint] === 1;
  }

  settle(constraint: number): void {
    this.#data[this.#layout.flags + constraint] = 1;
  }
}

function countBits(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

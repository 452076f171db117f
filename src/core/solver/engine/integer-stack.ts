import {grown} from './integer-lists.js';

/** Integers that are put on and taken off at one end. */
export class IntegerStack {
  /** Replaced when it grows; what lies behind `length` means nothing. */
  items = new Int32Array(64);
  length = 0;

  push(item: number): void {
    if (this.length === this.items.length) this.items = grown(this.items, this.length + 1);
    this.items[this.length++] = item;
  }

  /** The integers it has, as a window that is good until the next push. */
  get live(): Int32Array {
    return this.items.subarray(0, this.length);
  }

  at(index: number): number {
    return this.items[index] ?? 0;
  }

  pop(): number {
    return this.items[--this.length] ?? 0;
  }
}

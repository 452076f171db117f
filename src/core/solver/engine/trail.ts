import {grown, grownBytes} from './integer-lists.js';
import {IntegerStack} from './integer-stack.js';

/** Inside the kernel a literal is twice the number of a boolean, plus one for "not". Boolean 0 is true for ever. */
export const isTrue = 0;
export const isFalse = 1;

/** A reason from here on is the number of a native constraint; below it, where a clause begins. */
export const nativeReason = 2 ** 30;

/**
 * What is known about the booleans, in the order in which it was found out, cut into levels: each opens with a decision.
 * A literal may follow from levels below the one it was found in; stepping back to those keeps it.
 */
export class Trail {
  /** By literal: 1 true, -1 false, 0 open. */
  values = new Int8Array(2);
  /** By boolean, as are the next two: the level from which it follows. */
  levels = new Int32Array(1);
  /** Positive: a clause or a native constraint; negative: the complement of the other literal of a binary clause; 0: none. */
  reasons = new Int32Array(1);
  /** The place in `literals`. */
  positions = new Int32Array(1);
  /** What is true, oldest first. */
  literals = new Int32Array(1);
  length = 0;
  /** What comes before has been propagated. */
  head = 0;
  /** Where level `n + 1` begins in `literals`. */
  readonly starts: number[] = [];
  /** Numbers that stepping back restores, for native constraints. */
  memory = new Int32Array(64);
  #memoryUsed = 0;
  readonly #undo = new IntegerStack();
  readonly #undoStarts: number[] = [];

  constructor() {
    this.enqueue(isTrue, 0, 0);
  }

  get level(): number {
    return this.starts.length;
  }

  /** Makes room for so many booleans. */
  growTo(booleans: number): void {
    this.values = grownBytes(this.values, 2 * booleans);
    this.levels = grown(this.levels, booleans);
    this.reasons = grown(this.reasons, booleans);
    this.positions = grown(this.positions, booleans);
    this.literals = grown(this.literals, booleans);
  }

  enqueue(literal: number, reason: number, level: number): void {
    const boolean = literal >> 1;
    this.values[literal] = 1;
    this.values[literal ^ 1] = -1;
    this.levels[boolean] = level;
    this.reasons[boolean] = reason;
    this.positions[boolean] = this.length;
    this.literals[this.length++] = literal;
  }

  openLevel(): void {
    this.starts.push(this.length);
    this.#undoStarts.push(this.#undo.length);
  }

  /** Steps back to a level; what follows from it or from below stays and is propagated again. */
  cancel(level: number): void {
    const {starts, literals, values} = this;
    const start = starts[level];
    if (start === undefined) return;
    const length = this.length;
    this.length = start;
    for (let place = start; place < length; place++) {
      const literal = literals[place] ?? 0;
      const boolean = literal >> 1;
      if ((this.levels[boolean] ?? 0) <= level) {
        this.positions[boolean] = this.length;
        literals[this.length++] = literal;
      } else {
        values[literal] = 0;
        values[literal ^ 1] = 0;
      }
    }
    this.head = start;
    const undoStart = this.#undoStarts[level] ?? 0;
    while (this.#undo.length > undoStart) {
      const old = this.#undo.pop();
      this.memory[this.#undo.pop()] = old;
    }
    starts.length = level;
    this.#undoStarts.length = level;
  }

  /** Forgets all booleans from this one on; nothing is decided. The rest is to be propagated again. */
  shrink(booleans: number): void {
    const known = this.literals.slice(0, this.length);
    this.length = 0;
    this.head = 0;
    for (const literal of known) {
      if (literal < 2 * booleans) this.enqueue(literal, 0, 0);
      else {
        this.values[literal] = 0;
        this.values[literal ^ 1] = 0;
      }
    }
  }

  /** Reserves so many numbers of `memory`. */
  reserve(count: number): number {
    const address = this.#memoryUsed;
    this.#memoryUsed += count;
    this.memory = grown(this.memory, this.#memoryUsed);
    return address;
  }

  write(address: number, value: number): void {
    if (this.starts.length > 0) {
      this.#undo.push(address);
      this.#undo.push(this.memory[address] ?? 0);
    }
    this.memory[address] = value;
  }
}

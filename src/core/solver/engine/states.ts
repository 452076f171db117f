import {UNCHECKED} from './engine.js';

/** What is known about each value, and which of that is news. */
export class States {
  /** By value; see `Engine.states`. */
  readonly bytes: Uint8Array;
  /** Of what has changed since changes were taken: what it was then. */
  readonly #before = new Map<number, number>();

  constructor(values: number) {
    this.bytes = new Uint8Array(values).fill(UNCHECKED);
  }

  set(value: number, state: number): void {
    const old = this.bytes[value] ?? 0;
    if (old === state) return;
    if (!this.#before.has(value)) this.#before.set(value, old);
    this.bytes[value] = state;
  }

  takeChanges(): number[] {
    const changes: number[] = [];
    for (const [value, state] of this.#before) if (this.bytes[value] !== state) changes.push(value);
    this.#before.clear();
    return changes;
  }
}

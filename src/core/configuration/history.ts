/** How many steps can be taken back. */
const maxSteps = 500;

/** Moments that can be gone back and forth between. */
export class History<T> {
  readonly #past: T[] = [];
  readonly #future: T[] = [];
  #present: T;
  #gesture: string | null = null;

  constructor(present: T) {
    this.#present = present;
  }

  get present(): T {
    return this.#present;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Goes on to something new; what was undone is forgotten. All of one gesture is one step. */
  advance(next: T, gesture: string | null = null): void {
    if (gesture === null || gesture !== this.#gesture) this.#past.push(this.#present);
    if (this.#past.length > maxSteps) this.#past.shift();
    this.#gesture = gesture;
    this.#future.length = 0;
    this.#present = next;
  }

  /** Does nothing at the beginning. */
  undo(): void {
    this.#move(this.#past, this.#future);
  }

  /** Does nothing at the end. */
  redo(): void {
    this.#move(this.#future, this.#past);
  }

  #move(from: T[], to: T[]): void {
    this.#gesture = null;
    const next = from.pop();
    if (next === undefined) return;
    to.push(this.#present);
    this.#present = next;
  }
}

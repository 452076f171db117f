/**
 * Lets through the first of a quick row of calls at once, then one per interval, and always the last. It waits by timer,
 * not by animation frame: a page in the background gets no frames, and its values must not lag behind.
 */
export class Throttle {
  readonly #intervalMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: (() => void) | null = null;

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  /** Whether a call has not been let through yet. */
  get isWaiting(): boolean {
    return this.#pending !== null;
  }

  run(call: () => void): void {
    if (this.#timer !== undefined) {
      this.#pending = call;
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const pending = this.#pending;
      this.#pending = null;
      if (pending) this.run(pending);
    }, this.#intervalMs);
    call();
  }

  /** Lets through at once what is waiting. */
  flush(): void {
    const pending = this.#pending;
    this.cancel();
    pending?.();
  }

  /** Forgets what has not been let through yet. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending = null;
  }
}

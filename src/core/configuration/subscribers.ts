/** Tells listeners one message after the other, so that all of them hear all messages in one order. */
export class Subscribers<T> {
  readonly #listeners = new Set<{readonly hear: (message: T) => void}>();
  readonly #onError: ((error: unknown) => void) | null;
  #waiting: T[] = [];
  #isTelling = false;

  /** @param onError Hears what listeners throw. Without it that is thrown once everybody has been told. */
  constructor(onError: ((error: unknown) => void) | null) {
    this.#onError = onError;
  }

  /** Returns what ends the subscription. */
  add(hear: (message: T) => void): () => void {
    const listener = {hear};
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What a listener says in turn is told after everybody has heard this. */
  tell(message: T): void {
    this.#waiting.push(message);
    if (this.#isTelling) return;
    const errors: unknown[] = [];
    this.#isTelling = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        this.#tellAll(next, errors);
      }
    } finally {
      this.#isTelling = false;
      this.#waiting = [];
    }
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, 'Several listeners failed.');
  }

  #tellAll(message: T, errors: unknown[]): void {
    for (const listener of [...this.#listeners]) {
      // One that was told before may have ended this one's subscription.
      if (!this.#listeners.has(listener)) continue;
      try {
        listener.hear(message);
      } catch (error) {
        if (this.#onError) this.#onError(error);
        else errors.push(error);
      }
    }
  }
}

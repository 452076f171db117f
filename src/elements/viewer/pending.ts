interface Settlement<Value> {
  readonly promise: Promise<Value>;
  resolve(value: Value): void;
  reject(reason: Error): void;
}

/** A promise to be settled later, and replaced by a new one when it has been. */
export class Pending<Value> {
  #current = begin<Value>();
  #isSettled = false;

  get promise(): Promise<Value> {
    return this.#current.promise;
  }

  resolve(value: Value): void {
    this.#isSettled = true;
    this.#current.resolve(value);
  }

  reject(reason: Error): void {
    this.#isSettled = true;
    this.#current.reject(reason);
  }

  /** Begins anew. Whoever still waits for the one before waits on. */
  renew(): void {
    if (!this.#isSettled) return;
    this.#isSettled = false;
    this.#current = begin();
  }
}

function begin<Value>(): Settlement<Value> {
  let settle: Omit<Settlement<Value>, 'promise'> | undefined;
  const promise = new Promise<Value>((resolve, reject) => (settle = {resolve, reject}));
  // Who does not wait for it hears of a failure by an event; the page's own error log is left alone.
  promise.catch(() => undefined);
  return {
    promise,
    resolve: (value) => settle?.resolve(value),
    reject: (reason) => settle?.reject(reason),
  };
}

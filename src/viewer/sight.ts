/** Whether anybody can see a stage, and who waits until somebody does. */
export class Sight {
  #isOpen = true;
  #waiting: (() => void)[] = [];

  get isOpen(): boolean {
    return this.#isOpen;
  }

  set isOpen(isOpen: boolean) {
    this.#isOpen = isOpen;
    if (isOpen) this.stopWaiting();
  }

  /** Resolves when somebody can see it, or when nobody is to wait any more. */
  wait(): Promise<void> {
    return this.#isOpen ? Promise.resolve() : new Promise((done) => this.#waiting.push(done));
  }

  stopWaiting(): void {
    for (const go of this.#waiting.splice(0)) go();
  }
}

/** Names given so far in this page. */
let count = 0;

/** Groups the requests of one slide or of one word being typed, so that they are undone together. */
export class Gesture {
  #name: string | null = null;

  /** The name of the present gesture; asking for it begins one. */
  get name(): string {
    return (this.#name ??= `gesture-${++count}`);
  }

  /** What follows is another one. */
  end(): void {
    this.#name = null;
  }
}

import {cubeUrl} from './glb.js';

/** A clock that stands in for the page's: long waits end when it is told that time has passed. */
export class SlowClock {
  readonly #now = performance.now;
  readonly #set = window.setTimeout;
  readonly #clear = window.clearTimeout;
  readonly #waiting = new Map<number, {readonly dueMs: number; readonly run: () => void}>();
  #passedMs = 0;
  #last = -1;

  constructor() {
    performance.now = () => this.#now.call(performance) + this.#passedMs;
    const set = (run: () => void, delayMs = 0): unknown => {
      if (delayMs < 1000) return this.#set.call(window, run, delayMs);
      this.#waiting.set(--this.#last, {dueMs: performance.now() + delayMs, run});
      return this.#last;
    };
    const clear = (id?: number): void => {
      if (id === undefined || !this.#waiting.delete(id)) this.#clear.call(window, id);
    };
    Object.assign(window, {setTimeout: set, clearTimeout: clear});
  }

  /** Lets time pass, and then ends the waits that are over. */
  async pass(timeMs: number): Promise<void> {
    this.#passedMs += timeMs;
    for (const [id, {dueMs, run}] of this.#waiting) {
      if (dueMs > performance.now()) continue;
      this.#waiting.delete(id);
      run();
    }
    await new Promise((done) => setTimeout(done));
  }

  /** Gives the page its own clock back. */
  stop(): void {
    performance.now = this.#now;
    Object.assign(window, {setTimeout: this.#set, clearTimeout: this.#clear});
  }
}

/** Holds every picture that is to be decoded until it is let go. */
export class PictureGate {
  readonly #decode = globalThis.createImageBitmap;
  readonly #held: (() => void)[] = [];

  constructor() {
    const decode: unknown = this.#decode;
    Reflect.set(globalThis, 'createImageBitmap', async (...args: unknown[]): Promise<unknown> => {
      await new Promise<void>((done) => this.#held.push(done));
      return typeof decode === 'function' ? Reflect.apply(decode, globalThis, args) : null;
    });
  }

  /** Resolves when so many pictures are held. */
  async holds(count: number): Promise<void> {
    while (this.#held.length < count) await new Promise((done) => setTimeout(done, 5));
  }

  /** Lets the first of them go. */
  letOne(): void {
    this.#held.shift()?.();
  }

  /** Lets all of them go, those to come too. */
  open(): void {
    globalThis.createImageBitmap = this.#decode;
    for (const go of this.#held.splice(0)) go();
  }
}

const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A cube with two pictures on it. */
export const picturesUrl = () =>
  cubeUrl((json) => {
    // three reads what has the same address once.
    json['images'] = [{uri: picture}, {uri: `${picture}#other`}];
    json['textures'] = [{source: 0}, {source: 1}];
    json.materials[0] = {pbrMetallicRoughness: {baseColorTexture: {index: 0}}, emissiveTexture: {index: 1}};
  });

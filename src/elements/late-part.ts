import type {CSSResult} from 'lit';

/** What a late part brings for the shadow root of whoever needs it. */
export interface LateModule {
  readonly styles: CSSResult | readonly CSSResult[];
}

/** A module with a view that few people need at first: it is fetched when somebody does, or in a quiet moment before. */
export class LatePart<Module extends LateModule = LateModule> {
  readonly #fetch: () => Promise<Module>;
  #coming: Promise<Module> | null = null;
  #module: Module | null = null;

  /** @param fetch - Imports the module; the build makes a file of its own of it. */
  constructor(fetch: () => Promise<Module>) {
    this.#fetch = fetch;
  }

  /** `null` until it has come. */
  get module(): Module | null {
    return this.#module;
  }

  /** Fetches it, once; what has failed is tried again. */
  load(): Promise<Module> {
    return (this.#coming ??= this.#load());
  }

  /** Fetches it when nothing else is to be done; a failure is left to whoever needs it. */
  loadWhenIdle(): void {
    const load = (): void => void this.load().catch(() => undefined);
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(load);
    else setTimeout(load, 500);
  }

  async #load(): Promise<Module> {
    try {
      return (this.#module = await this.#fetch());
    } finally {
      if (!this.#module) this.#coming = null;
    }
  }
}

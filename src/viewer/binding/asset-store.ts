interface Loading {
  readonly kind: 'loading';
  readonly done: Promise<void>;
  readonly controller: AbortController;
}
type Asset<T> =
  Loading | {readonly kind: 'ready'; readonly value: T} | {readonly kind: 'failed'; readonly error: unknown};

/** Keeps what a plan needs from elsewhere, loads each thing once, and stops loading what is no longer wanted. */
export class AssetStore<T> {
  /** The least recently wanted first. */
  readonly #assets = new Map<string, Asset<T>>();
  readonly #wanted = new Set<string>();
  readonly #spare: number;
  readonly #free: (value: T) => void;

  /**
   * @param spare How many things that are not wanted at present are kept for next time.
   * @param free Gives back a thing that is kept no longer.
   */
  constructor(spare: number, free: (value: T) => void) {
    this.#spare = spare;
    this.#free = free;
  }

  /** Forgets what was wanted; what follows says it anew. */
  begin(): void {
    this.#wanted.clear();
  }

  /**
   * The thing, or `null` while it is being loaded.
   *
   * @throws What loading it threw; it is not tried again for as long as it is wanted.
   */
  want(key: string, load: (signal: AbortSignal) => Promise<T>): T | null {
    this.#wanted.add(key);
    const asset = this.#assets.get(key) ?? this.#load(key, load);
    this.#assets.delete(key);
    this.#assets.set(key, asset);
    if (asset.kind === 'failed') throw asset.error;
    return asset.kind === 'ready' ? asset.value : null;
  }

  /** What is wanted and not there yet. None of these promises is ever rejected. */
  waiting(): Promise<void>[] {
    return [...this.#assets].flatMap(([key, asset]) =>
      asset.kind === 'loading' && this.#wanted.has(key) ? [asset.done] : [],
    );
  }

  /** Stops loading what is not wanted, and forgets failures that matter to nobody. */
  abandon(): void {
    for (const [key, asset] of this.#assets) {
      if (this.#wanted.has(key) || asset.kind === 'ready') continue;
      this.#assets.delete(key);
      if (asset.kind === 'loading') asset.controller.abort();
    }
  }

  /** Frees what is neither wanted nor among the most recent spare things. */
  trim(spare = this.#spare): void {
    const idle = [...this.#assets].filter(([key, asset]) => asset.kind === 'ready' && !this.#wanted.has(key));
    for (const [key, asset] of idle.slice(0, Math.max(0, idle.length - spare))) {
      this.#assets.delete(key);
      if (asset.kind === 'ready') this.#free(asset.value);
    }
  }

  dispose(): void {
    this.begin();
    this.abandon();
    this.trim(0);
  }

  #load(key: string, load: (signal: AbortSignal) => Promise<T>): Loading {
    const controller = new AbortController();
    const settle = (asset: Asset<T>): void => {
      if (this.#assets.get(key) === loading) this.#assets.set(key, asset);
      else if (asset.kind === 'ready') this.#free(asset.value);
    };
    const done = load(controller.signal).then(
      (value) => settle({kind: 'ready', value}),
      (error: unknown) => settle({kind: 'failed', error}),
    );
    const loading: Loading = {kind: 'loading', done, controller};
    return loading;
  }
}

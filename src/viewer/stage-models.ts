import type {SceneModel} from '../core/product/scene-definition.js';
import {TwikError} from '../core/error.js';
import type {LoadedModel} from './loaded-model.js';
import {disposeModel} from './model/dispose-model.js';
import {isAbort} from './model/fetch-bytes.js';
import type {HasExtension} from './model/load-image.js';
import {leaseModel} from './model/model-cache.js';
import type {ModelLease} from './model/model-cache.js';
import {parseModel} from './model/parse-model.js';

interface Entry {
  readonly lease: ModelLease;
  readonly loading: Promise<LoadedModel>;
  model: LoadedModel | null;
}

export interface StageModelsListener {
  /** How much of the models that a first picture needs is here, 0 to 1. */
  onProgress(share: number): void;
  onIssue(error: TwikError): void;
  readonly hasExtension: HasExtension;
}

/** The models of one scene, in memory or on their way. */
export class StageModels {
  readonly #definitions: ReadonlyMap<string, SceneModel>;
  readonly #baseUrl: string;
  readonly #listener: StageModelsListener;
  readonly #entries = new Map<string, Entry>();
  readonly #shares = new Map<string, number>();
  readonly #end = new AbortController();

  constructor(definitions: readonly SceneModel[], baseUrl: string, listener: StageModelsListener) {
    this.#definitions = new Map(definitions.map((definition) => [definition.id, definition]));
    this.#baseUrl = baseUrl;
    this.#listener = listener;
  }

  /** The models that are in memory. */
  get loaded(): LoadedModel[] {
    return [...this.#entries.values()].flatMap(({model}) => (model ? [model] : []));
  }

  get(id: string): LoadedModel | null {
    return this.#entries.get(id)?.model ?? null;
  }

  /** Loads what the first picture needs. Rejects with the first failure. */
  async loadStart(): Promise<LoadedModel[]> {
    const start = [...this.#definitions.values()].filter(({load}) => load === 'start');
    for (const {id} of start) this.#shares.set(id, 0);
    return Promise.all(start.map(({id}) => this.require(id)));
  }

  /**
   * @throws TwikError `model-unknown`, or why it could not be loaded.
   */
  async require(id: string, signal?: AbortSignal): Promise<LoadedModel> {
    signal?.throwIfAborted();
    const entry = this.#entries.get(id) ?? this.#start(id);
    const {loading} = entry;
    if (!signal) return loading;
    // The download goes on: whoever gave up now may want it in a moment, and others may wait for it.
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
      loading.then(resolve, reject);
    });
  }

  dispose(): void {
    this.#end.abort();
    for (const {model, lease} of this.#entries.values()) {
      if (model) disposeModel(model);
      lease.release();
    }
    this.#entries.clear();
  }

  #start(id: string): Entry {
    const definition = this.#definitions.get(id);
    if (!definition) {
      const known = [...this.#definitions.keys()].join(', ');
      throw new TwikError('model-unknown', `The scene has no model "${id}". It has: ${known || 'none'}.`);
    }
    const lease = leaseModel(resolveSource(definition.src, this.#baseUrl), (share) => this.#progress(id, share));
    const entry: Entry = {lease, loading: this.#load(id, lease), model: null};
    this.#entries.set(id, entry);
    entry.loading.then(
      (model) => {
        entry.model = model;
      },
      () => {
        // A later request may try again.
        lease.release();
        if (this.#entries.get(id) === entry) this.#entries.delete(id);
      },
    );
    return entry;
  }

  async #load(id: string, lease: ModelLease): Promise<LoadedModel> {
    const file = await lease.file;
    const model = await parseModel(id, file, {
      onIssue: (error) => this.#listener.onIssue(error),
      hasExtension: this.#listener.hasExtension,
      signal: this.#end.signal,
    });
    if (!this.#end.signal.aborted) return model;
    disposeModel(model);
    throw new DOMException('The stage is gone.', 'AbortError');
  }

  #progress(id: string, share: number): void {
    if (!this.#shares.has(id)) return;
    this.#shares.set(id, share);
    const sum = [...this.#shares.values()].reduce((total, value) => total + value, 0);
    this.#listener.onProgress(sum / this.#shares.size);
  }
}

/**
 * The absolute address of a file of the scene.
 *
 * @throws TwikError `model-not-found` when it cannot be one.
 */
export function resolveSource(src: string, baseUrl: string): string {
  try {
    return new URL(src, baseUrl).href;
  } catch (cause) {
    throw new TwikError('model-not-found', `"${src}" is not an address. Write it relative to the product file.`, {
      cause,
    });
  }
}

/** What a load failed with, as an error to show; `null` when it was only called off. */
export function failureOf(error: unknown): TwikError | null {
  if (isAbort(error)) return null;
  if (error instanceof TwikError) return error;
  return new TwikError('viewer-failed', 'The 3D view has failed for a reason it does not know. Load the page again.', {
    cause: error,
  });
}

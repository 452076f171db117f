import type {ReactiveController} from 'lit';
import type {Configuration} from '../../core/configuration/configuration.js';
import {TwikError} from '../../core/error.js';
import {loadFields} from '../controls/late-fields.js';
import {loadMessages} from '../load-messages.js';
import type {TwikElement} from '../twik-element.js';
import {openConfiguration} from './open-configuration.js';

/** How far a configurator has come. */
export type LoadState =
  | {readonly kind: 'empty'}
  | {readonly kind: 'loading'}
  | {readonly kind: 'ready'; readonly configuration: Configuration}
  | {readonly kind: 'failed'; readonly error: TwikError};

/** What the load asks and tells its configurator. */
export interface ProductLoadOptions {
  /** What the configurator shall show. */
  source(): string | object | null;
  /** The share code to begin with. Asked once a load, when the product is there. */
  code(): string | null;
  /** What was there before is not valid any more. */
  onStart(): void;
  onReady(configuration: Configuration): void;
  /** The load has failed, or its share code was refused. */
  onError(error: TwikError): void;
}

/** Loads the product of a configurator while it is in the page; the latest wish ends the ones before it. */
export class ProductLoad implements ReactiveController {
  readonly #host: TwikElement;
  readonly #options: ProductLoadOptions;
  #source: string | object | null = null;
  #state: LoadState = {kind: 'empty'};
  #abort: AbortController | null = null;
  #ready = pending();
  #isSettled = false;

  constructor(host: TwikElement, options: ProductLoadOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): LoadState {
    return this.#state;
  }

  get ready(): Promise<Configuration> {
    return this.#ready.promise;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    // A move leaves and comes back within one task, and must not load twice.
    queueMicrotask(() => {
      if (this.#host.isConnected || this.#state.kind !== 'loading') return;
      this.#abort?.abort();
      this.#source = null;
      this.#state = {kind: 'empty'};
    });
  }

  hostUpdate(): void {
    this.#follow();
  }

  /** Loads again what has failed. */
  retry(): void {
    this.#source = null;
    this.#follow();
  }

  #follow(): void {
    const source = this.#options.source();
    if (!this.#host.isConnected || source === this.#source) return;
    this.#source = source;
    this.#abort?.abort();
    if (this.#isSettled) {
      this.#ready = pending();
      this.#isSettled = false;
    }
    const isEmpty = source === null || source === '';
    this.#become({kind: isEmpty ? 'empty' : 'loading'});
    this.#options.onStart();
    if (!isEmpty) void this.#load(source);
  }

  async #load(source: string | object): Promise<void> {
    const abort = new AbortController();
    const {signal} = abort;
    this.#abort = abort;
    try {
      const configuration = await openConfiguration(source, {
        baseUrl: this.#host.ownerDocument.baseURI,
        signal,
        besides: Promise.all([this.#loadLanguage(signal), loadFields()]),
        code: () => this.#options.code(),
        onCodeRefused: (error) => this.#options.onError(error),
      });
      if (signal.aborted) return;
      this.#become({kind: 'ready', configuration});
      this.#isSettled = true;
      this.#ready.resolve(configuration);
      this.#options.onReady(configuration);
    } catch (cause) {
      if (signal.aborted) return;
      const error = asTwikError(cause);
      this.#become({kind: 'failed', error});
      this.#isSettled = true;
      this.#ready.reject(error);
      this.#options.onError(error);
    }
  }

  /** Whoever waits for `ready` shall find everything said in the element's language. */
  async #loadLanguage(signal: AbortSignal): Promise<void> {
    try {
      await loadMessages(this.#host.locale);
    } catch (cause) {
      if (!signal.aborted) this.#options.onError(asTwikError(cause));
    }
  }

  #become(state: LoadState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

interface Pending {
  readonly promise: Promise<Configuration>;
  resolve(configuration: Configuration): void;
  reject(error: TwikError): void;
}

function pending(): Pending {
  let settle: Omit<Pending, 'promise'> | undefined;
  const promise = new Promise<Configuration>((resolve, reject) => (settle = {resolve, reject}));
  // Who does not wait for it hears of a failure by the event; the page's own error log is left alone.
  promise.catch(() => undefined);
  return {
    promise,
    resolve: (configuration) => settle?.resolve(configuration),
    reject: (error) => settle?.reject(error),
  };
}

function asTwikError(cause: unknown): TwikError {
  if (cause instanceof TwikError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new TwikError('unexpected', `The product could not be opened: ${reason}`, {cause});
}

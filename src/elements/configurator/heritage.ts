import type {ReactiveController} from 'lit';
import type {Configuration} from '../../core/configuration/configuration.js';
import type {TwikElement} from '../twik-element.js';
import {bequeath, offerHeir} from './estates.js';

/** A configurator, as far as it can leave something to another. */
type HeritageHost = TwikElement & {readonly configuration: Configuration | null};

/** Lets a configurator go on where one that it replaces, or that it is a copy of, has been. */
export class Heritage implements ReactiveController {
  readonly #host: HeritageHost;
  /** The share code to begin with. */
  #code: string | null = null;

  constructor(host: HeritageHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const key = this.#key();
    if (key === null || this.#host.configuration || this.#code !== null) return;
    offerHeir({key, inherit: (code) => (this.#code = code)});
  }

  hostDisconnected(): void {
    const key = this.#key();
    const {configuration} = this.#host;
    if (key === null || !configuration) return;
    bequeath({key, code: configuration.shareCode(), isBack: () => this.#host.isConnected});
  }

  /** Begins where another is now. */
  copy(other: Heritage): void {
    this.#code = other.#host.configuration?.shareCode() ?? other.#code;
  }

  /** The share code to begin with, once. */
  take(): string | null {
    const code = this.#code;
    this.#code = null;
    return code;
  }

  /** What tells a successor from any other configurator; `null` where HTML written anew cannot say what it is. */
  #key(): string | null {
    const product = this.#host.getAttribute('product');
    return product === null ? null : `${this.#host.id} ${product}`;
  }
}

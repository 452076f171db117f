import type {ReactiveController} from 'lit';
import type {Configuration} from '../../core/configuration/configuration.js';
import type {TwikElement} from '../twik-element.js';
import {bequeath, inherit} from './estates.js';

/** Lets a configurator go on where one that it replaces, or that it is a copy of, has been. */
export class Heritage implements ReactiveController {
  readonly #host: TwikElement & {readonly configuration: Configuration | null};
  /** The share code to begin with. */
  #code: string | null = null;
  #revoke: () => void = () => undefined;

  constructor(host: TwikElement & {readonly configuration: Configuration | null}) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#revoke();
    if (!this.#host.configuration) this.#code ??= inherit(this.#key());
  }

  hostDisconnected(): void {
    const {configuration} = this.#host;
    if (configuration) this.#revoke = bequeath(this.#key(), configuration.shareCode());
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

  /** What tells a successor from any other configurator. */
  #key(): string {
    return `${this.#host.id} ${this.#host.getAttribute('product') ?? ''}`;
  }
}

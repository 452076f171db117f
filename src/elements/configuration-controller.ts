import type {ReactiveController} from 'lit';
import type {Configuration, StateChange} from '../core/configuration/configuration.js';
import {followOwners, ownerAbove, ownerById, type ConfigurationOwner} from './owners.js';
import type {TwikElement} from './twik-element.js';

/** An element that shows something of a configuration. */
export type ConfigurationHost = TwikElement & {
  /** Set from outside, it goes before everything else. */
  readonly configuration?: Configuration | null;
  /** Id of a configurator in the same document or shadow root; goes before the one around the element. */
  readonly for?: string;
};

/** What a controller calls back. */
export interface ConfigurationControllerOptions {
  /** Another configuration has come, or none is there any more. Not called while the element is out of the page. */
  onConnect?(configuration: Configuration | null): void;
  /** The configuration has changed. */
  onChange?(change: StateChange): void;
}

/**
 * Finds the configuration that an element belongs to, updates the element when it changes, and follows it when the
 * element is moved, the configurator appears later or loads another product.
 */
export class ConfigurationController implements ReactiveController {
  readonly #host: ConfigurationHost;
  readonly #options: ConfigurationControllerOptions;
  #configuration: Configuration | null = null;
  #revision = 0;
  #owner: ConfigurationOwner | null = null;
  #unsubscribe: (() => void) | null = null;
  #unfollow: (() => void) | null = null;

  constructor(host: ConfigurationHost, options: ConfigurationControllerOptions = {}) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get configuration(): Configuration | null {
    return this.#configuration;
  }

  /** The configurator it comes from; `null` where the configuration was set as a property. */
  get owner(): ConfigurationOwner | null {
    return this.#owner;
  }

  hostConnected(): void {
    this.#unfollow = followOwners(this);
    this.#refresh();
  }

  hostDisconnected(): void {
    this.#unfollow?.();
    this.#unfollow = null;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** The host's own properties may have changed. */
  hostUpdate(): void {
    this.#refresh();
  }

  /** @internal */
  ownersChanged(): void {
    this.#refresh();
    // The owner's locale may be what has changed.
    if (this.#owner) this.#host.requestUpdate();
  }

  #refresh(): void {
    if (!this.#unfollow) return;
    const given = this.#host.configuration ?? null;
    this.#owner = given ? null : this.#findOwner();
    const configuration = given ?? this.#owner?.configuration ?? null;
    if (configuration === this.#configuration && (this.#unsubscribe || !configuration)) return;
    // An element that comes back to what it showed has missed nothing, unless something was changed meanwhile.
    const isSame = configuration === this.#configuration && configuration?.revision === this.#revision;
    this.#unsubscribe?.();
    this.#configuration = configuration;
    this.#unsubscribe =
      configuration?.subscribe((change) => {
        this.#revision = configuration.revision;
        this.#host.requestUpdate();
        this.#options.onChange?.(change);
      }) ?? null;
    if (isSame) return;
    this.#revision = configuration?.revision ?? 0;
    this.#host.requestUpdate();
    this.#options.onConnect?.(configuration);
  }

  #findOwner(): ConfigurationOwner | null {
    return this.#host.for ? ownerById(this.#host, this.#host.for) : ownerAbove(this.#host);
  }
}

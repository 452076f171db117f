import type {ReactiveController} from 'lit';
import type {TwikElement} from '../twik-element.js';
import {codeOf} from './share-link.js';

/** Watches the address of the page for share codes while its element is there. */
export class PageLink implements ReactiveController {
  readonly #onCode: (code: string) => void;

  constructor(host: TwikElement, onCode: (code: string) => void) {
    this.#onCode = onCode;
    host.addController(this);
  }

  /** The share code in the address now. */
  get code(): string | null {
    return codeOf(location.href);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#look);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#look);
  }

  readonly #look = (): void => {
    if (this.code !== null) this.#onCode(this.code);
  };
}

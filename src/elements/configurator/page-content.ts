import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Watches what the page puts into a configurator in place of something of its own. */
export class PageContent implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer: MutationObserver;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#observer = new MutationObserver((records) => {
      if (records.some(({target}) => target === host || target.parentNode === host)) host.requestUpdate();
    });
    host.addController(this);
  }

  /** Whether the page shows something in place of the viewer. */
  get hasViewer(): boolean {
    return this.#slots.has('viewer');
  }

  /** The slots of controls that the page brings itself. */
  get controlSlots(): readonly string[] {
    return [...this.#slots].filter((slot) => slot.startsWith('control-'));
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, {childList: true, subtree: true, attributeFilter: ['slot']});
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  get #slots(): ReadonlySet<string> {
    return new Set([...this.#host.children].map(({slot}) => slot));
  }
}

import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Configuration} from '../core/configuration/configuration.js';
import type {Explanation, Repair} from '../core/configuration/request.js';
import {buttonStyles} from './button-styles.js';
import {ConfigurationController} from './configuration-controller.js';
import {LatePart} from './late-part.js';
import {requestChange} from './request-change.js';
import {TwikElement} from './twik-element.js';

/** A wish that contradicts earlier picks, with the ways out. */
export interface Conflict {
  readonly explanation: Explanation;
  /** Best first. */
  readonly repairs: readonly Repair[];
}

const dialog = new LatePart(() => import('./conflict/dialog.js'));

/**
 * The dialog for a wish that contradicts earlier picks: why, what can be done, or leave it.
 *
 * @summary Asks how a conflict shall end.
 * @tagname twik-conflict
 * @fires {CustomEvent<ConfigurationErrorDetail>} configuration-error - The dialog could not be loaded. Bubbles, composed.
 * @csspart dialog - The dialog.
 * @csspart title - Its title.
 * @csspart reason - The sentence of each rule.
 * @csspart repair - Each way out.
 * @csspart keep - The button that leaves everything as it is.
 */
export class TwikConflict extends TwikElement {
  static override styles = buttonStyles;

  /** Id of the configurator that it belongs to. Default: the one around the element. */
  @property() for = '';
  /** The configuration, for pages that make it themselves. Goes before any configurator. */
  @property({attribute: false}) configuration: Configuration | null = null;
  /** The conflict to be solved; the dialog is open while there is one. */
  @property({attribute: false}) conflict: Conflict | null = null;

  readonly #controller = new ConfigurationController(this, {
    // Whatever the conflict was about is history.
    onConnect: (configuration) => {
      this.#close();
      if (configuration) dialog.loadWhenIdle();
    },
    onChange: () => this.#close(),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  /** Asks how a conflict shall end, in place of any other. */
  ask(conflict: Conflict): void {
    this.conflict = conflict;
  }

  protected override get latePart(): LatePart | null {
    return this.conflict && dialog;
  }

  override render(): TemplateResult {
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#closed} @click=${this.#clickOutside}>
      ${
        this.conflict && dialog.module
          ? dialog.module.conflictView({
              ...this.conflict,
              configuration: this.#controller.configuration,
              locale: this.locale,
              onAccept: (repair) => this.#accept(repair),
              onKeep: this.#close,
            })
          : nothing
      }
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('conflict')) return;
    const isOpen = this.#dialog?.open ?? false;
    if (this.conflict && dialog.module && !isOpen) this.#dialog?.showModal();
    // Closing gives the focus back to where it was.
    if (!this.conflict && isOpen) this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #accept(repair: Repair): void {
    const configuration = this.#controller.configuration;
    this.#close();
    if (configuration) requestChange(this, configuration, repair.request);
  }

  readonly #close = (): void => {
    this.conflict = null;
  };

  readonly #closed = (): void => {
    // The event comes late; by now the dialog may be open again for the next conflict.
    if (!this.#dialog?.open) this.#close();
  };

  readonly #clickOutside = ({target, currentTarget}: Event): void => {
    // The content covers the whole dialog, so what hits the dialog itself hit its backdrop.
    if (target === currentTarget) this.#close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-conflict': TwikConflict;
  }
}

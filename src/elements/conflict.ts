import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import type {Configuration} from '../core/configuration/configuration.js';
import type {Explanation, Repair, ValueChange} from '../core/configuration/request.js';
import type {Value} from '../core/product/parameter.js';
import {localize} from '../core/text/localize.js';
import type {Text} from '../core/text/text.js';
import {buttonStyles} from './button-styles.js';
import {ConfigurationController} from './configuration-controller.js';
import {conflictStyles} from './conflict/styles.js';
import {formatValue} from './format.js';
import {arrowIcon, closeIcon} from './icons.js';
import {msg} from './messages.js';
import {requestChange} from './request-change.js';
import {TwikElement} from './twik-element.js';

/** A wish that contradicts earlier picks, with the ways out. */
export interface Conflict {
  readonly explanation: Explanation;
  /** Best first. */
  readonly repairs: readonly Repair[];
}

/** How many consequences a way out spells out before it counts the rest. */
const shownChanges = 4;

/**
 * The dialog for a wish that contradicts earlier picks: why, what can be done, or leave it.
 *
 * @summary Asks how a conflict shall end.
 * @tagname twik-conflict
 * @csspart dialog - The dialog.
 * @csspart title - Its title.
 * @csspart reason - The sentence of each rule.
 * @csspart repair - Each way out.
 * @csspart keep - The button that leaves everything as it is.
 */
export class TwikConflict extends TwikElement {
  static override styles = [buttonStyles, conflictStyles];

  /** Id of the configurator that it belongs to. Default: the one around the element. */
  @property() for = '';
  /** The configuration, for pages that make it themselves. Goes before any configurator. */
  @property({attribute: false}) configuration: Configuration | null = null;
  /** The conflict to be solved; the dialog is open while there is one. */
  @property({attribute: false}) conflict: Conflict | null = null;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #controller = new ConfigurationController(this, {
    // Whatever the conflict was about is history.
    onConnect: () => this.#close(),
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

  override render(): TemplateResult {
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#closed} @click=${this.#clickOutside}>
      ${this.conflict ? this.#content(this.conflict) : nothing}
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('conflict')) return;
    const isOpen = this.dialog?.open ?? false;
    if (this.conflict && !isOpen) this.dialog?.showModal();
    // Closing gives the focus back to where it was.
    if (!this.conflict && isOpen) this.dialog?.close();
  }

  #content({explanation, repairs}: Conflict): TemplateResult {
    const locale = this.locale;
    const {rules, picks, parameter, value} = explanation;
    const messages = rules.flatMap(({message}) => (message === null ? [] : [this.#localize(message)]));
    const wanted = {parameter: this.#name(parameter), value: this.#value(parameter, value)};
    return html`<div class="content">
      <header>
        <h2 id="title" part="title">${msg('conflict.title', {}, locale)}</h2>
        <button
          class="button icon"
          type="button"
          aria-label=${msg('conflict.keep', {}, locale)}
          title=${msg('conflict.keep', {}, locale)}
          @click=${this.#close}
        >
          ${closeIcon}
        </button>
      </header>
      <p>${msg('conflict.wanted', wanted, locale)}</p>
      ${
        messages.length > 0
          ? html`<ul class="reasons">
              ${messages.map((message) => html`<li part="reason">${message}</li>`)}
            </ul>`
          : html`<p>
              ${msg('conflict.against', {}, locale)}:
              ${picks.map((pick) => `${this.#name(pick.parameter)}: ${this.#value(pick.parameter, pick.value)}`).join(', ')}
            </p>`
      }
      ${
        repairs.length > 0
          ? html`<h3>${msg('conflict.solve', {}, locale)}</h3>
              <ul class="repairs">
                ${repairs.map((repair, index) => html`<li>${this.#repair(repair, index, parameter)}</li>`)}
              </ul>`
          : html`<p>${msg('conflict.no-repair', {}, locale)}</p>`
      }
      <button class="button keep" part="keep" type="button" @click=${this.#close}>
        ${msg('conflict.keep', {}, locale)}
      </button>
    </div>`;
  }

  #repair(repair: Repair, index: number, wanted: string): TemplateResult {
    const locale = this.locale;
    const released = new Set(repair.release.map(({parameter}) => parameter));
    const main = repair.changes.filter(({path}) => released.has(path));
    const others = repair.changes.filter(({path}) => !released.has(path) && path !== wanted);
    const count = others.length - shownChanges;
    return html`<button
      class="repair"
      part="repair"
      type="button"
      ?autofocus=${index === 0}
      @click=${() => this.#accept(repair)}
    >
      ${main.map((change) => html`<span class="main">${this.#change(change)}</span>`)}
      ${
        others.length === 0
          ? nothing
          : html`<span class="also"
              >${msg('conflict.also', {}, locale)}
              ${others.slice(0, shownChanges).map((change) => html`<span>${this.#change(change)}</span>`)}
              ${count > 0 ? html`<span>${msg('conflict.more', {count}, locale)}</span>` : nothing}
            </span>`
      }
    </button>`;
  }

  #change({path, from, to}: ValueChange): TemplateResult {
    return html`<span class="name">${this.#name(path)}</span>
      <span class="from">${this.#value(path, from)}</span>${arrowIcon}<span class="to">${this.#value(path, to)}</span>`;
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
    if (!this.dialog?.open) this.#close();
  };

  readonly #clickOutside = ({target, currentTarget}: Event): void => {
    // The content covers the whole dialog, so what hits the dialog itself hit its backdrop.
    if (target === currentTarget) this.#close();
  };

  #name(path: string): string {
    const parameter = this.#controller.configuration?.parameter(path).parameter;
    return parameter ? this.#localize(parameter.name) : path;
  }

  #value(path: string, value: Value): string {
    const configuration = this.#controller.configuration;
    if (!configuration) return '';
    // `null` is "none" here, never "still open": a conflict is about what was or will be decided.
    if (value === null) return msg('none', {}, this.locale);
    const {parameter} = configuration.parameter(path);
    return formatValue(parameter, value, this.locale, configuration.product.defaultLocale);
  }

  #localize(text: Text): string {
    return localize(text, this.locale, this.#controller.configuration?.product.defaultLocale ?? 'en');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-conflict': TwikConflict;
  }
}

import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Configuration, ParameterState} from '../core/configuration/configuration.js';
import {localize} from '../core/text/localize.js';
import {ConfigurationController} from './configuration-controller.js';
import {formatValue} from './format.js';
import {msg} from './messages.js';
import {groupsOf} from './summary/groups.js';
import {summaryStyles} from './summary/styles.js';
import {TwikElement} from './twik-element.js';

/**
 * Lists what is chosen, by group, and says what is still open. Inside or for a configurator each value leads to its
 * control.
 *
 * @summary What is chosen, in words.
 * @tagname twik-summary
 * @csspart open - Says how many choices are open.
 * @csspart group - The name of a group.
 * @csspart list - The list of a group.
 * @csspart name - The name of a parameter.
 * @csspart value - Its value.
 */
export class TwikSummary extends TwikElement {
  static override styles = summaryStyles;

  /** Id of the configurator that is summed up. Default: the one around the element. */
  @property() for = '';
  /** The configuration to list, for pages that make it themselves. Goes before any configurator. */
  @property({attribute: false}) configuration: Configuration | null = null;

  readonly #controller = new ConfigurationController(this);

  override render(): TemplateResult | typeof nothing {
    const configuration = this.#controller.configuration;
    if (!configuration) return nothing;
    const groups = groupsOf(configuration, this.locale);
    const count = groups.flatMap(({states}) => states).filter(({isOpen}) => isOpen).length;
    return html`
      ${count > 0 ? html`<p part="open">${msg('summary.open', {count}, this.locale)}</p>` : nothing}
      ${groups.map(
        ({name, states}) => html`
          ${name ? html`<h3 part="group">${name}</h3>` : nothing}
          <dl part="list">${states.map((state) => this.#row(state, configuration.product.defaultLocale))}</dl>
        `,
      )}
    `;
  }

  #row({parameter, value, isOpen, origin}: ParameterState, defaultLocale: string): TemplateResult {
    const locale = this.locale;
    const name = localize(parameter.name, locale, defaultLocale);
    const text = isOpen ? msg('open', {}, locale) : formatValue(parameter, value, locale, defaultLocale);
    const words = html`<span class=${isOpen ? 'open' : ''}>${text}</span>`;
    return html`<div>
      <dt part="name">${name}</dt>
      <dd part="value">
        ${
          this.#controller.owner
            ? html`<button type="button" data-parameter=${parameter.id} @click=${this.#change}>
                ${words}<span class="visually-hidden">, ${msg('summary.change', {parameter: name}, locale)}</span>
              </button>`
            : words
        }
        ${origin === 'rule' ? html`<small>${msg('summary.by-rule', {}, locale)}</small>` : nothing}
      </dd>
    </div>`;
  }

  readonly #change = ({currentTarget}: Event): void => {
    const parameter = currentTarget instanceof HTMLElement ? currentTarget.dataset['parameter'] : undefined;
    if (parameter !== undefined) this.#controller.owner?.focusParameter(parameter);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-summary': TwikSummary;
  }
}

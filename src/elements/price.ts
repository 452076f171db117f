import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Configuration} from '../core/configuration/configuration.js';
import {TwikError} from '../core/error.js';
import type {Price} from '../core/price/price.js';
import {ConfigurationController} from './configuration-controller.js';
import {formatMoney, formatShare} from './format.js';
import {chevronIcon} from './icons.js';
import {LatePart} from './late-part.js';
import {msg} from './messages.js';
import {priceStyles} from './price/styles.js';
import {TwikElement} from './twik-element.js';

const lines = new LatePart(() => import('./price/breakdown.js'));

/**
 * Shows what one piece of the current configuration costs, and on request why.
 *
 * Stands inside a configurator, or anywhere on the page with `for="id"`. Shows nothing for a product without prices.
 *
 * @summary The price, kept current.
 * @tagname twik-price
 * @slot note - Words below the amount, such as shipping costs.
 * @csspart amount - The amount.
 * @csspart note - What it includes.
 * @csspart lead-time - When it can be there.
 * @csspart estimate - Says that something is still open.
 * @csspart details - The disclosure with the lines of the price.
 * @csspart lines - The table of lines.
 */
export class TwikPrice extends TwikElement {
  static override styles = priceStyles;

  /** Id of the configurator whose price is shown. Default: the one around the element. */
  @property() for = '';
  /**
   * Where the lines of the price unfold: `inline` below the amount, `above` over what is there (for a bar at the bottom,
   * which must be positioned), or not at all.
   */
  @property() details: 'inline' | 'above' | 'none' = 'inline';
  /** The configuration to price, for pages that make it themselves. Goes before any configurator. */
  @property({attribute: false}) configuration: Configuration | null = null;

  readonly #controller = new ConfigurationController(this, {
    onConnect: (configuration) => {
      if (configuration?.product.price && this.details !== 'none') lines.loadWhenIdle();
    },
  });
  /** Whether somebody has unfolded the lines. */
  #isUnfolded = false;

  protected override get latePart(): LatePart | null {
    return this.#isUnfolded ? lines : null;
  }

  override render(): TemplateResult | typeof nothing {
    const configuration = this.#controller.configuration;
    const price = configuration?.price() ?? null;
    if (!configuration || !price) return nothing;
    const locale = this.locale;
    if (price instanceof TwikError) return html`<p part="error">${msg('price.failed', {}, locale)}</p>`;
    const days = configuration.leadTimeDays();
    const shown = price.taxIncluded ? price.unit.gross : price.unit.net;
    return html`
      <p part="amount" aria-live="polite" aria-atomic="true">
        <span class="visually-hidden">${msg('price.label', {}, locale)}</span>
        ${formatMoney(shown, locale)}
        ${
          price.isEstimated
            ? html`<span part="estimate" title=${msg('price.estimated', {}, locale)}
                >${msg('price.estimate', {}, locale)}</span
              >`
            : nothing
        }
      </p>
      <p part="note">${this.#note(price)}<slot name="note"></slot></p>
      ${days === null ? nothing : html`<p part="lead-time">${msg('price.lead-time', {count: days}, locale)}</p>`}
      ${
        this.details === 'none'
          ? nothing
          : html`<details part="details" class=${this.details} @toggle=${this.#onToggle}>
              <summary>${msg('price.details', {}, locale)}${chevronIcon}</summary>
              ${this.#isUnfolded ? lines.module?.breakdown(price, configuration.product, locale) : nothing}
            </details>`
      }
    `;
  }

  readonly #onToggle = ({currentTarget}: Event): void => {
    this.#isUnfolded = currentTarget instanceof HTMLDetailsElement && currentTarget.open;
    this.requestUpdate();
  };

  #note({taxIncluded, taxRate}: Price): string {
    const rate = formatShare(taxRate, this.locale);
    if (Number(taxRate) === 0) return '';
    return msg(taxIncluded ? 'price.tax-included' : 'price.tax-excluded', {rate}, this.locale);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-price': TwikPrice;
  }
}

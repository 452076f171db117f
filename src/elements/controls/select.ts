import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Parameter} from '../../core/product/parameter.js';
import {chevronIcon} from '../icons.js';
import {OfferControl, type ListedParameter, type Offer} from './offer-control.js';
import type {ControlContext} from './control.js';
import {controlStyles} from './control-styles.js';
import {fieldStyles} from './field-styles.js';

/** Reasons cost a search each: so many are worked out when the list is opened, the rest only stand apart. */
const maxReasons = 24;

/**
 * The options of a parameter as a list to open, for when there are many. Those barred by other choices stand apart at
 * its end, with the reason.
 *
 * @summary Options as a list to open.
 * @tagname twik-select
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart field - The native list.
 */
export class TwikSelect extends OfferControl {
  static override styles = [
    controlStyles,
    fieldStyles,
    css`
      .field {
        padding-inline-end: calc(var(--_twik-space) * 5);
        text-overflow: ellipsis;
      }
      .box svg {
        position: absolute;
        inset-block-start: calc(50% - 10px);
        inset-inline-end: calc(var(--_twik-space) * 1.5);
        color: var(--_twik-text-muted);
        pointer-events: none;
      }
      option,
      optgroup {
        background: var(--_twik-surface);
        color: var(--_twik-text);
      }
    `,
  ];

  protected override readonly labels = 'field';

  /** Whether somebody is about to read the list. */
  #isOpening = false;

  protected override fits(parameter: Parameter): parameter is ListedParameter {
    return parameter.kind === 'choice' || parameter.kind === 'boolean';
  }

  protected override renderControl(context: ControlContext<ListedParameter>): TemplateResult {
    const {state} = context;
    const barred = this.offers.filter(({isBarred}) => isBarred);
    return html`
      <div class="box">
        <select
          id="field"
          class="field"
          part="field"
          data-focus
          aria-describedby=${this.describedBy(context) || nothing}
          @pointerdown=${this.#onOpening}
          @focus=${this.#onOpening}
          @blur=${this.#onClosed}
          @change=${this.#onChange}
        >
          ${state.isOpen ? html`<option value="" disabled hidden>${this.msg('control.open')}</option>` : nothing}
          ${this.offers.filter(({isBarred}) => !isBarred).map((offer) => this.#renderOption(offer, ''))}
          ${
            barred.length > 0
              ? html`<optgroup label=${this.msg('control.barred')}>
                  ${barred.map((offer, index) =>
                    this.#renderOption(
                      offer,
                      this.#isOpening && index < maxReasons ? this.barredBecause(offer, context) : '',
                    ),
                  )}
                </optgroup>`
              : nothing
          }
        </select>
        ${chevronIcon}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const select = this.renderRoot.querySelector('select');
    // Once the options are there; also after a conflict, when the browser shows what was asked for and not what is.
    if (select) select.value = this.offers.find(({isSelected}) => isSelected)?.key ?? '';
  }

  #renderOption({key, name, difference}: Offer, reason: string): TemplateResult {
    return html`<option value=${key}>
      ${[difference ? `${name} (${difference})` : name, reason].filter(Boolean).join(' – ')}
    </option>`;
  }

  readonly #onOpening = (): void => {
    this.#isOpening = true;
    this.requestUpdate();
  };

  readonly #onClosed = (): void => {
    this.#isOpening = false;
    this.requestUpdate();
  };

  readonly #onChange = ({target}: Event): void => {
    const offer = target instanceof HTMLSelectElement && this.offers.find(({key}) => key === target.value);
    if (offer) this.pick(offer);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-select': TwikSelect;
  }
}

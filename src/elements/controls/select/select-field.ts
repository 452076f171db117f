import {html, nothing, type TemplateResult} from 'lit';
import {chevronIcon} from '../../icons.js';
import type {ControlContext} from '../control.js';
import {fieldStyles} from '../field-styles.js';
import type {ListedParameter, Offer, OfferControl} from '../offer-control.js';
import {selectStyles} from './styles.js';

export const styles = [fieldStyles, selectStyles];

/** Reasons cost a search each: so many are worked out when the list is opened, the rest only stand apart. */
const maxReasons = 24;

/** The list of a `<twik-select>`, and what comes of opening it. */
export class SelectField {
  readonly #control: OfferControl;
  /** Whether somebody is about to read the list. */
  #isOpening = false;

  constructor(control: OfferControl) {
    this.#control = control;
  }

  /** The list with its options. */
  render(context: ControlContext<ListedParameter>): TemplateResult {
    const {state} = context;
    const barred = this.#control.offers.filter(({isBarred}) => isBarred);
    return html`
      <div class="box">
        <select
          id="field"
          class="field"
          part="field"
          data-focus
          aria-describedby=${this.#control.describedBy(context) || nothing}
          @pointerdown=${this.#onOpening}
          @focus=${this.#onOpening}
          @blur=${this.#onClosed}
          @change=${this.#onChange}
        >
          ${state.isOpen ? html`<option value="" disabled hidden>${this.#control.msg('control.open')}</option>` : nothing}
          ${this.#control.offers.filter(({isBarred}) => !isBarred).map((offer) => this.#renderOption(offer, ''))}
          ${
            barred.length > 0
              ? html`<optgroup label=${this.#control.msg('control.barred')}>
                  ${barred.map((offer, index) =>
                    this.#renderOption(
                      offer,
                      this.#isOpening && index < maxReasons ? this.#control.barredBecause(offer, context) : '',
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

  #renderOption({key, name, difference}: Offer, reason: string): TemplateResult {
    return html`<option value=${key}>
      ${[difference ? `${name} (${difference})` : name, reason].filter(Boolean).join(' – ')}
    </option>`;
  }

  readonly #onOpening = (): void => {
    this.#isOpening = true;
    this.#control.requestUpdate();
  };

  readonly #onClosed = (): void => {
    this.#isOpening = false;
    this.#control.requestUpdate();
  };

  readonly #onChange = ({target}: Event): void => {
    const offer = target instanceof HTMLSelectElement && this.#control.offers.find(({key}) => key === target.value);
    if (offer) this.#control.pick(offer);
  };
}

import {html, nothing, type TemplateResult} from 'lit';
import type {Parameter} from '../../core/product/parameter.js';
import type {ControlContext} from './control.js';
import {itemByKey} from './item-by-key.js';
import {OfferControl, type ListedParameter, type Offer} from './offer-control.js';

/**
 * The base of controls that lay all alternatives out. One of many is a group of radio buttons, any number a group of
 * check boxes. Barred ones can be reached, say why, and may be asked for: the configurator then offers a way.
 */
export abstract class ChoiceControl extends OfferControl {
  /** What is inside the button of one alternative. */
  protected abstract renderOffer(offer: Offer, context: ControlContext<ListedParameter>): TemplateResult;

  /** Class of the box around the buttons, by which a control lays them out. */
  protected abstract layout(offers: readonly Offer[]): string;

  protected override fits(parameter: Parameter): parameter is ListedParameter {
    return parameter.kind === 'choice' || parameter.kind === 'choices' || parameter.kind === 'boolean';
  }

  protected override renderControl(context: ControlContext<ListedParameter>): TemplateResult {
    const {offers} = this;
    const isMultiple = context.parameter.kind === 'choices';
    const pointed = offers.find(({key}) => key === this.pointed.current);
    const reason = pointed?.isBarred || pointed?.isUnchecked ? this.barredBecause(pointed, context) : '';
    const tabStop = this.pointed.focused ?? (offers.find(({isSelected}) => isSelected) ?? offers[0])?.key;
    return html`
      <div class="box">
        <div
          class="options ${this.layout(offers)}"
          part="options"
          role=${isMultiple ? 'group' : 'radiogroup'}
          aria-labelledby="name"
          aria-describedby=${this.describedBy(context) || nothing}
          aria-busy=${offers.some(({isUnchecked}) => isUnchecked) ? 'true' : nothing}
          @keydown=${isMultiple ? nothing : this.#onKeyDown}
        >
          ${offers.map(
            (offer) => html`
              <button
                class="option"
                part=${`option${offer.isSelected ? ' selected' : ''}${offer.isBarred ? ' barred' : ''}${offer.isUnchecked ? ' unchecked' : ''}`}
                type="button"
                role=${isMultiple ? 'checkbox' : 'radio'}
                aria-label=${[offer.name, offer.description, offer.difference].filter(Boolean).join(', ')}
                aria-checked=${offer.isSelected}
                aria-disabled=${offer.isBarred ? 'true' : nothing}
                aria-describedby=${offer === pointed && reason ? 'reason' : nothing}
                tabindex=${isMultiple || offer.key === tabStop ? '0' : '-1'}
                data-option=${offer.key}
                ?data-focus=${offer.key === tabStop}
                @click=${() => this.pick(offer)}
              >
                ${this.renderOffer(offer, context)}
              </button>
            `,
          )}
        </div>
        ${this.renderReason(reason)}
      </div>
    `;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=radio]')];
    const from = buttons.find((button) => button.dataset['option'] === this.pointed.focused);
    const to = from && itemByKey(event, buttons, from);
    if (!to) return;
    event.preventDefault();
    to.focus();
    const offer = this.offers.find(({key}) => key === to.dataset['option']);
    // Walking past a barred option must not open a dialog: Space or Enter asks for it.
    if (offer && !offer.isBarred && !offer.isUnchecked && !offer.isSelected) this.pick(offer);
  };
}

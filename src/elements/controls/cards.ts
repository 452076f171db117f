import {html, nothing, type TemplateResult} from 'lit';
import {checkIcon} from '../icons.js';
import {cardStyles} from './card-styles.js';
import {chip, imageUrl} from './chip.js';
import {chipStyles} from './chip-styles.js';
import {ChoiceControl} from './choice-control.js';
import type {ListedParameter, Offer} from './offer-control.js';
import type {ControlContext} from './control.js';
import {controlStyles} from './control-styles.js';
import {barredIcon} from './icons.js';
import {optionStyles} from './option-styles.js';

/**
 * The options of a parameter as cards with picture, words and what they cost; one or several may be picked, as the
 * parameter says.
 *
 * @summary Options as cards.
 * @tagname twik-cards
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart options - Box around the cards.
 * @csspart option - A card; also `selected`, `barred` and `unchecked`.
 * @csspart difference - What the option adds to the price.
 * @csspart reason - The tooltip that says why an option is barred.
 */
export class TwikCards extends ChoiceControl {
  static override styles = [controlStyles, optionStyles, chipStyles, cardStyles];

  protected override layout(offers: readonly Offer[]): string {
    if (offers.some(({image}) => image !== null)) return 'pictures';
    const longest = Math.max(...offers.map(({name}) => name.length));
    // Words that would break in a tile get a row.
    if (longest > 12 || offers.some(({description}) => description !== '')) return 'rows';
    return longest > 5 ? 'tiles' : 'small tiles';
  }

  protected override valueText({parameter, state}: ControlContext<ListedParameter>): string {
    if (parameter.kind !== 'choices' || parameter.max >= parameter.options.length) return '';
    const count = Array.isArray(state.value) ? state.value.length : 0;
    return this.msg('control.count-of', {count, max: parameter.max});
  }

  protected override renderOffer(offer: Offer, context: ControlContext<ListedParameter>): TemplateResult {
    const {baseUrl} = context.configuration.product;
    const {name, description, image, color, difference, isBarred} = offer;
    const mark = context.parameter.kind === 'choices' ? 'square' : 'round';
    return html`
      <span class="card">
        ${
          image !== null
            ? html`<img class="image" src=${imageUrl(image, baseUrl)} alt="" />`
            : color !== null
              ? chip(offer, baseUrl)
              : nothing
        }
        <span class="words">
          <span class="label">${name}</span>
          ${description ? html`<span class="about">${description}</span>` : nothing}
          ${difference ? html`<bdi class="difference" part="difference">${difference}</bdi>` : nothing}
        </span>
        <span class="mark ${mark}">
          ${isBarred ? html`<span class="bar">${barredIcon}</span>` : html`<span class="check">${checkIcon}</span>`}
        </span>
      </span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-cards': TwikCards;
  }
}

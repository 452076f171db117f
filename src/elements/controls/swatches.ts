import {css, html, type TemplateResult} from 'lit';
import {checkIcon} from '../icons.js';
import {chip} from './chip.js';
import {chipStyles} from './chip-styles.js';
import {ChoiceControl} from './choice-control.js';
import type {ListedParameter, Offer} from './offer-control.js';
import type {ControlContext} from './control.js';
import {controlStyles} from './control-styles.js';
import {optionStyles} from './option-styles.js';

/** Up to so many chips carry their names; beyond, the name is told beside the parameter's while pointing. */
const maxNamed = 12;

/**
 * The options of a parameter as chips of colour or small pictures.
 *
 * @summary Options as chips.
 * @tagname twik-swatches
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart value - Name of the selected option.
 * @csspart options - Box around the chips.
 * @csspart option - A chip with its name; also `selected`, `barred` and `unchecked`.
 * @csspart chip - The colour or picture.
 * @csspart reason - The tooltip that says why an option is barred.
 */
export class TwikSwatches extends ChoiceControl {
  static override styles = [
    controlStyles,
    optionStyles,
    chipStyles,
    css`
      .options {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(80px, 1fr));
        gap: calc(var(--_twik-space) * 0.5);
        /* The chips themselves, not the room for their rings, line up with the name. */
        margin-inline: -8px;
      }
      .compact {
        grid-template-columns: repeat(auto-fill, minmax(48px, 1fr));
      }
      .option {
        display: flex;
        flex-direction: column;
        gap: calc(var(--_twik-space) * 0.75);
        padding: 4px;
        color: var(--_twik-text-muted);
        font-size: 0.8125rem;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      [aria-checked='true'] {
        color: var(--_twik-text);
        font-weight: 500;
      }
      @media (hover: hover) {
        .option:hover {
          color: var(--_twik-text);
        }
      }
      .label {
        padding-inline: 4px;
      }
      .compact .label {
        display: none;
      }
      [aria-disabled='true'] .label {
        text-decoration: line-through;
      }
    `,
  ];

  protected override layout(offers: readonly Offer[]): string {
    return offers.length > maxNamed ? 'compact' : 'named';
  }

  /** The selected name; while somebody points at another chip, that one's with what it costs. */
  protected override valueText(): string {
    const pointed = this.offers.find(({key}) => key === this.pointed.current);
    if (pointed) return [pointed.name, pointed.difference].filter(Boolean).join('  ');
    const names = this.offers.filter(({isSelected}) => isSelected).map(({name}) => name);
    return names.length === 0 ? this.msg('none') : new Intl.ListFormat(this.locale, {type: 'unit'}).format(names);
  }

  protected override renderOffer(offer: Offer, {configuration}: ControlContext<ListedParameter>): TemplateResult {
    return html`
      <span class="frame">
        ${chip(offer, configuration.product.baseUrl)}
        <span class="check">${checkIcon}</span>
      </span>
      <span class="label">${offer.name}</span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-swatches': TwikSwatches;
  }
}

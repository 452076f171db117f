import {css, html, nothing, type TemplateResult} from 'lit';
import type {Parameter} from '../../core/product/parameter.js';
import {checkIcon} from '../icons.js';
import type {LatePart} from '../late-part.js';
import {chip} from './chip.js';
import {chipStyles} from './chip-styles.js';
import {ChoiceControl} from './choice-control.js';
import type {FreeColor} from './color/free-color.js';
import {freeColor} from './late-fields.js';
import type {ListedParameter, Offer} from './offer-control.js';
import type {ControlContext} from './control.js';
import {controlStyles} from './control-styles.js';
import {optionStyles} from './option-styles.js';

/**
 * A parameter that is a colour: those offered as chips and, where any is allowed, the browser's picker and a field for
 * its code.
 *
 * @summary A colour.
 * @tagname twik-color
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart options - Box around the chips.
 * @csspart option - A chip; also `selected`.
 * @csspart chip - The colour.
 * @csspart field - The field for the code.
 */
export class TwikColor extends ChoiceControl {
  static override styles = [
    controlStyles,
    optionStyles,
    chipStyles,
    css`
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_twik-space);
        margin-inline: -4px;
      }
      .option {
        border-radius: 50%;
      }
    `,
  ];

  #free: FreeColor | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#free?.flush();
  }

  protected override fits(parameter: Parameter): parameter is ListedParameter {
    return parameter.kind === 'color';
  }

  /** Names of colours come with it, too. */
  protected override latePartFor(): LatePart {
    return freeColor;
  }

  protected override layout(): string {
    return 'chips';
  }

  protected override valueText({state}: ControlContext<ListedParameter>): string {
    const pointed = this.offers.find(({key}) => key === this.pointed.current);
    return pointed?.color ?? pointed?.name ?? (typeof state.value === 'string' ? state.value : this.msg('none'));
  }

  protected override renderOffer(offer: Offer): TemplateResult {
    return html`<span class="frame">${chip(offer, '')}<span class="check">${checkIcon}</span></span>`;
  }

  protected override renderControl(context: ControlContext<ListedParameter>): TemplateResult {
    return html`
      ${this.offers.length > 0 ? super.renderControl(context) : nothing}
      ${isFree(context) ? this.#renderFree(context) : nothing}
    `;
  }

  #renderFree({state}: ControlContext<ListedParameter>): unknown {
    if (freeColor.module) this.#free ??= new freeColor.module.FreeColor(this);
    const {offers} = this;
    const value = typeof state.value === 'string' ? state.value : null;
    const isOwn = value !== null && !state.isOpen && !offers.some(({isSelected}) => isSelected);
    return this.#free?.render({value, isOwn, isAlone: offers.length === 0}) ?? nothing;
  }
}

function isFree({parameter}: ControlContext<ListedParameter>): boolean {
  return parameter.kind === 'color' && parameter.free;
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-color': TwikColor;
  }
}

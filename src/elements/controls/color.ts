import {css, html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Parameter} from '../../core/product/parameter.js';
import {checkIcon} from '../icons.js';
import {chip} from './chip.js';
import {chipStyles} from './chip-styles.js';
import {ChoiceControl} from './choice-control.js';
import {Gesture} from './gesture.js';
import type {ListedParameter, Offer} from './offer-control.js';
import type {ControlContext} from './control.js';
import {controlStyles} from './control-styles.js';
import {cssProperty} from './css-property.js';
import {fieldStyles} from './field-styles.js';
import {optionStyles} from './option-styles.js';
import {parseColorCode} from './parse-color-code.js';
import {Throttle} from './throttle.js';

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
    fieldStyles,
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
      .free {
        display: flex;
        align-items: center;
        gap: calc(var(--_twik-space) * 1.5);
        padding-block-start: calc(var(--_twik-space) * 1.5);
      }
      .picker {
        position: relative;
        flex: 1;
        min-width: 0;
        min-height: 46px;
        display: flex;
        align-items: center;
        gap: calc(var(--_twik-space) * 1.25);
        padding: 0 calc(var(--_twik-space) * 1.25);
        border: 1px solid var(--_twik-border-strong);
        border-radius: var(--_twik-radius);
        line-height: 1.3;
        transition: border-color var(--_twik-duration);
      }
      @media (hover: hover) {
        .picker:hover {
          border-color: var(--_twik-text);
        }
      }
      .picker .chip {
        flex: none;
        width: 28px;
        height: 28px;
      }
      .picker.chosen {
        border-color: var(--_twik-accent);
        box-shadow: inset 0 0 0 1px var(--_twik-accent);
      }
      .picker input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        padding: 0;
        opacity: 0;
        cursor: pointer;
      }
      .picker:focus-within {
        outline: 2px solid var(--_twik-focus);
        outline-offset: 2px;
      }
      .field {
        flex: none;
        width: 11ch;
        font-variant-numeric: tabular-nums;
      }
      .wheel {
        background: conic-gradient(#e5484d, #e9b13b, #58a65c, #3f9ec4, #6b63d9, #d457a8, #e5484d);
      }
    `,
  ];

  /** What stands in the field for the code while it is being typed. */
  #entry: string | null = null;
  /** What the picker is at, which the value follows in its own time. */
  #picked: string | null = null;
  readonly #gesture = new Gesture();
  readonly #throttle = new Throttle(60);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#throttle.flush();
  }

  protected override fits(parameter: Parameter): parameter is ListedParameter {
    return parameter.kind === 'color';
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
    const {parameter, state} = context;
    const hasFree = parameter.kind === 'color' && parameter.free;
    const value = typeof state.value === 'string' ? state.value : null;
    const isOwn = value !== null && !state.isOpen && !this.offers.some(({isSelected}) => isSelected);
    return html`
      ${this.offers.length > 0 ? super.renderControl(context) : nothing}
      ${
        hasFree
          ? html`<div class="free">
              <label class="picker ${isOwn ? 'chosen' : ''}">
                <span class="chip ${isOwn ? '' : 'wheel'}" ${cssProperty('--_chip', isOwn ? value : null)}></span>
                <span>${this.msg('control.color-other')}</span>
                <input
                  type="color"
                  ?data-focus=${this.offers.length === 0}
                  .value=${live(this.#picked ?? value ?? '#808080')}
                  @input=${this.#onPick}
                  @change=${this.#onPicked}
                />
              </label>
              <input
                class="field"
                part="field"
                type="text"
                dir="ltr"
                spellcheck="false"
                autocomplete="off"
                aria-label=${this.msg('control.color-code')}
                aria-invalid=${this.problem ? 'true' : nothing}
                aria-describedby=${this.problem ? 'problem' : nothing}
                .value=${live(this.#entry ?? value ?? '')}
                @input=${this.#onInput}
                @change=${this.#onChange}
              />
            </div>`
          : nothing
      }
    `;
  }

  readonly #onPick = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const {value} = target;
    this.#picked = value;
    this.#throttle.run(() => this.set(value, this.#gesture));
  };

  readonly #onPicked = (): void => {
    this.#throttle.flush();
    this.#gesture.end();
    this.#picked = null;
    this.requestUpdate();
  };

  readonly #onInput = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#entry = target.value;
    this.problem = '';
    const color = parseColorCode(target.value);
    // Three digits may be the beginning of six.
    if (color !== null && target.value.length >= 6) this.set(color);
  };

  readonly #onChange = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const color = parseColorCode(target.value);
    this.#entry = null;
    if (color !== null) this.set(color);
    else this.problem = this.msg('control.color-invalid', {example: '#1d3557'});
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-color': TwikColor;
  }
}

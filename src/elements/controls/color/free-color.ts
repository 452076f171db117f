import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {provideEnglish} from '../../messages.js';
import type {TwikControl} from '../control.js';
import {cssProperty} from '../css-property.js';
import {fieldStyles} from '../field-styles.js';
import {enFields} from '../en.js';
import {Gesture} from '../gesture.js';
import type {ListedParameter} from '../offer-control.js';
import {parseColorCode} from './parse-color-code.js';
import {Throttle} from '../throttle.js';
import {freeColorStyles} from './styles.js';

export {colorName} from './color-name.js';

provideEnglish(enFields);

export const styles = [fieldStyles, freeColorStyles];

/** How the colour stands while it is rendered. */
export interface FreeColorState {
  /** The colour chosen; `null` for none. */
  readonly value: string | null;
  /** Whether it is none of those offered. */
  readonly isOwn: boolean;
  /** Whether none are offered, so that the focus comes here. */
  readonly isAlone: boolean;
}

/** Picker and field of a `<twik-color>` that may have any colour, and what comes of using them. */
export class FreeColor {
  readonly #control: TwikControl<ListedParameter>;
  /** What stands in the field for the code while it is being typed. */
  #entry: string | null = null;
  /** What the picker is at, which the value follows in its own time. */
  #picked: string | null = null;
  readonly #gesture = new Gesture();
  readonly #throttle = new Throttle(60);

  constructor(control: TwikControl<ListedParameter>) {
    this.#control = control;
  }

  /** Makes what was picked last the value, without waiting. */
  flush(): void {
    this.#throttle.flush();
  }

  /** The picker and the field. */
  render({value, isOwn, isAlone}: FreeColorState): TemplateResult {
    return html`<div class="free">
      <label class="picker ${isOwn ? 'chosen' : ''}">
        <span class="chip ${isOwn ? '' : 'wheel'}" ${cssProperty('--_chip', isOwn ? value : null)}></span>
        <span>${this.#control.msg('control.color-other')}</span>
        <input
          type="color"
          ?data-focus=${isAlone}
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
        aria-label=${this.#control.msg('control.color-code')}
        aria-invalid=${this.#control.problem ? 'true' : nothing}
        aria-describedby=${this.#control.problem ? 'problem' : nothing}
        .value=${live(this.#entry ?? value ?? '')}
        @input=${this.#onInput}
        @change=${this.#onChange}
      />
    </div>`;
  }

  readonly #onPick = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const {value} = target;
    this.#picked = value;
    this.#throttle.run(() => this.#control.set(value, this.#gesture));
  };

  readonly #onPicked = (): void => {
    this.#throttle.flush();
    this.#gesture.end();
    this.#picked = null;
    this.#control.requestUpdate();
  };

  readonly #onInput = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#entry = target.value;
    this.#control.problem = '';
    const color = parseColorCode(target.value);
    // Three digits may be the beginning of six.
    if (color !== null && target.value.length >= 6) this.#control.set(color);
  };

  readonly #onChange = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const color = parseColorCode(target.value);
    this.#entry = null;
    if (color !== null) this.#control.set(color);
    else this.#control.problem = this.#control.msg('control.color-invalid', {example: '#1d3557'});
    this.#control.requestUpdate();
  };
}

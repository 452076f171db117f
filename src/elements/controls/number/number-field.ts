import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {compare, divide, subtract} from '../../../core/number/arithmetic.js';
import {toNumber} from '../../../core/number/decimal.js';
import type {NumberParameter} from '../../../core/product/parameter.js';
import {formatNumber, unitSymbol} from '../../format.js';
import {provideEnglish} from '../../messages.js';
import {boundsOf, isPossible} from '../checks.js';
import type {ControlContext, TwikControl} from '../control.js';
import {enFields} from '../en.js';
import {Gesture} from '../gesture.js';
import {readNumberEntry, stepFrom} from './number-grid.js';
import {slider} from './slider.js';
import {Throttle} from '../throttle.js';
import {minusIcon, plusIcon} from './icons.js';

export {numberStyles as styles} from './styles.js';

provideEnglish(enFields);

/** Integers with up to so many values are stepped through rather than slid along. */
const maxSteps = 20;

/** Slider, field and buttons of a `<twik-number>`, and what comes of using them. */
export class NumberField {
  readonly #control: TwikControl<NumberParameter>;
  /** Where the slider is held, possible or not; `null` when nobody holds it. */
  #held: number | null = null;
  /** What stands in the field while it is being typed. */
  #entry: string | null = null;
  readonly #gesture = new Gesture();
  readonly #throttle = new Throttle(40);

  constructor(control: TwikControl<NumberParameter>) {
    this.#control = control;
  }

  /** Nobody slides or types any more: what was reached last becomes the value, without waiting. */
  end(): void {
    this.#throttle.flush();
    this.#held = this.#entry = null;
  }

  /** The field, with or without buttons beside it. */
  renderAside(context: ControlContext<NumberParameter>): TemplateResult {
    const {parameter} = context;
    const hasButtons = this.#look(parameter) !== 'slider';
    const {unit, min, max, step} = parameter;
    const value = this.#shown(context);
    const isFractional = typeof step !== 'number' || typeof min !== 'number';
    return html`
      <div class="entry ${hasButtons ? 'stepped' : ''}">
        ${hasButtons ? this.#renderStep(context, 'less') : nothing}
        <span class="number">
          <input
            id="field"
            part="field"
            type="number"
            inputmode=${toNumber(min) < 0 ? nothing : isFractional ? 'decimal' : 'numeric'}
            enterkeyhint="done"
            min=${toNumber(min)}
            max=${toNumber(max)}
            step=${toNumber(step)}
            autocomplete="off"
            ?data-focus=${hasButtons}
            aria-describedby=${this.#control.describedBy(context, ...(unit === null ? [] : ['unit']), 'possible') || nothing}
            .value=${live(this.#entry ?? (value === null ? '' : String(value)))}
            @input=${this.#onType}
            @change=${this.#onTyped}
          />
          ${unit === null ? nothing : html`<span id="unit" class="unit">${unitSymbol(unit)}</span>`}
        </span>
        ${hasButtons ? this.#renderStep(context, 'more') : nothing}
      </div>
    `;
  }

  /** The slider, and what is possible at present. */
  renderControl(context: ControlContext<NumberParameter>): TemplateResult {
    const {configuration, parameter} = context;
    const {unit} = parameter;
    const [min, max] = [toNumber(parameter.min), toNumber(parameter.max)];
    const bounds = boundsOf(this.#control, configuration, this.#control.path) ?? {min, max};
    const words = (value: number): string => formatNumber(value, this.#control.locale, unit);
    const isNarrowed = bounds.min > min || bounds.max < max;
    const hasSlider = this.#look(parameter) === 'slider';
    const text = isNarrowed
      ? this.#control.msg('control.number-possible', {min: words(bounds.min), max: words(bounds.max)})
      : '';
    return html`
      <div class="box">
        ${
          hasSlider
            ? html`${slider({
                  min,
                  max,
                  step: toNumber(parameter.step),
                  bounds,
                  value: this.#shown(context) ?? bounds.min,
                  valueText: words(this.#shown(context) ?? bounds.min),
                  describedBy: this.#control.describedBy(context, 'possible'),
                  isOpen: context.state.isOpen,
                  onSlide: this.#onSlide,
                  onRelease: this.#onRelease,
                })}
                <div class="ends" aria-hidden="true"><span>${words(min)}</span><span>${words(max)}</span></div>`
            : nothing
        }
        ${this.#control.renderReason(this.#reasonIn(context))}
      </div>
      <p id="possible" class="hint" ?hidden=${!isNarrowed}>${text}</p>
    `;
  }

  #renderStep(context: ControlContext<NumberParameter>, direction: 'less' | 'more'): TemplateResult {
    const {configuration, parameter} = context;
    const target = this.#stepped(context, direction);
    const isBarred = target === null || isPossible(this.#control, configuration, this.#control.path, target) === false;
    const name = this.#control.text(parameter.name, context);
    return html`
      <button
        class="step"
        part=${direction}
        type="button"
        aria-label=${this.#control.msg(`control.${direction}`, {name})}
        aria-disabled=${isBarred ? 'true' : nothing}
        aria-describedby=${this.#control.pointed.current === direction && this.#reasonIn(context) ? 'reason' : nothing}
        data-option=${direction}
        @click=${() => {
          if (target !== null) this.#control.set(target);
        }}
      >
        ${direction === 'less' ? minusIcon : plusIcon}
      </button>
    `;
  }

  #look({kind, control, min, max, step}: NumberParameter): 'slider' | 'steps' {
    if (control === 'slider' || control === 'field') return control === 'slider' ? 'slider' : 'steps';
    return kind === 'integer' && compare(divide(subtract(max, min), step), maxSteps) <= 0 ? 'steps' : 'slider';
  }

  /** The value to show: while the slider is held, the nearest possible one to where it is held. */
  #shown({configuration, state}: ControlContext<NumberParameter>): number | null {
    if (this.#held !== null)
      return this.#clamped(this.#held, boundsOf(this.#control, configuration, this.#control.path));
    return typeof state.value === 'number' ? state.value : null;
  }

  #clamped(value: number, bounds: {readonly min: number; readonly max: number} | null): number {
    return bounds ? Math.min(Math.max(value, bounds.min), bounds.max) : value;
  }

  #stepped(context: ControlContext<NumberParameter>, direction: string): number | null {
    const {configuration, parameter} = context;
    const from =
      this.#shown(context) ??
      boundsOf(this.#control, configuration, this.#control.path)?.min ??
      toNumber(parameter.min);
    return stepFrom(from, direction === 'less' ? -1 : 1, parameter);
  }

  #reasonIn(context: ControlContext<NumberParameter>): string {
    const {current} = this.#control.pointed;
    if (current === 'slider') return this.#held === null ? '' : this.#control.reason(context, this.#held);
    const target = current === null ? null : this.#stepped(context, current);
    return target === null ? '' : this.#control.reason(context, target);
  }

  readonly #onSlide = (value: number): void => {
    this.#held = value;
    this.#control.problem = '';
    this.#control.pointed.hold('slider');
    this.#control.requestUpdate();
    this.#throttle.run(() => {
      const context = this.#control.context;
      const wanted =
        context && this.#clamped(value, boundsOf(this.#control, context.configuration, this.#control.path));
      // A gap in what is possible is slid over; only letting go in it asks.
      if (
        wanted !== null &&
        wanted !== context?.state.value &&
        context &&
        isPossible(this.#control, context.configuration, this.#control.path, wanted) === true
      ) {
        this.#control.set(wanted, this.#gesture);
      }
    });
  };

  readonly #onRelease = (): void => {
    const wanted = this.#held;
    if (wanted === null) return;
    this.#throttle.cancel();
    this.#held = null;
    this.#control.pointed.hold(null);
    if (wanted !== this.#control.context?.state.value) this.#control.set(wanted, this.#gesture);
    this.#gesture.end();
    this.#control.requestUpdate();
  };

  readonly #onType = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#entry = target.value;
    this.#control.problem = '';
  };

  /** A number is taken when it is finished: on the way to 1200 nobody wants 1, 12 and 120. */
  readonly #onTyped = ({target}: Event): void => {
    const context = this.#control.context;
    this.#entry = null;
    this.#control.requestUpdate();
    if (!context || !(target instanceof HTMLInputElement)) return;
    const {parameter} = context;
    const words = (value: number): string => formatNumber(value, this.#control.locale, parameter.unit);
    const entry = readNumberEntry(target.value, parameter);
    if (entry.kind === 'invalid') {
      const [min, max] = [words(toNumber(parameter.min)), words(toNumber(parameter.max))];
      this.#control.problem = this.#control.msg('control.number-range', {min, max});
      return;
    }
    const {value, isRounded} = entry;
    const result = value === context.state.value && context.state.origin === 'user' ? null : this.#control.set(value);
    if (isRounded && result?.kind !== 'conflict') {
      this.#control.problem = this.#control.msg('control.number-rounded', {
        value: words(value),
        step: words(toNumber(parameter.step)),
      });
    }
  };
}

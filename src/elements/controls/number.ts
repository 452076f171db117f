import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {compare, divide, subtract} from '../../core/number/arithmetic.js';
import {toNumber} from '../../core/number/decimal.js';
import type {NumberParameter, Parameter} from '../../core/product/parameter.js';
import {formatNumber, unitSymbol} from '../format.js';
import {TwikControl, type ControlContext} from './control.js';
import {controlStyles} from './control-styles.js';
import {Gesture} from './gesture.js';
import {minusIcon, plusIcon} from './icons.js';
import {isPossible} from './memo-by-revision.js';
import {readNumberEntry, stepFrom} from './number-grid.js';
import {numberStyles} from './number-styles.js';
import {slider} from './slider.js';
import {Throttle} from './throttle.js';

/** Integers with up to so many values are stepped through rather than slid along. */
const maxSteps = 20;

/**
 * A number, by slider and field or by stepping. Values that other choices rule out stay visible: the slider stops
 * there and says why, and letting go beyond asks for them all the same.
 *
 * @summary A number.
 * @tagname twik-number
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart field - The field with the number.
 * @csspart slider - The slider.
 * @csspart less - The button for a step down.
 * @csspart more - The button for a step up.
 * @csspart reason - The tooltip that says why a value is barred.
 */
export class TwikNumber extends TwikControl<NumberParameter> {
  static override styles = [controlStyles, numberStyles];

  protected override readonly labels = 'field';

  /** Where the slider is held, possible or not; `null` when nobody holds it. */
  #held: number | null = null;
  /** What stands in the field while it is being typed. */
  #entry: string | null = null;
  readonly #gesture = new Gesture();
  readonly #throttle = new Throttle(40);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#throttle.flush();
    this.#held = this.#entry = null;
  }

  protected override fits(parameter: Parameter): parameter is NumberParameter {
    return parameter.kind === 'integer' || parameter.kind === 'number';
  }

  protected override renderAside(context: ControlContext<NumberParameter>): TemplateResult {
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
            aria-describedby=${this.describedBy(context, ...(unit === null ? [] : ['unit']), 'possible') || nothing}
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

  protected override renderControl(context: ControlContext<NumberParameter>): TemplateResult {
    const {configuration, parameter} = context;
    const {unit} = parameter;
    const [min, max] = [toNumber(parameter.min), toNumber(parameter.max)];
    const bounds = configuration.bounds(this.path) ?? {min, max};
    const words = (value: number): string => formatNumber(value, this.locale, unit);
    const isNarrowed = bounds.min > min || bounds.max < max;
    const hasSlider = this.#look(parameter) === 'slider';
    const text = isNarrowed
      ? this.msg('control.number-possible', {min: words(bounds.min), max: words(bounds.max)})
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
                  describedBy: this.describedBy(context, 'possible'),
                  isOpen: context.state.isOpen,
                  onSlide: this.#onSlide,
                  onRelease: this.#onRelease,
                })}
                <div class="ends" aria-hidden="true"><span>${words(min)}</span><span>${words(max)}</span></div>`
            : nothing
        }
        ${this.renderReason(this.#reasonIn(context))}
      </div>
      <p id="possible" class="hint" ?hidden=${!isNarrowed}>${text}</p>
    `;
  }

  #renderStep(context: ControlContext<NumberParameter>, direction: 'less' | 'more'): TemplateResult {
    const {configuration, parameter} = context;
    const target = this.#stepped(context, direction);
    const isBarred = target === null || !isPossible(configuration, this.path, target);
    const name = this.text(parameter.name, context);
    return html`
      <button
        class="step"
        part=${direction}
        type="button"
        aria-label=${this.msg(`control.${direction}`, {name})}
        aria-disabled=${isBarred ? 'true' : nothing}
        aria-describedby=${this.pointed.current === direction && this.#reasonIn(context) ? 'reason' : nothing}
        data-option=${direction}
        @click=${() => {
          if (target !== null) this.set(target);
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
    if (this.#held !== null) return this.#clamped(this.#held, configuration.bounds(this.path));
    return typeof state.value === 'number' ? state.value : null;
  }

  #clamped(value: number, bounds: {readonly min: number; readonly max: number} | null): number {
    return bounds ? Math.min(Math.max(value, bounds.min), bounds.max) : value;
  }

  #stepped(context: ControlContext<NumberParameter>, direction: string): number | null {
    const {configuration, parameter} = context;
    const from = this.#shown(context) ?? configuration.bounds(this.path)?.min ?? toNumber(parameter.min);
    return stepFrom(from, direction === 'less' ? -1 : 1, parameter);
  }

  #reasonIn(context: ControlContext<NumberParameter>): string {
    const {current} = this.pointed;
    if (current === 'slider') return this.#held === null ? '' : this.reason(context, this.#held);
    const target = current === null ? null : this.#stepped(context, current);
    return target === null ? '' : this.reason(context, target);
  }

  readonly #onSlide = (value: number): void => {
    this.#held = value;
    this.problem = '';
    this.pointed.hold('slider');
    this.requestUpdate();
    this.#throttle.run(() => {
      const context = this.context;
      const wanted = context && this.#clamped(value, context.configuration.bounds(this.path));
      // A gap in what is possible is slid over; only letting go in it asks.
      if (
        wanted !== null &&
        wanted !== context?.state.value &&
        context &&
        isPossible(context.configuration, this.path, wanted)
      ) {
        this.set(wanted, this.#gesture);
      }
    });
  };

  readonly #onRelease = (): void => {
    const wanted = this.#held;
    if (wanted === null) return;
    this.#throttle.cancel();
    this.#held = null;
    this.pointed.hold(null);
    if (wanted !== this.context?.state.value) this.set(wanted, this.#gesture);
    this.#gesture.end();
    this.requestUpdate();
  };

  readonly #onType = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#entry = target.value;
    this.problem = '';
  };

  /** A number is taken when it is finished: on the way to 1200 nobody wants 1, 12 and 120. */
  readonly #onTyped = ({target}: Event): void => {
    const context = this.context;
    this.#entry = null;
    this.requestUpdate();
    if (!context || !(target instanceof HTMLInputElement)) return;
    const {parameter} = context;
    const words = (value: number): string => formatNumber(value, this.locale, parameter.unit);
    const entry = readNumberEntry(target.value, parameter);
    if (entry.kind === 'invalid') {
      const [min, max] = [words(toNumber(parameter.min)), words(toNumber(parameter.max))];
      this.problem = this.msg('control.number-range', {min, max});
      return;
    }
    const {value, isRounded} = entry;
    const result = value === context.state.value && context.state.origin === 'user' ? null : this.set(value);
    if (isRounded && result?.kind !== 'conflict') {
      this.problem = this.msg('control.number-rounded', {value: words(value), step: words(toNumber(parameter.step))});
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-number': TwikNumber;
  }
}

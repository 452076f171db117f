import {css, html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Parameter, TextParameter, Value} from '../../core/product/parameter.js';
import {TwikControl, type ControlContext} from './control.js';
import {controlStyles} from './control-styles.js';
import {fieldStyles} from './field-styles.js';
import {Gesture} from './gesture.js';
import {textLength, textProblem, type TextProblem} from './text-problem.js';
import {Throttle} from './throttle.js';

/** Longer texts get a field of several lines. */
const maxLine = 60;

/**
 * A parameter for words of the shopper's own. What is typed becomes the value as soon as it can be made; until then it
 * stays in the field, with what is wrong in words.
 *
 * @summary Words of one's own.
 * @tagname twik-text
 * @csspart head - The line with the name.
 * @csspart name - Name of the parameter.
 * @csspart field - The field.
 * @csspart count - How many characters are used.
 * @csspart problem - What is wrong with what was typed.
 */
export class TwikText extends TwikControl<TextParameter> {
  static override styles = [
    controlStyles,
    fieldStyles,
    css`
      textarea.field {
        min-height: 92px;
        resize: vertical;
      }
      .count {
        margin: 0;
        padding-block-start: calc(var(--_twik-space) * 0.5);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .count.full {
        color: var(--_twik-danger);
      }
    `,
  ];

  protected override readonly labels = 'field';

  /** What stands in the field while it is being typed or cannot be the value; `null`: the value. */
  #entry: string | null = null;
  /** The value that the entry was typed over or has become. */
  #base: Value = null;
  readonly #gesture = new Gesture();
  readonly #throttle = new Throttle(120);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#throttle.flush();
  }

  protected override fits(parameter: Parameter): parameter is TextParameter {
    return parameter.kind === 'text';
  }

  protected override renderControl(context: ControlContext<TextParameter>): TemplateResult {
    const {parameter, state} = context;
    // Undo, a repair or the page has set another value: what was typed is over.
    if (state.value !== this.#base && !this.#throttle.isWaiting) this.#entry = null;
    const text = this.#entry ?? (typeof state.value === 'string' ? state.value : '');
    const length = textLength(text);
    const describedBy = this.describedBy(context, 'count');
    return html`
      ${
        parameter.maxLength > maxLine
          ? html`<textarea
              id="field"
              class="field"
              part="field"
              rows="3"
              data-focus
              aria-describedby=${describedBy}
              aria-invalid=${this.problem ? 'true' : nothing}
              .value=${live(text)}
              @input=${this.#onInput}
              @change=${this.#onChange}
            ></textarea>`
          : html`<input
              id="field"
              class="field"
              part="field"
              type="text"
              autocomplete="off"
              enterkeyhint="done"
              data-focus
              aria-describedby=${describedBy}
              aria-invalid=${this.problem ? 'true' : nothing}
              .value=${live(text)}
              @input=${this.#onInput}
              @change=${this.#onChange}
            />`
      }
      <p id="count" class="hint count ${length > parameter.maxLength ? 'full' : ''}" part="count">
        ${this.msg('control.text-length', {count: length, max: parameter.maxLength})}
      </p>
    `;
  }

  readonly #onInput = ({target}: Event): void => {
    const context = this.context;
    if (!context || !isField(target)) return;
    const text = target.value;
    this.#begin(context, text);
    const problem = this.#problemOf(text, context.parameter);
    // Who is still typing knows that the text is not finished; too much or the wrong sign is worth saying at once.
    this.problem = problem?.kind === 'long' || problem?.kind === 'characters' ? this.#words(problem) : '';
    if (problem) this.#throttle.cancel();
    else this.#throttle.run(() => this.#commit(text));
    this.requestUpdate();
  };

  readonly #onChange = ({target}: Event): void => {
    const context = this.context;
    if (!context || !isField(target)) return;
    this.#throttle.flush();
    const text = target.value;
    const problem = this.#problemOf(text, context.parameter);
    if (problem) {
      this.#begin(context, text);
      this.problem = this.#words(problem);
    } else {
      this.#commit(text);
      this.#entry = null;
    }
    this.#gesture.end();
    this.requestUpdate();
  };

  #begin({state}: ControlContext<TextParameter>, text: string): void {
    if (this.#entry === null) this.#base = state.value;
    this.#entry = text;
  }

  #commit(text: string): void {
    const context = this.context;
    if (!context) return;
    const {parameter, state} = context;
    if (text === (state.value ?? '')) return;
    // An empty field is no choice of words: optional ones stay without, required ones are open again.
    if (text === '' && !parameter.required) this.set(null, this.#gesture);
    else if (text === '' && parameter.default === null) this.ask({kind: 'clear', parameter: this.path}, this.#gesture);
    else this.set(text, this.#gesture);
    this.#base = context.configuration.parameter(this.path).value;
  }

  /** Nothing typed is never wrong in itself where the text may be missing. */
  #problemOf(text: string, parameter: TextParameter): TextProblem | null {
    const mayBeEmpty = !parameter.required || parameter.default === null;
    return text === '' && mayBeEmpty ? null : textProblem(text, parameter);
  }

  #words(problem: TextProblem): string {
    switch (problem.kind) {
      case 'long':
        return this.msg('control.text-long', {count: problem.count});
      case 'short':
        return this.msg('control.text-short', {count: problem.count});
      case 'form':
        return this.msg('control.text-form');
      case 'characters': {
        const quoted = problem.characters.map((character) => `“${character}”`);
        const characters = new Intl.ListFormat(this.locale).format(quoted);
        return this.msg('control.text-barred', {characters, count: quoted.length});
      }
    }
  }
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-text': TwikText;
  }
}

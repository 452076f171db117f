import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {TextParameter, Value} from '../../../core/product/parameter.js';
import {provideEnglish} from '../../messages.js';
import type {ControlContext, TwikControl} from '../control.js';
import {fieldStyles} from '../field-styles.js';
import {enFields} from '../en.js';
import {Gesture} from '../gesture.js';
import {textLength, textProblem, type TextProblem} from './text-problem.js';
import {Throttle} from '../throttle.js';
import {textFieldStyles} from './styles.js';

provideEnglish(enFields);

export const styles = [fieldStyles, textFieldStyles];

/** Longer texts get a field of several lines. */
const maxLine = 60;

/** The field of a `<twik-text>`, and what comes of typing in it. */
export class TextField {
  readonly #control: TwikControl<TextParameter>;
  /** What stands in the field while it is being typed or cannot be the value; `null`: the value. */
  #entry: string | null = null;
  /** The value that the entry was typed over or has become. */
  #base: Value = null;
  readonly #gesture = new Gesture();
  readonly #throttle = new Throttle(120);

  constructor(control: TwikControl<TextParameter>) {
    this.#control = control;
  }

  /** Makes what was typed last the value, without waiting. */
  flush(): void {
    this.#throttle.flush();
  }

  /** The field and how much of it is used. */
  render(context: ControlContext<TextParameter>): TemplateResult {
    const {parameter, state} = context;
    // Undo, a repair or the page has set another value: what was typed is over.
    if (state.value !== this.#base && !this.#throttle.isWaiting) this.#entry = null;
    const text = this.#entry ?? (typeof state.value === 'string' ? state.value : '');
    const length = textLength(text);
    const describedBy = this.#control.describedBy(context, 'count');
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
              aria-invalid=${this.#control.problem ? 'true' : nothing}
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
              aria-invalid=${this.#control.problem ? 'true' : nothing}
              .value=${live(text)}
              @input=${this.#onInput}
              @change=${this.#onChange}
            />`
      }
      <p id="count" class="hint count ${length > parameter.maxLength ? 'full' : ''}" part="count">
        ${this.#control.msg('control.text-length', {count: length, max: parameter.maxLength})}
      </p>
    `;
  }

  readonly #onInput = ({target}: Event): void => {
    const context = this.#control.context;
    if (!context || !isField(target)) return;
    const text = target.value;
    this.#begin(context, text);
    const problem = this.#problemOf(text, context.parameter);
    // Who is still typing knows that the text is not finished; too much or the wrong sign is worth saying at once.
    this.#control.problem = problem?.kind === 'long' || problem?.kind === 'characters' ? this.#words(problem) : '';
    if (problem) this.#throttle.cancel();
    else this.#throttle.run(() => this.#commit(text));
    this.#control.requestUpdate();
  };

  readonly #onChange = ({target}: Event): void => {
    const context = this.#control.context;
    if (!context || !isField(target)) return;
    this.#throttle.flush();
    const text = target.value;
    const problem = this.#problemOf(text, context.parameter);
    if (problem) {
      this.#begin(context, text);
      this.#control.problem = this.#words(problem);
    } else {
      this.#commit(text);
      this.#entry = null;
    }
    this.#gesture.end();
    this.#control.requestUpdate();
  };

  #begin({state}: ControlContext<TextParameter>, text: string): void {
    if (this.#entry === null) this.#base = state.value;
    this.#entry = text;
  }

  #commit(text: string): void {
    const context = this.#control.context;
    if (!context) return;
    const {parameter, state} = context;
    if (text === (state.value ?? '')) return;
    // An empty field is no choice of words: optional ones stay without, required ones are open again.
    if (text === '' && !parameter.required) this.#control.set(null, this.#gesture);
    else if (text === '' && parameter.default === null)
      this.#control.ask({kind: 'clear', parameter: this.#control.path}, this.#gesture);
    else this.#control.set(text, this.#gesture);
    this.#base = context.configuration.parameter(this.#control.path).value;
  }

  /** Nothing typed is never wrong in itself where the text may be missing. */
  #problemOf(text: string, parameter: TextParameter): TextProblem | null {
    const mayBeEmpty = !parameter.required || parameter.default === null;
    return text === '' && mayBeEmpty ? null : textProblem(text, parameter);
  }

  #words(problem: TextProblem): string {
    switch (problem.kind) {
      case 'long':
        return this.#control.msg('control.text-long', {count: problem.count});
      case 'short':
        return this.#control.msg('control.text-short', {count: problem.count});
      case 'form':
        return this.#control.msg('control.text-form');
      case 'characters': {
        const quoted = problem.characters.map((character) => `“${character}”`);
        const characters = new Intl.ListFormat(this.#control.locale).format(quoted);
        return this.#control.msg('control.text-barred', {characters, count: quoted.length});
      }
    }
  }
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

import {html, nothing, type TemplateResult} from 'lit';
import type {Configuration} from '../../core/configuration/configuration.js';
import type {Explanation, Repair, ValueChange} from '../../core/configuration/request.js';
import type {Value} from '../../core/product/parameter.js';
import {localize} from '../../core/text/localize.js';
import type {Text} from '../../core/text/text.js';
import {formatValue} from '../format.js';
import {arrowIcon, closeIcon} from '../icons.js';
import {enConflict} from './en.js';
import {msg, provideEnglish} from '../messages.js';
import type {MessageCode} from '../messages/en.js';

export {conflictStyles as styles} from './styles.js';

provideEnglish(enConflict);

/** What the view of a conflict depends on. */
export interface ConflictView {
  readonly explanation: Explanation;
  /** Best first. */
  readonly repairs: readonly Repair[];
  readonly configuration: Configuration | null;
  readonly locale: string;
  onAccept(repair: Repair): void;
  /** Everything stays as it is. */
  onKeep(): void;
}

/** How many consequences a way out spells out before it counts the rest. */
const shownChanges = 4;

/** What is inside the dialog: the wish, what stands against it, the ways out. */
export function conflictView(view: ConflictView): TemplateResult {
  const {explanation, repairs, locale, onKeep} = view;
  const {parameter, value} = explanation;
  const say = (code: MessageCode): string => msg(code, {}, locale);
  const wanted = {parameter: nameOf(parameter, view), value: wordsFor(parameter, value, view)};
  return html`<div class="content">
    <header>
      <h2 id="title" part="title">${say('conflict.title')}</h2>
      <button
        class="button icon"
        type="button"
        aria-label=${say('conflict.keep')}
        title=${say('conflict.keep')}
        @click=${onKeep}
      >
        ${closeIcon}
      </button>
    </header>
    <p>${msg('conflict.wanted', wanted, locale)}</p>
    ${reasons(view)}
    ${
      repairs.length > 0
        ? html`<h3>${say('conflict.solve')}</h3>
            <ul class="repairs">
              ${repairs.map((repair, index) => html`<li>${wayOut(repair, index, view)}</li>`)}
            </ul>`
        : html`<p>${say('conflict.no-repair')}</p>`
    }
    <button class="button keep" part="keep" type="button" @click=${onKeep}>${say('conflict.keep')}</button>
  </div>`;
}

/** The sentences of the rules, or the picks where no rule has any. */
function reasons(view: ConflictView): TemplateResult {
  const {rules, picks} = view.explanation;
  const messages = rules.flatMap(({message}) => (message === null ? [] : [textOf(message, view)]));
  return messages.length > 0
    ? html`<ul class="reasons">
        ${messages.map((message) => html`<li part="reason">${message}</li>`)}
      </ul>`
    : html`<p>
        ${msg('conflict.against', {}, view.locale)}:
        ${picks.map(({parameter, value}) => `${nameOf(parameter, view)}: ${wordsFor(parameter, value, view)}`).join(', ')}
      </p>`;
}

function wayOut(repair: Repair, index: number, view: ConflictView): TemplateResult {
  const {locale, explanation, onAccept} = view;
  const released = new Set(repair.release.map(({parameter}) => parameter));
  const main = repair.changes.filter(({path}) => released.has(path));
  const others = repair.changes.filter(({path}) => !released.has(path) && path !== explanation.parameter);
  const count = others.length - shownChanges;
  return html`<button
    class="repair"
    part="repair"
    type="button"
    ?autofocus=${index === 0}
    @click=${() => onAccept(repair)}
  >
    ${main.map((each) => html`<span class="main">${change(each, view)}</span>`)}
    ${
      others.length === 0
        ? nothing
        : html`<span class="also"
            >${msg('conflict.also', {}, locale)}
            ${others.slice(0, shownChanges).map((each) => html`<span>${change(each, view)}</span>`)}
            ${count > 0 ? html`<span>${msg('conflict.more', {count}, locale)}</span>` : nothing}
          </span>`
    }
  </button>`;
}

function change({path, from, to}: ValueChange, view: ConflictView): TemplateResult {
  return html`<span class="name">${nameOf(path, view)}</span>
    <span class="from">${wordsFor(path, from, view)}</span>${arrowIcon}<span class="to"
      >${wordsFor(path, to, view)}</span
    >`;
}

function nameOf(path: string, view: ConflictView): string {
  const parameter = view.configuration?.parameter(path).parameter;
  return parameter ? textOf(parameter.name, view) : path;
}

function wordsFor(path: string, value: Value, {configuration, locale}: ConflictView): string {
  if (!configuration) return '';
  // `null` is "none" here, never "still open": a conflict is about what was or will be decided.
  if (value === null) return msg('none', {}, locale);
  return formatValue(configuration.parameter(path).parameter, value, locale, configuration.product.defaultLocale);
}

function textOf(text: Text, {configuration, locale}: ConflictView): string {
  return localize(text, locale, configuration?.product.defaultLocale ?? 'en');
}

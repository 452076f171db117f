import {html, nothing, type TemplateResult} from 'lit';
import type {Configuration, ParameterState} from '../../core/configuration/configuration.js';
import {localize} from '../../core/text/localize.js';
import {formatValue} from '../format.js';
import {enSummary} from './en.js';
import {msg, provideEnglish} from '../messages.js';
import {groupsOf} from './groups.js';

export {summaryStyles as styles} from './styles.js';

provideEnglish(enSummary);

/** What the list of what is chosen depends on. */
export interface SummaryList {
  readonly configuration: Configuration;
  readonly locale: string;
  /** Leads to the control of a parameter; `null` where there is none. */
  readonly onChange: ((parameter: string) => void) | null;
}

/** What is open and what is chosen, by group. */
export function summaryList(list: SummaryList): TemplateResult {
  const {configuration, locale} = list;
  const groups = groupsOf(configuration, locale);
  const count = groups.flatMap(({states}) => states).filter(({isOpen}) => isOpen).length;
  return html`
    ${count > 0 ? html`<p part="open">${msg('summary.open', {count}, locale)}</p>` : nothing}
    ${groups.map(
      ({name, states}) => html`
        ${name ? html`<h3 part="group">${name}</h3>` : nothing}
        <dl part="list">${states.map((state) => row(state, list))}</dl>
      `,
    )}
  `;
}

function row(
  {parameter, value, isOpen, origin}: ParameterState,
  {configuration, locale, onChange}: SummaryList,
): TemplateResult {
  const {defaultLocale} = configuration.product;
  const name = localize(parameter.name, locale, defaultLocale);
  const text = isOpen ? msg('open', {}, locale) : formatValue(parameter, value, locale, defaultLocale);
  const words = html`<span class=${isOpen ? 'open' : ''}>${text}</span>`;
  return html`<div>
    <dt part="name">${name}</dt>
    <dd part="value">
      ${
        onChange
          ? html`<button type="button" data-parameter=${parameter.id} @click=${() => onChange(parameter.id)}>
              ${words}<span class="visually-hidden">, ${msg('summary.change', {parameter: name}, locale)}</span>
            </button>`
          : words
      }
      ${origin === 'rule' ? html`<small>${msg('summary.by-rule', {}, locale)}</small>` : nothing}
    </dd>
  </div>`;
}

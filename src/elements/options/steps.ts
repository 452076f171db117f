import {html, nothing, type TemplateResult} from 'lit';
import {itemByKey} from '../controls/item-by-key.js';
import {arrowIcon, checkIcon} from '../icons.js';
import {enSteps} from './en.js';
import {msg, provideEnglish} from '../messages.js';
import {inOrder} from './in-order.js';
import type {Section} from './sections.js';

export {stepsStyles as styles} from './steps-styles.js';

provideEnglish(enSteps);

/** What the view of one group at a time depends on. */
export interface StepsView {
  /** Ids of all sections, there or not. */
  readonly order: readonly string[];
  readonly sections: readonly Section[];
  readonly locale: string;
  readonly current: Section | undefined;
  isVisited(section: Section): boolean;
  renderControls(section: Section): TemplateResult;
  /** A step was picked from the line. */
  onSelect(section: Section): void;
  /** A step was reached by next or back. */
  onMove(section: Section): void;
}

/** One group at a time, a line of all of them above, the way on and back below. */
export function stepsView(view: StepsView): TemplateResult {
  const {sections, current, locale} = view;
  if (!current) return html``;
  const index = sections.indexOf(current);
  const before = sections[index - 1];
  const after = sections[index + 1];
  const onKeyDown = (event: KeyboardEvent): void => {
    const {currentTarget} = event;
    if (!(currentTarget instanceof HTMLElement) || !(event.target instanceof HTMLElement)) return;
    const tabs = [...currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
    const to = itemByKey(event, tabs, event.target);
    const section = to && sections[tabs.indexOf(to)];
    if (!section) return;
    event.preventDefault();
    to.focus();
    view.onSelect(section);
  };
  return html`
    <div class="steps" part="steps" role="tablist" aria-label=${msg('options.label', {}, locale)} @keydown=${onKeyDown}>
      ${sections.map((section, position) => tab(section, position, section === current, view))}
    </div>
    ${inOrder(
      view.order,
      [current],
      ({id}) => id,
      () => html`
        <div id="panel" class="panel" part="panel" role="tabpanel" tabindex="-1" aria-labelledby="tab-${current.id}">
          <p class="progress">${msg('options.step', {number: index + 1, count: sections.length}, locale)}</p>
          <h3 class="title" part="group-name">${current.name}</h3>
          ${view.renderControls(current)}
        </div>
      `,
    )}
    <div class="ways">${before ? way('back', before, view) : nothing}${after ? way('next', after, view) : nothing}</div>
  `;
}

function tab(section: Section, position: number, isCurrent: boolean, view: StepsView): TemplateResult {
  const {id, name, openCount} = section;
  const isDone = view.isVisited(section) && openCount === 0 && !isCurrent;
  const note = isDone ? msg('options.done', {}, view.locale) : msg('options.open', {count: openCount}, view.locale);
  return html`
    <button
      id="tab-${id}"
      class="step"
      part=${`step${isCurrent ? ' current' : ''}${isDone ? ' done' : ''}`}
      type="button"
      role="tab"
      aria-selected=${isCurrent}
      aria-controls="panel"
      tabindex=${isCurrent ? '0' : '-1'}
      @click=${() => view.onSelect(section)}
    >
      <span class="number ${isDone ? 'done' : ''}">${isDone ? checkIcon : position + 1}</span>
      <span class="name">${name}</span>
      ${isDone || openCount > 0 ? html`<span class="visually-hidden">(${note})</span>` : nothing}
    </button>
  `;
}

function way(part: 'back' | 'next', section: Section, view: StepsView): TemplateResult {
  const isNext = part === 'next';
  return html`
    <button class="button ${part}" part=${part} type="button" @click=${() => view.onMove(section)}>
      ${isNext ? nothing : arrowIcon}
      <span>${msg(`options.${part}`, {group: section.name}, view.locale)}</span>
      ${isNext ? arrowIcon : nothing}
    </button>
  `;
}

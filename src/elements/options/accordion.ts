import {html, nothing, type TemplateResult} from 'lit';
import {chevronIcon} from '../icons.js';
import {msg} from '../messages.js';
import {inOrder} from './in-order.js';
import {summaryOf, type Section} from './sections.js';

/** What the view of groups to open depends on. */
export interface AccordionView {
  /** Ids of all sections, there or not. */
  readonly order: readonly string[];
  readonly sections: readonly Section[];
  readonly locale: string;
  readonly defaultLocale: string;
  isExpanded(section: Section): boolean;
  renderControls(section: Section): TemplateResult;
  onToggle(section: Section): void;
  /** Somebody works inside a group. */
  onWork(section: Section): void;
}

/** Groups to open, any number at a time. Closed ones hold no controls, so that nothing is worked out for them. */
export function accordionView(view: AccordionView): TemplateResult {
  return html`${inOrder(
    view.order,
    view.sections,
    ({id}) => id,
    (section) => group(section, view),
  )}`;
}

function group(section: Section, view: AccordionView): TemplateResult {
  const {locale, defaultLocale} = view;
  const {id, name, openCount} = section;
  const isExpanded = view.isExpanded(section);
  return html`
    <section class="group folding" part="group">
      <h3>
        <button
          id="header-${id}"
          class="header"
          part="group-header"
          type="button"
          aria-expanded=${isExpanded}
          aria-controls="panel-${id}"
          @click=${() => view.onToggle(section)}
        >
          <span class="words">
            <span class="title" part="group-name">${name}</span>
            ${
              openCount > 0
                ? html`<span class="open" part="group-open">${msg('options.open', {count: openCount}, locale)}</span>`
                : nothing
            }
            ${
              isExpanded
                ? nothing
                : html`<span class="chosen" part="group-value">${summaryOf(section, locale, defaultLocale)}</span>`
            }
          </span>
          <span class="chevron">${chevronIcon}</span>
        </button>
      </h3>
      <div
        id="panel-${id}"
        class="panel"
        part="panel"
        role="group"
        aria-labelledby="header-${id}"
        ?hidden=${!isExpanded}
        @focusin=${() => view.onWork(section)}
        @click=${() => view.onWork(section)}
      >
        ${isExpanded ? view.renderControls(section) : nothing}
      </div>
    </section>
  `;
}

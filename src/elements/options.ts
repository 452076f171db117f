import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Configuration} from '../core/configuration/configuration.js';
import {localize} from '../core/text/localize.js';
import {LatePart} from './late-part.js';
import {ConfigurationController} from './configuration-controller.js';
import {buttonStyles} from './button-styles.js';
import {TwikControl} from './controls/control.js';
import {controlFor} from './controls/control-for.js';
import {loadFields} from './controls/late-fields.js';
import {msg} from './messages.js';
import {accordionView} from './options/accordion.js';
import {optionsStyles} from './options/styles.js';
import {inOrder} from './options/in-order.js';
import {sectionIds, sectionsOf, type Section} from './options/sections.js';
import {TwikElement} from './twik-element.js';

const steps = new LatePart(() => import('./options/steps.js'));

/**
 * Everything that can be chosen, by group: as groups to open, step by step, or all at once. Parameters that do not
 * exist at present are not shown.
 *
 * @summary What can be chosen.
 * @tagname twik-options
 * @slot control-[parameter] - In place of the control of a parameter.
 * @csspart group - A group.
 * @csspart group-header - What opens a group.
 * @csspart group-name - Its name.
 * @csspart group-value - What is chosen in it, while it is closed.
 * @csspart group-open - Says how much is still open in it.
 * @csspart panel - What is inside a group.
 * @csspart control - The control of a parameter.
 * @csspart steps - The line of all steps.
 * @csspart step - One of them; also `current` and `done`.
 * @csspart back - The button for the step before.
 * @csspart next - The button for the next step.
 */
export class TwikOptions extends TwikElement {
  static override styles = [buttonStyles, optionsStyles];

  /** Id of the configurator whose options are shown. Default: the one around the element. */
  @property() for = '';
  /** The configuration to choose for, for pages that make it themselves. Goes before any configurator. */
  @property({attribute: false}) configuration: Configuration | null = null;
  /** `accordion`: groups to open, the first is. `steps`: one group at a time. `all`: everything below each other. */
  @property() mode: 'accordion' | 'steps' | 'all' = 'accordion';

  readonly #controller = new ConfigurationController(this, {
    onConnect: (configuration) => {
      this.#begin();
      if (configuration) void loadFields();
    },
    onChange: () => this.#announce(),
  });
  /** Ids of the groups that are open. */
  readonly #expanded = new Set<string>();
  /** Ids of the steps that somebody has been at. */
  readonly #visited = new Set<string>();
  /** The group that was last opened or worked in; of steps the one that is shown. `null`: the first. */
  #current: string | null = null;
  #active: ReadonlySet<string> = new Set();
  #news = '';

  /** Opens a group and moves the camera to its view. `false` when it holds nothing at present. */
  openGroup(id: string): boolean {
    const section = this.#sections.find((each) => each.id === id);
    if (!section) return false;
    this.#expanded.add(id);
    this.#enter(section);
    this.requestUpdate();
    return true;
  }

  /** Brings the control of a parameter into view and focuses it. `false` when the parameter does not exist at present. */
  async focusParameter(path: string): Promise<boolean> {
    const section = this.#sections.find(({states}) => states.some(({parameter}) => parameter.id === path));
    if (!section) return false;
    this.openGroup(section.id);
    await this.updateComplete;
    const slot = this.renderRoot.querySelector<HTMLSlotElement>(`slot[name="control-${CSS.escape(path)}"]`);
    const control = slot?.assignedElements({flatten: true})[0];
    if (!(control instanceof HTMLElement)) return false;
    if (control instanceof TwikControl) await control.updateComplete;
    control.scrollIntoView({block: 'nearest', behavior: prefersStillness() ? 'auto' : 'smooth'});
    control.focus({preventScroll: true});
    return true;
  }

  protected override get latePart(): LatePart | null {
    return this.mode === 'steps' ? steps : null;
  }

  override render(): TemplateResult | typeof nothing {
    const {configuration} = this.#controller;
    if (!configuration) return nothing;
    const {locale} = this;
    const sections = this.#sections;
    const first = sections[0];
    // One nameless group needs no frame around it.
    const isBare = sections.length === 1 && first?.id === '';
    return html`
      ${isBare || this.mode === 'all' ? this.#renderAll(sections, configuration, isBare) : this.#renderMode(sections, configuration)}
      <p class="visually-hidden" role="status" lang=${locale}>${this.#news}</p>
    `;
  }

  #renderMode(sections: readonly Section[], {product}: Configuration): TemplateResult {
    const view = {
      order: sectionIds(product),
      sections,
      locale: this.locale,
      defaultLocale: product.defaultLocale,
      renderControls: (section: Section) => this.#renderControls(section),
    };
    // Steps that could not be loaded are groups to open.
    if (this.mode !== 'steps' || !steps.module) {
      return accordionView({
        ...view,
        isExpanded: ({id}) => this.#expanded.has(id),
        onToggle: (section) => this.#toggle(section),
        onWork: (section) => this.#enter(section),
      });
    }
    return steps.module.stepsView({
      ...view,
      current: sections.find(({id}) => id === this.#current) ?? sections[0],
      isVisited: ({id}) => this.#visited.has(id),
      onSelect: (section) => this.openGroup(section.id),
      onMove: (section) => void this.#move(section),
    });
  }

  #renderAll(sections: readonly Section[], {product}: Configuration, isBare: boolean): TemplateResult {
    return html`${inOrder(
      sectionIds(product),
      sections,
      ({id}) => id,
      (section) => html`
        <section
          class="group"
          part="group"
          aria-label=${section.name}
          @focusin=${() => this.#enter(section)}
          @click=${() => this.#enter(section)}
        >
          ${isBare ? nothing : html`<h3 class="title" part="group-name">${section.name}</h3>`}
          ${this.#renderControls(section)}
        </section>
      `,
    )}`;
  }

  #renderControls({parameters, states, description}: Section): TemplateResult {
    const {configuration} = this.#controller;
    if (!configuration) return html``;
    return html`
      ${description ? html`<p class="description">${description}</p>` : nothing}
      <div class="controls">
        ${inOrder(
          parameters,
          states,
          ({parameter}) => parameter.id,
          ({parameter}) => html`
            <div class="control">
              <slot name="control-${parameter.id}">${controlFor(parameter, configuration, this.locale)}</slot>
            </div>
          `,
        )}
      </div>
    `;
  }

  get #sections(): readonly Section[] {
    const {configuration} = this.#controller;
    return configuration ? sectionsOf(configuration, this.locale) : [];
  }

  #begin(): void {
    this.#expanded.clear();
    this.#visited.clear();
    this.#current = null;
    this.#news = '';
    this.#active = this.#activeNow();
    const first = this.#sections[0];
    if (first) this.#expanded.add(first.id);
  }

  #toggle(section: Section): void {
    if (!this.#expanded.has(section.id)) this.openGroup(section.id);
    else this.#expanded.delete(section.id);
    this.requestUpdate();
  }

  /** Somebody turns to a group: the camera may follow. */
  #enter({id, view}: Section): void {
    const before = this.#current ?? this.#sections[0]?.id;
    if (before !== undefined) this.#visited.add(before);
    this.#visited.add(id);
    if (this.#current === id) return;
    this.#current = id;
    if (id !== '') this.emit('twik-group-opened', {group: id, view});
  }

  /** To the next step or back: the reader follows to its beginning, wherever the button was. */
  async #move(section: Section): Promise<void> {
    this.openGroup(section.id);
    await this.updateComplete;
    const panel = this.renderRoot.querySelector<HTMLElement>('[role=tabpanel]');
    panel?.focus({preventScroll: true});
    this.scrollIntoView({block: 'nearest', behavior: prefersStillness() ? 'auto' : 'smooth'});
  }

  #activeNow(): ReadonlySet<string> {
    return new Set(this.#sections.flatMap(({states}) => states.map(({parameter}) => parameter.id)));
  }

  /** What appears without the focus moving there must be said to those who do not see it. */
  #announce(): void {
    const {configuration} = this.#controller;
    const before = this.#active;
    this.#active = this.#activeNow();
    if (!configuration) return;
    const names = [...this.#active]
      .filter((id) => !before.has(id))
      .map((id) => configuration.parameter(id).parameter.name)
      .map((name) => localize(name, this.locale, configuration.product.defaultLocale));
    this.#news =
      names.length === 0
        ? ''
        : msg(
            'options.appeared',
            {names: new Intl.ListFormat(this.locale).format(names), count: names.length},
            this.locale,
          );
  }
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-options': TwikOptions;
  }
}

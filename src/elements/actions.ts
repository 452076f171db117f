import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Configuration} from '../core/configuration/configuration.js';
import {actionStyles} from './actions/styles.js';
import {buttonStyles} from './button-styles.js';
import {ConfigurationController} from './configuration-controller.js';
import {checkIcon, linkIcon, redoIcon, resetIcon, undoIcon} from './icons.js';
import {msg} from './messages.js';
import {requestChange} from './request-change.js';
import {TwikElement} from './twik-element.js';

/** What `<twik-actions>` can offer. */
export type Action = 'undo' | 'redo' | 'reset' | 'share' | 'save';

const icons = {undo: undoIcon, redo: redoIcon, reset: resetIcon, share: linkIcon};
const doneMessages = {share: 'actions.shared', save: 'actions.saved'} as const;

/** How long a button says that it has done its work. */
const doneMs = 2500;

/**
 * Buttons for what can be done with the configuration as a whole.
 *
 * @summary Undo, redo, start over, copy the link, save.
 * @tagname twik-actions
 * @slot save - Words of the save button, such as "Add to cart".
 * @csspart button - Each button.
 * @csspart save - The save button.
 * @csspart link - The field with the link, shown when the browser does not allow copying it.
 */
export class TwikActions extends TwikElement {
  static override styles = [buttonStyles, actionStyles];

  /** Id of the configurator that is acted on. Default: the one around the element. */
  @property() for = '';
  /** What is offered, in this order, separated by spaces. */
  @property() actions = 'undo redo reset share save';
  /** The configuration to act on, for pages that make it themselves; it cannot be shared or saved from here. */
  @property({attribute: false}) configuration: Configuration | null = null;

  readonly #controller = new ConfigurationController(this, {onChange: () => this.#tell(null)});
  #done: 'share' | 'save' | null = null;
  #link = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tell(null);
  }

  override render(): TemplateResult | typeof nothing {
    const configuration = this.#controller.configuration;
    if (!configuration) return nothing;
    const wanted = this.actions.split(/\s+/).filter(isAction);
    const offered = this.#controller.owner
      ? wanted
      : wanted.filter((action) => action !== 'share' && action !== 'save');
    return html`
      <div class="buttons" role="group" aria-label=${msg('actions.label', {}, this.locale)}>
        ${offered.map((action) => this.#button(action, configuration))}
      </div>
      ${
        this.#link
          ? html`<label class="link"
              >${msg('actions.share-failed', {}, this.locale)}
              <input part="link" readonly .value=${this.#link} @focus=${selectAll} />
            </label>`
          : nothing
      }
    `;
  }

  #button(action: Action, configuration: Configuration): TemplateResult {
    const isBarred =
      (action === 'undo' && !configuration.canUndo) ||
      (action === 'redo' && !configuration.canRedo) ||
      (action === 'reset' && !hasPicks(configuration));
    const isDone = this.#done === action;
    const label = msg(isDone ? doneMessages[action] : `actions.${action}`, {}, this.locale);
    const act = (): void => {
      if (!isBarred) void this.#act(action, configuration);
    };
    // A disabled button would drop the focus of whoever undoes the last step.
    return action === 'save'
      ? html`<button class="button primary" part="button save" type="button" @click=${act}>
          ${isDone ? html`${checkIcon}${label}` : html`<slot name="save">${label}</slot>`}
        </button>`
      : html`<button
          class="button icon"
          part="button ${action}"
          type="button"
          aria-label=${label}
          title=${label}
          aria-disabled=${isBarred ? 'true' : nothing}
          @click=${act}
        >
          ${isDone ? checkIcon : icons[action]}
        </button>`;
  }

  async #act(action: Action, configuration: Configuration): Promise<void> {
    const {owner} = this.#controller;
    const options = {source: 'user'};
    switch (action) {
      case 'undo':
      case 'redo':
      case 'reset':
        if (owner) owner[action](options);
        else requestChange(this, configuration, {kind: action});
        return;
      case 'share': {
        const {url, isCopied} = (await owner?.copyLink()) ?? {url: '', isCopied: false};
        this.#tell(isCopied ? 'share' : null, isCopied ? '' : url);
        return;
      }
      case 'save':
        if (await owner?.save(options)) this.#tell('save');
    }
  }

  #tell(done: 'share' | 'save' | null, link = ''): void {
    clearTimeout(this.#timer);
    if (done) this.#timer = setTimeout(() => this.#tell(null), doneMs);
    this.#done = done;
    this.#link = link;
    this.requestUpdate();
  }
}

function isAction(word: string): word is Action {
  return word in icons || word === 'save';
}

function hasPicks(configuration: Configuration): boolean {
  return configuration.product.parameters.some(({id}) => {
    const {origin} = configuration.parameter(id);
    return origin === 'user' || origin === 'restored';
  });
}

function selectAll({currentTarget}: Event): void {
  if (currentTarget instanceof HTMLInputElement) currentTarget.select();
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-actions': TwikActions;
  }
}

import type {nothing, TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Configuration, RequestOptions, RestoreReport} from '../core/configuration/configuration.js';
import type {ConfigurationRequest, RequestResult} from '../core/configuration/request.js';
import type {SerialConfiguration} from '../core/configuration/serial.js';
import {TwikError} from '../core/error.js';
import type {SnapshotOptions} from '../viewer/index.js';
import {buttonStyles} from './button-styles.js';
import {companion} from './configurator/companions.js';
import {copyLink} from './configurator/copy-link.js';
import {followGroups} from './configurator/follow-groups.js';
import {Heritage} from './configurator/heritage.js';
import {PageContent} from './configurator/page-content.js';
import {PageLink} from './configurator/page-link.js';
import {takePreview} from './configurator/take-preview.js';
import {ProductLoad} from './configurator/product-load.js';
import {reportChanges} from './configurator/report-changes.js';
import {savedDetail} from './configurator/saved-detail.js';
import {Shortcuts} from './configurator/shortcuts.js';
import {configuratorStyles} from './configurator/styles.js';
import {configuratorView} from './configurator/view.js';
import type {SavedDetail} from './events.js';
import {msg} from './messages.js';
import type {MessageCode} from './messages/en.js';
import {announceOwner, withdrawOwner, type ConfigurationOwner, type SharedLink} from './owners.js';
import {TwikElement} from './twik-element.js';

/**
 * A whole product configurator: picture, options, price, summary and actions.
 *
 * @summary Configures a product in one line of HTML.
 * @tagname twik-configurator
 * @slot - Further content below the summary.
 * @slot header - Name and description.
 * @slot viewer - The picture. Put an image here and no 3D is loaded.
 * @slot tools - The buttons on the picture: undo, redo, start over, copy link.
 * @slot options - The options.
 * @slot control-[parameter] - In place of the control of a parameter.
 * @slot summary - The list of what is chosen.
 * @slot footer - Below everything but the bar.
 * @slot price - The price in the bar.
 * @slot actions - The main action in the bar.
 * @fires {CustomEvent<ConfigurationReadyDetail>} configuration-ready - The product is loaded.
 * @fires {CustomEvent<ConfigurationChangedDetail>} configuration-changed - Something was changed.
 * @fires {CustomEvent<ConfigurationConflictDetail>} configuration-conflict - A wish contradicts earlier picks. Cancelable: suppresses the dialog.
 * @fires {CustomEvent<SavedDetail>} configuration-saved - The configuration was saved.
 * @fires {CustomEvent<PriceChangedDetail>} price-changed - The price has changed.
 * @fires {CustomEvent<ConfigurationErrorDetail>} configuration-error - Something is wrong.
 * @csspart frame - The layout of stage and panel.
 * @csspart stage - The place of the picture.
 * @csspart viewer - The viewer.
 * @csspart tools - The buttons on the picture.
 * @csspart panel - Everything beside or below the picture.
 * @csspart header - Name and description.
 * @csspart name - The product's name.
 * @csspart description - The product's description.
 * @csspart notice - What a link could not bring back.
 * @csspart options - The options.
 * @csspart summary - The disclosure around the summary.
 * @csspart bar - The bar with price and main action.
 * @csspart price - The price in the bar.
 * @csspart actions - The main action in the bar.
 * @csspart error - What stands here when the product cannot be shown.
 * @csspart [element]-[part] - A part of what is inside: `options-…`, `control-…`, `summary-…`, `price-…`, `actions-…`, `viewer-…`, `conflict-…`.
 * @cssprop [--twik-viewer-height] - Height of the picture. Default: by the height of the window.
 * @cssprop [--twik-sticky-top=0px] - Height of what the page keeps at the top of the window.
 * @cssprop [--twik-color-accent] - Colour of the main action and of what is selected.
 * @cssprop [--twik-color-on-accent] - Colour on the accent.
 * @cssprop [--twik-color-text] - Colour of text.
 * @cssprop [--twik-color-text-muted] - Colour of secondary text.
 * @cssprop [--twik-color-surface] - Colour of the ground.
 * @cssprop [--twik-color-surface-raised] - Colour of the stage and of raised surfaces.
 * @cssprop [--twik-color-border] - Colour of dividing lines.
 * @cssprop [--twik-color-border-strong] - Colour of the outline of controls.
 * @cssprop [--twik-color-focus] - Colour of the focus ring.
 * @cssprop [--twik-radius=8px] - Radius of corners.
 * @cssprop [--twik-space=8px] - Unit of all distances.
 * @cssprop [--twik-font] - Font shorthand of all text.
 */
export class TwikConfigurator extends TwikElement implements ConfigurationOwner {
  static override styles = [buttonStyles, configuratorStyles];

  /** Address of the product definition, or the definition itself. */
  @property() product: string | object | null = null;
  /** Colour scheme: `light`, `dark`, `auto` as the person prefers. Empty: as the page around it. */
  @property({reflect: true, useDefault: true}) theme: '' | 'light' | 'dark' | 'auto' = '';
  /** `auto` puts the picture beside the options where there is room, `stacked` always above. */
  @property({reflect: true, useDefault: true}) layout: 'auto' | 'stacked' = 'auto';
  /** How the groups of options are shown: folded, one step after the other, or all at once. */
  @property() mode: 'accordion' | 'steps' | 'all' = 'accordion';

  readonly #heritage = new Heritage(this);
  readonly #pageLink = new PageLink(this, (code) => this.#openLink(code));
  readonly #load = new ProductLoad(this, {
    source: () => this.product,
    code: () => this.#heritage.take() ?? this.#pageLink.code,
    onStart: () => this.#close(),
    onReady: (configuration) => this.#open(configuration),
    onError: (error) => this.#tellError(error),
  });
  readonly #content = new PageContent(this);
  #announcement = '';
  #damagedLink: TwikError | null = null;
  #dismissed: RestoreReport | null = null;
  #endReport: () => void = () => undefined;

  constructor() {
    super();
    new Shortcuts(this, (action) => this[action]({source: 'user'}));
    followGroups(this);
  }

  /** @internal */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  /** The configuration store; `null` until the product is loaded. */
  get configuration(): Configuration | null {
    const {state} = this.#load;
    return state.kind === 'ready' ? state.configuration : null;
  }

  /** Resolves when the product is loaded, and is rejected with a `TwikError` when that fails. New for each product. */
  get ready(): Promise<Configuration> {
    return this.#load.ready;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announceOwner(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    withdrawOwner(this);
  }

  /** A copy begins with what is configured here. */
  override cloneNode(isDeep?: boolean): Node {
    const clone = super.cloneNode(isDeep);
    if (clone instanceof TwikConfigurator) {
      clone.product = this.product;
      clone.#heritage.copy(this.#heritage);
    }
    return clone;
  }

  /** Asks for a change. A conflict is answered with the dialog, unless the page prevents `configuration-conflict`. */
  request(request: ConfigurationRequest, {source = 'host', ...more}: RequestOptions = {}): RequestResult {
    const {configuration} = this;
    if (!configuration) {
      const message = 'The product is not loaded yet. Wait for the promise `ready`, then ask again.';
      return {kind: 'refused', error: new TwikError('configuration-not-ready', message)};
    }
    const result = configuration.request(request, {...more, source});
    switch (result.kind) {
      case 'applied':
        break;
      case 'conflict': {
        const {explanation, repairs} = result;
        if (!this.emit('configuration-conflict', {explanation, repairs, source}, {cancelable: true})) break;
        void this.updateComplete.then(() => companion(this, 'twik-conflict')?.ask({explanation, repairs}));
        break;
      }
      case 'refused':
        // A program gets its answer by what is returned; a person has only the page.
        if (source === 'user') this.#tellError(result.error);
    }
    return result;
  }

  /** Takes the last change back. */
  undo(options?: RequestOptions): RequestResult {
    return this.#announced('actions.undone', this.request({kind: 'undo'}, options));
  }

  /** Does again what was taken back. */
  redo(options?: RequestOptions): RequestResult {
    return this.#announced('actions.redone', this.request({kind: 'redo'}, options));
  }

  /** Takes every pick back, as one step. */
  reset(options?: RequestOptions): RequestResult {
    return this.#announced('actions.was-reset', this.request({kind: 'reset'}, options));
  }

  /** Replaces all picks by those of a share code or a serial configuration, as one step. */
  restore(from: string | SerialConfiguration, options?: RequestOptions): RequestResult {
    return this.request({kind: 'restore', from}, options);
  }

  /** Copies a link to this page that opens the configuration again, and returns it. */
  async share(): Promise<string> {
    return (await this.copyLink()).url;
  }

  /** @internal */
  async copyLink(): Promise<SharedLink> {
    const {cause, ...link} = await copyLink(await this.ready);
    if (link.isCopied) this.#announce('actions.shared');
    else {
      const message = 'The browser did not allow copying the link. Copy what `share()` returns in another way.';
      this.#tellError(new TwikError('share-failed', message, {cause}));
    }
    return link;
  }

  /** Tells the page everything about the configuration by `configuration-saved`, and returns it. */
  async save({source = 'host'}: RequestOptions = {}): Promise<SavedDetail> {
    // The picture takes a while; everything else is as it was when saving was asked for.
    const detail = {
      ...savedDetail(await this.ready, source),
      preview: await takePreview(companion(this, 'twik-viewer')),
    };
    this.emit('configuration-saved', detail);
    this.#announce('actions.saved');
    return detail;
  }

  /** A picture of the product as it is shown; `null` when nothing is. */
  async snapshot(options?: SnapshotOptions): Promise<Blob | null> {
    return (await companion(this, 'twik-viewer')?.snapshot(options)) ?? null;
  }

  /** Brings the control of a parameter into view and focuses it. */
  focusParameter(path: string): void {
    void companion(this, 'twik-options')?.focusParameter(path);
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    super.attributeChangedCallback(name, before, after);
    // Elements elsewhere on the page depend on them.
    if (this.isConnected && (name === 'lang' || name === 'id')) announceOwner(this);
  }

  override render(): TemplateResult | typeof nothing {
    const restored = this.configuration?.restored ?? null;
    return configuratorView({
      state: this.#load.state,
      locale: this.locale,
      mode: this.mode,
      content: this.#content,
      report: restored === this.#dismissed ? null : restored,
      damagedLink: this.#damagedLink,
      announcement: this.#announcement,
      onRetry: () => this.#load.retry(),
      onDismiss: () => {
        this.#dismissed = restored;
        this.#damagedLink = null;
        this.requestUpdate();
      },
    });
  }

  #open(configuration: Configuration): void {
    announceOwner(this);
    this.#endReport = reportChanges(configuration, (name, detail) => this.emit(name, detail));
  }

  #close(): void {
    this.#endReport();
    this.#endReport = () => undefined;
    if (this.isConnected) announceOwner(this);
  }

  #openLink(code: string): void {
    if (!this.configuration || code === this.configuration.shareCode()) return;
    const result = this.restore(code, {source: 'link'});
    // A link to another product of the page is none of our business.
    if (result.kind === 'refused' && result.error.code !== 'code-other-product') this.#tellError(result.error);
  }

  #announced(code: MessageCode, result: RequestResult): RequestResult {
    if (result.kind === 'applied' && result.changed.length > 0) this.#announce(code);
    return result;
  }

  /** Says a sentence to screen readers. */
  #announce(code: MessageCode): void {
    const sentence = msg(code, {}, this.locale);
    // The same sentence twice would be read once; the space makes it another.
    this.#announcement = this.#announcement === sentence ? `${sentence}\u00a0` : sentence;
    this.requestUpdate();
  }

  #tellError(error: TwikError): void {
    if (error.code === 'code-invalid') {
      this.#damagedLink = error;
      this.requestUpdate();
    }
    this.emitError(error);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-configurator': TwikConfigurator;
  }
}

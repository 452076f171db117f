import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Configuration} from '../core/configuration/configuration.js';
import type {TwikError} from '../core/error.js';
import type {Extras} from '../viewer/extras/extras.js';
import type {SnapshotOptions, StageEvent} from '../viewer/index.js';
import {ConfigurationController} from './configuration-controller.js';
import {ProductLoad} from './configurator/product-load.js';
import type {CameraChangedDetail} from './events.js';
import {errorMessage, msg} from './messages.js';
import {TwikElement} from './twik-element.js';
import {contentOfConfiguration, contentOfModel, onlyModel, type ViewerContent} from './viewer/content.js';
import {StageController} from './viewer/stage-controller.js';
import {viewerStyles} from './viewer/styles.js';

const degree = Math.PI / 180;

/** Attributes that a late part carries out. */
const wishes = [
  'camera-orbit',
  'camera-target',
  'field-of-view',
  'min-camera-orbit',
  'max-camera-orbit',
  'auto-rotate',
  'interaction-prompt',
  'environment-image',
  'skybox-image',
  'exposure',
  'generate-schema',
];

/**
 * Shows a product in 3D: what a configurator has configured, a product as it comes, or just a model file.
 *
 * Loads the 3D engine when there is something to show. While it has the focus, arrow keys turn the product, plus, minus
 * and the wheel zoom, Home goes back; otherwise the wheel scrolls the page, as does a finger that moves up or down.
 *
 * @summary The product in 3D.
 * @tagname twik-viewer
 * @attr {string} camera-orbit - Where the camera starts: an angle about the vertical axis, one from straight above, a distance. `30deg 75deg 120%` or `auto auto 2m`; 100 % shows all.
 * @attr {string} camera-target - What the camera looks at, in the scene: `0m 0.5m 0m`.
 * @attr {string} field-of-view - The vertical field of view. Default: `30deg`.
 * @attr {string} min-camera-orbit - How far a person may turn one way and come near, as an orbit: `-45deg 30deg 60%`.
 * @attr {string} max-camera-orbit - How far a person may turn the other way and go back.
 * @attr {boolean} auto-rotate - Turns the product while nobody touches it; never for those who prefer reduced motion.
 * @attr {number} auto-rotate-delay - How long nobody has touched it by then, in milliseconds. Default: 3000.
 * @attr {string} rotation-per-second - How fast it turns. Default: `12deg`.
 * @attr {boolean} interaction-prompt - Shows a hint that the product can be turned, until somebody does.
 * @attr {string} environment-image - Address of an equirectangular image that lights the product: HDR, JPEG, PNG, WebP. Default: Twik's studio.
 * @attr {string} skybox-image - Address of such an image to be seen behind the product; it gives the light, too, where nothing else does.
 * @attr {number} exposure - A factor for all light. Default: 1.
 * @attr {boolean} generate-schema - Describes the model to search engines (JSON-LD, schema.org `3DModel`).
 * @slot hotspot - Elements that stay at a point of the scene, by `data-position`, `data-normal` and `data-node`.
 * @slot poster - Shown until the first picture is there, and instead of it where there can be none.
 * @fires {CustomEvent<ViewerReadyDetail>} viewer-ready - The first picture is on the screen. Bubbles, composed.
 * @fires {CustomEvent<ViewerProgressDetail>} viewer-progress - More has been loaded. Bubbles, composed.
 * @fires {CustomEvent<CameraChangedDetail>} camera-changed - The camera has moved; once a frame. Bubbles, composed.
 * @fires {CustomEvent<HotspotVisibilityDetail>} hotspot-visibility - Somebody can see a hotspot now, or cannot any more. Bubbles, composed.
 * @fires {CustomEvent<PartPickedDetail>} part-picked - Something in the picture was tapped. Bubbles, composed.
 * @fires {CustomEvent<ConfigurationErrorDetail>} configuration-error - There is no picture, or something is missing in it. Bubbles, composed.
 * @csspart canvas - The picture.
 * @csspart poster - The image of the `poster` attribute.
 * @csspart progress - The bar while loading.
 * @csspart message - What is shown when there can be no picture.
 * @cssprop [--twik-viewer-background=transparent] - What lies behind the product.
 * @cssprop [--twik-viewer-progress-color] - Colour of the progress bar. Default: the accent colour.
 */
export class TwikViewer extends TwikElement {
  static override styles = viewerStyles;

  /** @internal */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...wishes];
  }

  /** Address of a GLB or glTF file to show by itself. Goes before everything else. */
  @property() src = '';
  /** Name of a variant of that file (KHR_materials_variants). Empty means the file's own choice. */
  @property() variant = '';
  /** A product to show as it comes: the address of its definition, or the definition itself. */
  @property() product: string | object | null = null;
  /** Id of the configurator whose product is shown. Default: the one around the element. */
  @property() for = '';
  /** The configuration to show, for pages that make it themselves. */
  @property({attribute: false}) configuration: Configuration | null = null;
  /** What the picture shows, for those who do not see it. */
  @property() alt = '';
  /** Id of the view that the camera takes. Empty means the first one of the product. */
  @property() view = '';
  /** A CSS colour behind the product, in snapshots as well. Else `--twik-viewer-background` is behind it. */
  @property() background = '';
  /** Address of an image to show until the first picture is there. */
  @property() poster = '';
  /** Whether pointers and keys move the camera. Always so inside a configurator. */
  @property({type: Boolean, attribute: 'camera-controls'}) cameraControls = false;
  /** `lazy` loads nothing until the element is almost in sight; `eager` and the default begin at once. */
  @property() loading: 'auto' | 'eager' | 'lazy' = 'auto';
  /** `manual` keeps the poster until `dismissPoster()`. */
  @property() reveal: 'auto' | 'manual' = 'auto';

  readonly #load = new ProductLoad(this, {
    source: () => (this.src === '' ? this.product : null),
    code: () => null,
    onStart: () => undefined,
    onReady: () => this.#show(),
    onError: (error) => this.#stage.fail(error),
  });
  readonly #controller = new ConfigurationController(this, {
    onConnect: () => this.#show(),
    onChange: () => this.#show(),
  });
  readonly #stage = new StageController(this, {
    canvas: () => this.#canvas,
    hasControls: () => this.#hasControls,
    view: () => this.view,
    onReady: (durationMs) => this.emit('viewer-ready', {durationMs}),
    onProgress: (progress) => this.emit('viewer-progress', {progress}),
    onEvent: (event) => this.#hear(event),
    onError: (error) => this.emitError(error),
    onHotspot: (hotspot, isVisible) => this.emit('hotspot-visibility', {hotspot, isVisible}),
    isLazy: () => this.loading === 'lazy',
    hasExtras: () => wishes.some((name) => this.hasAttribute(name)) || this.querySelector('[slot^=hotspot]') !== null,
  });

  #isRevealed = false;

  /** Resolves when the first picture is on the screen, and is rejected with a `TwikError` when that fails. */
  get ready(): Promise<void> {
    return this.#stage.ready;
  }

  /** The names that `variant` may have, once the picture is there. */
  get availableVariants(): string[] {
    return this.#stage.stage?.variants(onlyModel) ?? [];
  }

  /** Where the camera is; `null` until there is a picture. */
  get camera(): Omit<CameraChangedDetail, 'source'> | null {
    const camera = this.#stage.stage?.camera;
    if (!camera) return null;
    return {
      orbitDeg: [camera.azimuth / degree, camera.polar / degree],
      distanceM: camera.distance,
      targetM: camera.target,
    };
  }

  /**
   * What few pages ask of a viewer: measures, surfaces, the scene as a file. Fetches that part; waits for the first picture.
   *
   * @throws TwikError `viewer-failed`, or why there is no picture.
   */
  extras(): Promise<Extras> {
    return this.#stage.extras();
  }

  /** Shows the picture where `reveal` is `manual`: at once, or when it is there. */
  dismissPoster(): void {
    this.#isRevealed = true;
    this.requestUpdate();
  }

  /** Shows the poster again, where `reveal` is `manual`. */
  showPoster(): void {
    this.#isRevealed = false;
    this.requestUpdate();
  }

  /**
   * Takes the camera to a view of the product, or with `null` back to where it started: gently, and not out of a hand
   * that holds it. Waits for the first picture.
   *
   * @throws TwikError `view-unknown`, or why there is no picture.
   */
  async goTo(view: string | null): Promise<void> {
    await this.ready;
    this.#stage.stage?.goTo(view);
  }

  /**
   * Takes a picture, as large as you like and whether or not the element is in sight. Waits for the first picture.
   *
   * @throws TwikError `snapshot-failed`, `view-unknown`, or why there is no picture.
   */
  async snapshot(options: SnapshotOptions = {}): Promise<Blob> {
    await this.ready;
    const {stage} = this.#stage;
    if (!stage) throw await this.ready.then(() => new DOMException('The viewer has left the page.', 'AbortError'));
    return stage.snapshot({...(this.background ? {background: this.background} : {}), ...options});
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('variant') || changed.has('product')) this.#show();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('background')) this.style.setProperty('background', this.background);
    if (changed.has('view') && this.#stage.stage) this.#goToView();
  }

  override render(): TemplateResult {
    const {state} = this.#stage;
    const {locale} = this;
    const label = this.alt || msg('viewer.label', {}, locale);
    const turns = this.#hasControls;
    const isReady = state.kind === 'ready' && (this.reveal !== 'manual' || this.#isRevealed);
    return html`
      <canvas
        part="canvas"
        class="${turns ? 'turns' : ''} ${isReady ? '' : 'blank'}"
        role=${turns ? 'application' : 'img'}
        tabindex=${turns && isReady ? 0 : nothing}
        aria-label=${label}
        aria-describedby=${turns ? 'help' : nothing}
      ></canvas>
      ${turns ? html`<p id="help" class="visually-hidden">${msg('viewer.help', {}, locale)}</p>` : nothing}
      <slot name="hotspot" hidden @slotchange=${() => this.requestUpdate()}></slot>
      <slot name="poster" ?hidden=${isReady}>
        ${this.poster && !isReady ? html`<img part="poster" src=${this.poster} alt=${label} />` : nothing}
      </slot>
      ${
        state.kind === 'loading'
          ? html`<progress
              part="progress"
              max="1"
              .value=${state.progress}
              aria-label=${msg('viewer.loading', {}, locale)}
            ></progress>`
          : nothing
      }
      ${state.kind === 'failed' ? this.#failure(state.error) : nothing}
    `;
  }

  get #canvas(): HTMLCanvasElement {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas) throw new Error('The viewer has not been rendered yet.');
    return canvas;
  }

  get #hasControls(): boolean {
    return this.cameraControls || this.#controller.owner !== null;
  }

  #failure(error: TwikError): TemplateResult {
    const {locale} = this;
    return html`<div part="message" class="words ${this.poster ? 'over' : ''}" role="alert">
      <p>${msg('viewer.failed', {}, locale)}</p>
      <p class="cause">${errorMessage(error, locale)}</p>
      <button type="button" @click=${() => this.#retry()}>${msg('viewer.retry', {}, locale)}</button>
    </div>`;
  }

  #show(): void {
    this.#stage.show(this.#content());
  }

  #retry(): void {
    if (this.#load.state.kind === 'failed') this.#load.retry();
    else this.#stage.retry();
  }

  #content(): ViewerContent | null {
    const {baseURI} = this.ownerDocument;
    if (this.src !== '') return contentOfModel(this.src, this.variant, baseURI);
    const {state} = this.#load;
    const own = state.kind === 'ready' ? state.configuration : null;
    const configuration = own ?? (this.product === null ? this.#controller.configuration : null);
    return configuration && contentOfConfiguration(configuration, baseURI);
  }

  #goToView(): void {
    try {
      this.#stage.stage?.goTo(this.view || null);
    } catch (error) {
      this.emitError(error as TwikError);
    }
  }

  #hear(event: StageEvent): void {
    if (event.kind === 'pick') {
      const {node, model} = event.pick;
      this.emit('part-picked', {node, model});
    } else if (event.kind === 'camera' && this.camera) {
      this.emit('camera-changed', {...this.camera, source: event.source});
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'twik-viewer': TwikViewer;
  }
}

import type {WebGLRenderer} from 'three';
import type {SceneModel, SceneView} from '../core/product/scene-definition.js';
import type {ScenePlan} from '../core/scene/plan.js';
import {TwikError} from '../core/error.js';
import {OrbitInput} from './camera/orbit-input.js';
import type {Orbit} from './camera/orbit.js';
import {prefersStillness} from './camera/prefers-stillness.js';
import {StageCamera} from './camera/stage-camera.js';
import {pickAt, type Pick} from './pick.js';
import {cancelFrame, requestFrame} from './rendering/frame-loop.js';
import {Quality} from './rendering/quality.js';
import {SharedContext} from './rendering/shared-context.js';
import {Sight} from './sight.js';
import type {SnapshotOptions} from './snapshot.js';
import {StageCanvas} from './stage-canvas.js';
import {StageContent} from './stage-content.js';
import type {StageEvent} from './stage-event.js';
import {failureOf} from './stage-models.js';
import type {LoadOptions, StageOptions} from './stage-options.js';
import {variantsOf} from './variants.js';

/**
 * Shows a scene plan on a canvas. Draws only when something has changed, and then once; requests no animation frame at
 * rest; frees everything with `dispose()`. All stages of a page share one WebGL context, so the canvas is a 2D one.
 *
 * @example
 * const stage = new Stage({canvas});
 * const {models, views} = product.scene;
 * await stage.load(models, {baseUrl: product.baseUrl, plan: configuration.plan(), views});
 * configuration.subscribe(() => void stage.apply(configuration.plan()));
 */
export class Stage {
  /** @internal */
  readonly rig = new StageCamera();
  /** What to call after each frame that was drawn. @internal */
  readonly drawn = new Set<() => void>();
  readonly #canvas: StageCanvas;
  readonly #emit: (event: StageEvent) => void;
  readonly #context: SharedContext;
  readonly #quality = new Quality();
  readonly #sight = new Sight();
  readonly #frame = {frame: (seconds: number) => this.#draw(seconds)};
  readonly #user = {
    contextLost: () => this.#tell({kind: 'context-lost'}),
    contextRestored: () => this.#restore(),
    contextFailed: (error: TwikError) => this.#tell({kind: 'error', error}),
  };
  #content: StageContent | null = null;
  #input: OrbitInput | null = null;
  #isShown = false;
  #isHeld = false;
  #isDisposed = false;
  #mover: 'user' | 'program' = 'program';

  /**
   * @throws TwikError `webgl-missing`.
   */
  constructor({canvas, onEvent = () => undefined}: StageOptions) {
    this.#context = SharedContext.join(this.#user);
    this.#canvas = new StageCanvas(canvas);
    this.#emit = onEvent;
    this.resize();
  }

  /** Whether anybody can see the canvas. A stage out of sight draws nothing; it catches up when it comes into sight. */
  get isVisible(): boolean {
    return this.#sight.isOpen;
  }

  set isVisible(isVisible: boolean) {
    this.#sight.isOpen = isVisible;
    this.invalidate();
  }

  /** Whether pointers, wheel and keys move the camera. Default `false`. */
  get hasControls(): boolean {
    return this.#input !== null;
  }

  set hasControls(hasControls: boolean) {
    if (hasControls === this.hasControls) return;
    this.#input?.dispose();
    this.#input = hasControls ? this.#createInput() : null;
  }

  /** What is shown, once it is. @internal */
  get content(): StageContent | null {
    return this.#isShown ? this.#content : null;
  }

  /** @internal */
  get renderer(): WebGLRenderer {
    return this.#context.renderer;
  }

  /** Where the camera is. Setting it moves there at once. */
  get camera(): Orbit {
    return this.rig.orbit;
  }

  set camera(orbit: Orbit) {
    this.rig.goToOrbit(orbit);
    this.rig.arrive();
    this.#moved('program');
  }

  /**
   * Takes other models in place of what is there. Resolves when the first picture is on the screen.
   *
   * @throws TwikError what keeps the models from being shown; an `AbortError` when `signal` or a later load says so.
   */
  async load(
    models: readonly SceneModel[],
    {baseUrl = document.baseURI, plan = [], views, view, signal}: LoadOptions = {},
  ): Promise<void> {
    this.#unload();
    signal?.throwIfAborted();
    const content = new StageContent({
      models,
      baseUrl,
      context: this.#context,
      // The last hundredth is the picture itself.
      onProgress: (share) => this.#tell({kind: 'progress', share: share * 0.99}),
      onError: (error) => this.#tell({kind: 'error', error}),
      onChange: () => this.invalidate(),
    });
    this.#content = content;
    const abort = () => content.dispose();
    signal?.addEventListener('abort', abort);
    try {
      await content.load(plan);
      this.rig.start(views ?? new Map<string, SceneView>(), content.measure(), view ?? null);
      await content.prepare(this.rig.place());
      await this.#sight.wait();
      content.assertAlive();
      this.#isShown = true;
      this.#draw(0);
      await this.#context.finish();
      content.assertAlive();
    } catch (error) {
      if (content === this.#content) this.#unload();
      else content.dispose();
      throw failureOf(error) ?? error;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
    this.#tell({kind: 'progress', share: 1});
    this.#tell({kind: 'ready'});
    content.prepareRest();
  }

  /**
   * Shows another plan of the same models. What is not in memory yet is fetched first, and the old picture stays until
   * then. Resolves when the scene is up to date; what could not be done is told as an `error` event.
   */
  apply(plan: ScenePlan): Promise<void> {
    return this.#content?.apply(plan) ?? Promise.resolve();
  }

  /** Takes its size from the canvas's box in the page; to be called when that changes. */
  resize(width = this.#canvas.element.clientWidth, height = this.#canvas.element.clientHeight): void {
    const isOther = this.#canvas.resize(width || 300, height || 150, globalThis.devicePixelRatio);
    this.rig.resize(this.#canvas.aspect);
    // At once, as the canvas is empty now and would flicker.
    if (isOther && this.#isShown) this.#draw(0);
  }

  /**
   * Takes the camera to a view, or with `null` back to where it started; gently, unless the person prefers reduced
   * motion or `animate` is `false`. While a hand holds the camera nothing takes it away.
   *
   * @throws TwikError `view-unknown`.
   */
  goTo(view: string | null, {animate = true}: {readonly animate?: boolean} = {}): void {
    const orbit = this.rig.orbitOf(view);
    if (this.#isHeld) return;
    this.rig.goTo(view);
    if (!animate) this.camera = orbit;
    this.#moved('program');
  }

  /** The names of the variants that a model offers (KHR_materials_variants). */
  variants(model: string): string[] {
    const loaded = this.#content?.model(model);
    return loaded ? variantsOf(loaded) : [];
  }

  /** What is seen at a place of the canvas, in CSS pixels from its upper left corner. */
  pick(x: number, y: number): Pick | null {
    if (!this.#content) return null;
    const {clientWidth, clientHeight} = this.#canvas.element;
    const right = (x / Math.max(1, clientWidth)) * 2 - 1;
    const up = 1 - (y / Math.max(1, clientHeight)) * 2;
    return pickAt(right, up, this.rig.place(), this.#content.scene, this.#content.models);
  }

  /**
   * Takes a picture, whether or not the stage is in sight.
   *
   * @throws TwikError `snapshot-failed` when nothing is shown yet, `view-unknown`.
   */
  async snapshot(options: SnapshotOptions = {}): Promise<Blob> {
    const {encodePicture, snapshotSize} = await import('./snapshot.js');
    const {content} = this;
    if (!content || this.#context.isLost) {
      throw new TwikError('snapshot-failed', 'There is nothing to take a picture of yet. Wait for the first picture.');
    }
    const {width, height} = snapshotSize(options.width ?? this.#canvas.width, options.height ?? this.#canvas.height);
    this.#refresh(content);
    const orbit = options.view === undefined ? this.camera : this.rig.orbitOf(options.view);
    const camera = this.rig.placeFor(width / height, orbit);
    return encodePicture(this.#context.draw(content.scene, camera, width, height), width, height, options);
  }

  /** Asks for a frame. */
  invalidate(): void {
    if (this.#isShown && this.isVisible && !this.#context.isLost) requestFrame(this.#frame);
  }

  /** Frees everything; the canvas keeps its last picture. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#unload();
    this.#isDisposed = true;
    this.hasControls = false;
    this.#context.leave(this.#user);
  }

  #unload(): void {
    cancelFrame(this.#frame);
    this.#isShown = false;
    this.#content?.dispose();
    this.#content = null;
    this.#sight.stopWaiting();
  }

  /** Draws a frame; returns whether there is another to come. */
  #draw(seconds: number): boolean {
    if (!this.#content || !this.#isShown || !this.isVisible || this.#context.isLost) return false;
    this.#refresh(this.#content);
    const wasMoving = this.rig.isMoving;
    if (wasMoving) {
      this.rig.step(seconds);
      this.#quality.note(seconds);
    }
    const scale = this.rig.isMoving ? this.#quality.scale : 1;
    const [width, height] = [Math.ceil(this.#canvas.width * scale), Math.ceil(this.#canvas.height * scale)];
    this.#canvas.show(this.#context.draw(this.#content.scene, this.rig.place(), width, height), width, height);
    for (const tell of this.drawn) tell();
    if (wasMoving) this.#tell({kind: 'camera', source: this.#mover, orbit: this.camera});
    return this.rig.isMoving;
  }

  #refresh(content: StageContent): void {
    const bounds = content.refresh();
    if (!bounds) return;
    this.rig.frame(bounds);
    if (prefersStillness()) this.rig.arrive();
  }

  #moved(mover: 'user' | 'program'): void {
    this.#mover = mover;
    if (prefersStillness()) this.rig.arrive();
    if (!this.rig.isMoving) this.#tell({kind: 'camera', source: mover, orbit: this.camera});
    this.invalidate();
  }

  #createInput(): OrbitInput {
    const nudge = (change: {azimuth?: number; polar?: number; zoom?: number}) => {
      this.rig.nudge(change);
      this.#moved('user');
    };
    return new OrbitInput(this.#canvas.element, {
      turn: (azimuth, polar) => nudge({azimuth, polar}),
      zoom: (zoom) => nudge({zoom}),
      reset: () => {
        this.rig.goTo(null);
        this.#moved('user');
      },
      tap: (x, y) => {
        const pick = this.pick(x, y);
        if (pick) this.#tell({kind: 'pick', pick});
      },
      hold: (isHeld) => {
        this.#isHeld = isHeld;
        if (isHeld) this.rig.hold();
      },
    });
  }

  #restore(): void {
    this.#content?.contextRestored();
    this.#draw(0);
    this.#tell({kind: 'context-restored'});
  }

  #tell(event: StageEvent): void {
    if (!this.#isDisposed) this.#emit(event);
  }
}

import {Scene} from 'three';
import type {Camera} from 'three';
import type {SceneModel} from '../core/product/scene-definition.js';
import type {ScenePlan} from '../core/scene/plan.js';
import type {TwikError} from '../core/error.js';
import {SceneBinder} from './binding/scene-binder.js';
import type {BindingContext} from './binding-context.js';
import {measureBounds} from './bounds.js';
import type {Bounds} from './bounds.js';
import {loadTexture} from './load-texture.js';
import type {LoadedModel} from './loaded-model.js';
import {compileFor, prepareHidden, prepareScene} from './rendering/prepare-scene.js';
import type {SharedContext} from './rendering/shared-context.js';
import {ContactShadow} from './shadow/contact-shadow.js';
import {StageModels, failureOf} from './stage-models.js';

export interface StageContentOptions {
  readonly models: readonly SceneModel[];
  readonly baseUrl: string;
  readonly context: SharedContext;
  onProgress(share: number): void;
  /** Something is missing in the picture. */
  onError(error: TwikError): void;
  /** Something looks different. */
  onChange(): void;
}

/** What a stage shows between one load and the next: models, what a plan makes of them, their light and shadow. */
export class StageContent {
  readonly scene = new Scene();
  readonly #options: StageContentOptions;
  readonly #models: StageModels;
  readonly #shadow = new ContactShadow();
  readonly #binder: SceneBinder;
  #plan: ScenePlan | null = null;
  #isLoaded = false;
  #isOutdated = true;
  #isShadowLost = false;
  #isDisposed = false;

  constructor(options: StageContentOptions) {
    this.#options = options;
    this.#models = new StageModels(options.models, options.baseUrl, {
      onProgress: (share) => options.onProgress(share),
      onIssue: (error) => this.#report(error),
      hasExtension: this.#hasExtension,
    });
    this.#binder = new SceneBinder(this.#bindingContext());
    this.scene.add(this.#shadow.floor);
  }

  get models(): readonly LoadedModel[] {
    return this.#models.loaded;
  }

  model(id: string): LoadedModel | null {
    return this.#models.get(id);
  }

  /**
   * Loads what the first picture needs and applies a plan to it.
   *
   * @throws TwikError why there can be no picture.
   */
  async load(plan: ScenePlan): Promise<void> {
    const [started, environment] = await Promise.all([this.#models.loadStart(), this.#options.context.environment()]);
    this.assertAlive();
    this.scene.environment = environment;
    for (const model of started) {
      this.scene.add(model.root);
      this.#binder.adopt(model);
    }
    this.#isLoaded = true;
    // One that has come meanwhile is newer.
    await this.apply(this.#plan ?? plan);
    this.assertAlive();
  }

  /** Resolves when everything is applied; what could not be is told to `onError`. */
  async apply(plan: ScenePlan): Promise<void> {
    this.#plan = plan;
    if (!this.#isLoaded || this.#isDisposed) return;
    try {
      await this.#binder.apply(plan);
    } catch (error) {
      const failure = failureOf(error);
      if (failure) this.#report(failure);
    }
  }

  /** Uploads and compiles what `camera` will see. */
  async prepare(camera: Camera): Promise<void> {
    await prepareScene(this.#options.context.renderer, this.scene, camera);
    this.assertAlive();
  }

  /** Does in idle time what a later change would wait for. */
  prepareRest(): void {
    void this.#prepareRest();
  }

  /** Measures the scene and draws the shadow anew if anything has moved; returns the bounds if so. */
  refresh(): Bounds | null {
    if (!this.#isOutdated && !this.#isShadowLost) return null;
    const bounds = this.measure();
    this.#shadow.update(this.#options.context.renderer, this.scene, bounds.box);
    this.#isShadowLost = false;
    if (!this.#isOutdated) return null;
    this.#isOutdated = false;
    return bounds;
  }

  measure(): Bounds {
    this.#shadow.floor.visible = false;
    return measureBounds(this.scene.children.filter((child) => child !== this.#shadow.floor));
  }

  /** The context has come back without what was drawn in it. */
  contextRestored(): void {
    this.#isShadowLost = true;
  }

  /** @throws An `AbortError` once this is disposed of: for those who went on after waiting. */
  assertAlive(): void {
    if (this.#isDisposed) throw new DOMException('Something else is shown now.', 'AbortError');
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#binder.dispose();
    this.#models.dispose();
    this.#shadow.dispose();
    this.scene.environment = null;
  }

  async #prepareRest(): Promise<void> {
    await this.#binder.prepare();
    if (!this.#isDisposed) await prepareHidden(this.#options.context.renderer, this.scene, () => !this.#isDisposed);
  }

  /** Nobody wants to hear of what is not shown any more. */
  #report(error: TwikError): void {
    if (!this.#isDisposed) this.#options.onError(error);
  }

  readonly #hasExtension = (name: string): boolean => this.#options.context.renderer.extensions.has(name);

  #bindingContext(): BindingContext {
    const {context, baseUrl} = this.#options;
    const onChange = () => this.#options.onChange();
    return {
      model: (id) => this.#models.get(id),
      requireModel: (id, signal) => this.#models.require(id, signal),
      loadTexture: (src, options) => loadTexture(src, baseUrl, {...options, hasExtension: this.#hasExtension}),
      precompile: (objects) => compileFor(context.renderer, this.scene, objects),
      maxAnisotropy: context.renderer.capabilities.getMaxAnisotropy(),
      invalidate: onChange,
      boundsChanged: () => {
        this.#isOutdated = true;
        onChange();
      },
    };
  }
}

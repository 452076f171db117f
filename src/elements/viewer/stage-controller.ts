import type {ReactiveController} from 'lit';
import {TwikError} from '../../core/error.js';
import type {ScenePlan} from '../../core/scene/plan.js';
import type {Extras} from '../../viewer/extras/extras.js';
import type {Stage, StageEvent} from '../../viewer/index.js';
import type {TwikElement} from '../twik-element.js';
import type {ViewerContent} from './content.js';
import {near} from './near.js';
import {Pending} from './pending.js';
import {preload} from './preload.js';

/** How far a viewer has come. */
export type ViewerState =
  | {readonly kind: 'empty'}
  | {readonly kind: 'loading'; readonly progress: number}
  | {readonly kind: 'ready'}
  | {readonly kind: 'failed'; readonly error: TwikError};

export interface StageControllerOptions {
  canvas(): HTMLCanvasElement;
  hasControls(): boolean;
  /** The view to begin with; `''` for the scene's own. */
  view(): string;
  onReady(durationMs: number): void;
  onProgress(progress: number): void;
  onEvent(event: StageEvent): void;
  /** There is no picture, or something is missing in it. */
  onError(error: TwikError): void;
  /** Whether to load nothing until the element is almost in sight. */
  isLazy(): boolean;
  /** Whether the page asks for what a late part does. */
  hasExtras(): boolean;
  /** Somebody can see a hotspot now, or cannot any more. */
  onHotspot(hotspot: HTMLElement, isVisible: boolean): void;
}

/** Gives an element a stage while it is in the page, and loads the engine when there is something to show. */
export class StageController implements ReactiveController {
  readonly #host: TwikElement;
  readonly #options: StageControllerOptions;
  readonly #ready = new Pending<void>();
  #stage: Stage | null = null;
  #extras: Extras | null = null;
  #content: ViewerContent | null = null;
  #state: ViewerState = {kind: 'empty'};
  #abort: AbortController | null = null;
  #observers: {disconnect(): void}[] = [];
  #isVisible = true;

  constructor(host: TwikElement, options: StageControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): ViewerState {
    return this.#state;
  }

  /** `null` until there is a picture. */
  get stage(): Stage | null {
    return this.#state.kind === 'ready' ? this.#stage : null;
  }

  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  hostConnected(): void {
    if (this.#content && !this.#abort) void this.#load(this.#content);
  }

  hostDisconnected(): void {
    // A move leaves and comes back within one task, and must not load again.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#release();
    });
  }

  hostUpdated(): void {
    if (this.#stage) this.#stage.hasControls = this.#options.hasControls();
    if (this.#extras) this.#extras.refresh();
    else if (this.stage && this.#options.hasExtras()) this.extras().catch(this.#report);
  }

  /**
   * The late part, once there is a picture.
   *
   * @throws TwikError why there is no picture, or no late part.
   */
  async extras(): Promise<Extras> {
    await this.ready;
    await this.#fetchExtras().catch((cause: unknown) => {
      throw asTwikError(cause);
    });
    const extras = this.#extras;
    if (!extras) throw new DOMException('The viewer has left the page.', 'AbortError');
    extras.refresh();
    return extras;
  }

  async #fetchExtras(): Promise<void> {
    const {Extras} = await fetchExtras();
    if (this.#stage) this.#extras ??= new Extras(this.#stage, this.#host, this.#options);
  }

  /** Shows something else, or nothing; only another plan of the same goes without a load. */
  show(content: ViewerContent | null): void {
    const isSame = content !== null && content.key === this.#content?.key && this.#state.kind !== 'failed';
    this.#content = content;
    if (isSame) {
      this.apply(content.plan);
      return;
    }
    if (content && this.#host.isConnected) void this.#load(content);
    else if (!content) this.#release();
  }

  /** Shows another plan of the same content. */
  apply(plan: ScenePlan): void {
    if (this.#content) this.#content = {...this.#content, plan};
    void this.#stage?.apply(plan);
  }

  /** Loads again what has failed. */
  retry(): void {
    if (this.#content) void this.#load(this.#content);
  }

  readonly #tryAgain = (): void => {
    if (this.#state.kind === 'failed' && this.#host.isConnected) this.retry();
  };

  /** There is nothing to show, because what says so could not be loaded. */
  fail(error: TwikError): void {
    this.show(null);
    this.#ready.renew();
    this.#fail(error);
  }

  async #load(content: ViewerContent): Promise<void> {
    const startMs = performance.now();
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#ready.renew();
    if (this.#options.isLazy()) await near(this.#host, abort.signal);
    if (abort !== this.#abort) return;
    this.#become({kind: 'loading', progress: 0});
    const forget = preload(content);
    try {
      // On its way beside the engine; what comes of it is asked below.
      if (this.#options.hasExtras()) void fetchExtras().catch(() => undefined);
      const [{Stage}] = await Promise.all([import('../../viewer/index.js'), this.#host.updateComplete]);
      if (abort.signal.aborted) return;
      const stage = (this.#stage ??= this.#createStage(Stage));
      // It has a say in how the camera starts.
      if (this.#options.hasExtras()) await this.#fetchExtras().catch(this.#report);
      const {models, baseUrl, views} = content;
      const view = this.#options.view();
      const isKnown = view !== '' && views.has(view);
      // The plan of now: the configuration may have changed while the engine came.
      const {plan} = this.#content ?? content;
      await stage.load(models, {baseUrl, plan, views, signal: abort.signal, ...(isKnown ? {view} : {})});
      this.#become({kind: 'ready'});
      this.#extras?.refresh();
      this.#ready.resolve();
      this.#options.onReady(performance.now() - startMs);
    } catch (cause) {
      if (!abort.signal.aborted) this.#fail(asTwikError(cause));
    } finally {
      forget();
    }
  }

  #createStage(Engine: typeof Stage): Stage {
    const canvas = this.#options.canvas();
    const stage = new Engine({canvas, onEvent: (event) => this.#hear(event)});
    stage.hasControls = this.#options.hasControls();
    stage.isVisible = this.#isVisible;
    const sight = new IntersectionObserver((entries) => {
      this.#isVisible = entries.at(-1)?.isIntersecting ?? true;
      stage.isVisible = this.#isVisible;
    });
    sight.observe(canvas);
    const size = new ResizeObserver(() => stage.resize());
    size.observe(canvas);
    this.#observers = [sight, size];
    return stage;
  }

  #hear(event: StageEvent): void {
    if (event.kind === 'progress') {
      if (this.#state.kind !== 'loading') return;
      this.#become({kind: 'loading', progress: event.share});
      this.#options.onProgress(event.share);
    } else if (event.kind === 'error') {
      if (event.error.code === 'context-lost') this.#fail(event.error);
      else this.#options.onError(event.error);
    } else {
      this.#options.onEvent(event);
    }
  }

  readonly #report = (cause: unknown): void => this.#options.onError(asTwikError(cause));

  #fail(error: TwikError): void {
    this.#become({kind: 'failed', error});
    // Without a connection nothing else helps than one.
    if (/-(unreachable|truncated)$/.test(error.code)) addEventListener('online', this.#tryAgain, {once: true});
    this.#ready.reject(error);
    this.#options.onError(error);
  }

  #release(): void {
    removeEventListener('online', this.#tryAgain);
    this.#abort?.abort();
    this.#abort = null;
    for (const observer of this.#observers) observer.disconnect();
    this.#observers = [];
    this.#isVisible = true;
    this.#extras?.dispose();
    this.#extras = null;
    this.#stage?.dispose();
    this.#stage = null;
    this.#become({kind: 'empty'});
  }

  #become(state: ViewerState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

const fetchExtras = () => import('../../viewer/extras/extras.js');

function asTwikError(cause: unknown): TwikError {
  if (cause instanceof TwikError) return cause;
  return new TwikError(
    'viewer-failed',
    'The 3D engine could not be loaded. Check that all files of Twik are served from one folder, and the connection.',
    {cause},
  );
}

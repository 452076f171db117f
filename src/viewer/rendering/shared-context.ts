import {NeutralToneMapping, SRGBColorSpace, WebGLRenderer} from 'three';
import type {Camera, CubeTexture, Scene} from 'three';
import {TwikError} from '../../core/error.js';
import {loadNeutral} from '../environment/neutral.js';

/** Who draws with the context, and is told of its fate. */
export interface ContextUser {
  contextLost(): void;
  /** Everything has to be drawn again; what three made of objects in memory it uploads by itself. */
  contextRestored(): void;
  contextFailed(error: TwikError): void;
}

/** How long the browser may take to bring a lost context back before a new one is made. */
const patienceMs = 2000;

let shared: SharedContext | null = null;

/**
 * The one WebGL context of the page: browsers allow about sixteen, and what two contexts show they hold twice.
 * It draws into its own canvas, from where each stage takes its picture. Made for the first user, gone with the last.
 */
export class SharedContext {
  #renderer: WebGLRenderer;
  #environment: Promise<CubeTexture> | null = null;
  readonly #users = new Set<ContextUser>();
  #isLost = false;
  #timer = 0;

  /**
   * Joins the context.
   *
   * @throws TwikError `webgl-missing`.
   */
  static join(user: ContextUser): SharedContext {
    shared ??= new SharedContext();
    shared.#users.add(user);
    return shared;
  }

  private constructor() {
    this.#renderer = createRenderer();
    this.#watch();
  }

  get renderer(): WebGLRenderer {
    return this.#renderer;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** The studio light as a texture of this context. */
  environment(): Promise<CubeTexture> {
    this.#environment ??= loadNeutral().catch((error: unknown) => {
      this.#environment = null;
      throw error;
    });
    return this.#environment;
  }

  /** Takes leave; the last one turns out the light. */
  leave(user: ContextUser): void {
    if (!this.#users.delete(user) || this.#users.size > 0) return;
    shared = null;
    clearTimeout(this.#timer);
    void this.#environment?.then((texture) => {
      texture.dispose();
    });
    this.#discard();
  }

  /** Draws a picture of this size in device pixels; it lies in the upper left of the returned canvas. */
  draw(scene: Scene, camera: Camera, width: number, height: number): HTMLCanvasElement {
    const {domElement: canvas} = this.#renderer;
    // Growing costs a new buffer, so several stages share the largest; a lone stage gets its own size.
    const isAlone = this.#users.size === 1;
    const [fullWidth, fullHeight] = [
      isAlone ? width : Math.max(canvas.width, width),
      isAlone ? height : Math.max(canvas.height, height),
    ];
    if (canvas.width !== fullWidth || canvas.height !== fullHeight) {
      this.#renderer.setSize(fullWidth, fullHeight, false);
    }
    const isPart = fullWidth !== width || fullHeight !== height;
    this.#renderer.setScissorTest(isPart);
    this.#renderer.setScissor(0, 0, width, height);
    this.#renderer.setViewport(0, 0, width, height);
    // three counts from the lower left, so the picture would lie at the bottom of a larger canvas.
    if (isPart) {
      this.#renderer.setScissor(0, fullHeight - height, width, height);
      this.#renderer.setViewport(0, fullHeight - height, width, height);
    }
    this.#renderer.render(scene, camera);
    return canvas;
  }

  /** Resolves when the GPU has done everything it was given. */
  async finish(): Promise<void> {
    const gl = this.#renderer.getContext();
    if (!(gl instanceof WebGL2RenderingContext)) return;
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!fence) return;
    gl.flush();
    for (;;) {
      // Waiting in the call would stop the page, and some browsers allow no wait at all.
      const status = gl.clientWaitSync(fence, 0, 0);
      if (status !== gl.TIMEOUT_EXPIRED || gl.isContextLost()) break;
      await new Promise((done) => setTimeout(done, 4));
    }
    gl.deleteSync(fence);
  }

  #watch(): void {
    const canvas = this.#renderer.domElement;
    canvas.addEventListener('webglcontextlost', this.#lost);
    canvas.addEventListener('webglcontextrestored', this.#restored);
  }

  #discard(): void {
    const canvas = this.#renderer.domElement;
    canvas.removeEventListener('webglcontextlost', this.#lost);
    canvas.removeEventListener('webglcontextrestored', this.#restored);
    this.#renderer.dispose();
    this.#renderer.forceContextLoss();
  }

  readonly #lost = (event: Event): void => {
    event.preventDefault();
    this.#isLost = true;
    this.#timer = window.setTimeout(() => {
      this.#replace();
    }, patienceMs);
    for (const user of this.#users) user.contextLost();
  };

  readonly #restored = (): void => {
    clearTimeout(this.#timer);
    this.#isLost = false;
    for (const user of this.#users) user.contextRestored();
  };

  /** Some browsers never restore: but the stages show copies, so another context can take over unseen. */
  #replace(): void {
    try {
      const renderer = createRenderer();
      this.#discard();
      this.#renderer = renderer;
      this.#watch();
      this.#restored();
    } catch (cause) {
      const error = new TwikError(
        'context-lost',
        'The browser has taken the graphics context away and gives no other. Close other tabs that show 3D, then load the page again.',
        {cause},
      );
      for (const user of this.#users) user.contextFailed(error);
    }
  }
}

function createRenderer(): WebGLRenderer {
  const canvas = document.createElement('canvas');
  // Asked for here and not by three, which would write to the console before it throws.
  const context = canvas.getContext('webgl2', {
    alpha: true,
    antialias: true,
    depth: true,
    stencil: false,
    premultipliedAlpha: true,
    preserveDrawingBuffer: false,
  });
  if (!context || context.isContextLost()) {
    throw new TwikError(
      'webgl-missing',
      'This browser offers no WebGL 2, which the 3D view needs. Update the browser or turn hardware acceleration on.',
    );
  }
  const renderer = new WebGLRenderer({canvas, context, alpha: true, antialias: true});
  renderer.toneMapping = NeutralToneMapping;
  renderer.outputColorSpace = SRGBColorSpace;
  renderer.setPixelRatio(1);
  renderer.setClearAlpha(0);
  // Asking whether a shader compiled stops the page until it has.
  renderer.debug.checkShaderErrors = false;
  return renderer;
}

import {SRGBColorSpace} from 'three';
import type {Camera, Scene, Texture, WebGLRenderer} from 'three';
import type {Picture} from './picture.js';

/** What is around a product. */
export interface Look {
  /** What lights it; `null` is the built-in light. */
  readonly light: Picture | null;
  /** What is seen behind it; `null` is nothing, `neutral` the built-in light. */
  readonly sky: Picture | 'neutral' | null;
  readonly exposure: number;
  readonly blur: number;
}

const plain: Look = {light: null, sky: null, exposure: 1, blur: 0};

/** Puts a scene into other surroundings. Does so whenever it is drawn, as what a lost context took is then made anew. */
export class Surroundings {
  readonly scene: Scene;
  readonly #builtIn: Texture | null;
  #look = plain;

  constructor(scene: Scene) {
    this.scene = scene;
    this.#builtIn = scene.environment;
    scene.onBeforeRender = (renderer) => this.#dress(renderer);
    scene.onAfterRender = (renderer) => {
      // The renderer draws other scenes too.
      renderer.toneMappingExposure = 1;
    };
  }

  set look(look: Look) {
    this.#look = look;
  }

  /** Compiles what materials need under another light, while the scene is drawn as it was. */
  async prepare({light}: Look, {renderer, rig}: {renderer: WebGLRenderer; rig: {place(): Camera}}): Promise<void> {
    if (renderer.getContext().isContextLost()) return;
    const {scene} = this;
    const before = scene.environment;
    const next = light?.filtered(renderer) ?? this.#builtIn;
    if (next === before) return;
    scene.environment = next;
    const camera = rig.place();
    const compiled = renderer.extensions.has('KHR_parallel_shader_compile')
      ? renderer.compileAsync(scene, camera)
      : renderer.compile(scene, camera);
    scene.environment = before;
    await compiled;
  }

  /** Gives the scene back as it was. */
  dispose(): void {
    const {scene} = this;
    scene.onBeforeRender = scene.onAfterRender = () => undefined;
    scene.background = null;
    scene.backgroundBlurriness = 0;
    scene.backgroundIntensity = 1;
    // A scene that is gone has no light any more.
    if (scene.environment) scene.environment = this.#builtIn;
  }

  #dress(renderer: WebGLRenderer): void {
    const {scene} = this;
    const {light, exposure, blur} = this.#look;
    scene.environment = light?.filtered(renderer) ?? this.#builtIn;
    // With the one material for all, the shadow is drawn: the sky casts none.
    scene.background = scene.overrideMaterial ? null : this.#background(renderer);
    scene.backgroundBlurriness = blur;
    // Colours as they are pass by the tone mapping, and its exposure.
    scene.backgroundIntensity = scene.background?.colorSpace === SRGBColorSpace ? exposure : 1;
    renderer.toneMappingExposure = exposure;
  }

  #background(renderer: WebGLRenderer): Texture | null {
    const {sky, blur} = this.#look;
    if (sky === 'neutral') return this.#builtIn;
    return sky && blur > 0 ? sky.filtered(renderer) : (sky?.texture ?? null);
  }
}

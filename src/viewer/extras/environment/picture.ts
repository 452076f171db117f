import {PMREMGenerator} from 'three';
import type {Texture, WebGLCubeRenderTarget, WebGLRenderer} from 'three';
import {disposePicture, loadPicture} from './load-picture.js';

/** A picture of all that is around a product: to be seen behind it, and filtered to light it. */
export class Picture {
  /** As it was loaded. */
  readonly texture: Texture;
  #target: WebGLCubeRenderTarget | null = null;

  static async load(url: string, largestWidth: number, signal: AbortSignal): Promise<Picture> {
    return new Picture(await loadPicture(url, largestWidth, signal));
  }

  private constructor(texture: Texture) {
    this.texture = texture;
  }

  /** The picture as materials of any roughness mirror it; made anew where a lost context has taken it. */
  filtered(renderer: WebGLRenderer): Texture {
    if (this.#target && renderer.properties.has(this.#target.texture)) return this.#target.texture;
    this.#target?.dispose();
    const generator = new PMREMGenerator(renderer);
    this.#target = generator.fromEquirectangular(this.texture);
    generator.dispose();
    // Only what is filtered stays on the GPU; if the picture itself is to be seen, it is brought there again.
    this.texture.dispose();
    return this.#target.texture;
  }

  dispose(): void {
    this.#target?.dispose();
    this.#target = null;
    disposePicture(this.texture);
  }
}

import {Camera, Mesh, NearestFilter, PlaneGeometry, Scene, Vector4, WebGLRenderTarget} from 'three';
import type {ShaderMaterial, WebGLRenderer} from 'three';
import {createGrowMaterial, createLineMaterial, createSpreadMaterial} from './line-materials.js';

/** How a line looks. */
export interface LineLook {
  readonly color: readonly [red: number, green: number, blue: number, alpha: number];
  /** In CSS pixels. */
  readonly widthPx: number;
}

/** Draws a line around what a scene has alpha for, and lays it over what was drawn last. */
export class OutlineLine {
  /** Where the parts are seen, with the share that each pixel has of them. */
  readonly #mask = createTarget(4);
  readonly #spread = createTarget(0);
  readonly #grown = createTarget(0);
  readonly #materials = {spread: createSpreadMaterial(), grow: createGrowMaterial(), line: createLineMaterial()};
  readonly #screen: Mesh<PlaneGeometry, ShaderMaterial>;
  readonly #screenScene = new Scene();
  readonly #camera = new Camera();
  readonly #frame = new Vector4();

  constructor() {
    this.#screen = new Mesh(new PlaneGeometry(2, 2), this.#materials.spread);
    this.#screen.frustumCulled = false;
    this.#screenScene.add(this.#screen);
  }

  /** @param canvas - Shows what the renderer has drawn last; a 2D one. */
  draw(renderer: WebGLRenderer, parts: Scene, camera: Camera, canvas: HTMLCanvasElement, look: LineLook): void {
    const context = canvas.getContext('2d');
    if (!context) return;
    // As large as the frame was, which has fewer pixels than the canvas in a motion that would be slow.
    const {z: wide, w: high} = renderer.getViewport(this.#frame);
    for (const target of [this.#mask, this.#spread, this.#grown]) target.setSize(wide, high);
    const width = (look.widthPx * wide) / canvas.clientWidth;
    const reach = Math.ceil(width) + 2;
    const [mask, spread, grown] = [this.#mask.texture, this.#spread.texture, this.#grown.texture];
    const {spread: spreading, grow: growing, line} = this.#materials;
    renderer.setRenderTarget(this.#mask);
    renderer.render(parts, camera);
    this.#pass(renderer, this.#spread, spreading, {source: mask, inverse: 0, reach});
    this.#pass(renderer, this.#grown, growing, {spread, reach, width});
    this.#pass(renderer, this.#spread, spreading, {source: grown, inverse: 1, reach});
    line.uniforms['color']?.value.set(...look.color);
    this.#pass(renderer, null, line, {mask, grown, spread, reach, width});
    context.globalCompositeOperation = 'source-over';
    context.drawImage(renderer.domElement, 0, 0, wide, high, 0, 0, canvas.width, canvas.height);
  }

  /** Gives back what takes much room. */
  shrink(): void {
    for (const target of [this.#mask, this.#spread, this.#grown]) target.dispose();
  }

  dispose(): void {
    this.shrink();
    for (const material of Object.values(this.#materials)) material.dispose();
    this.#screen.geometry.dispose();
  }

  #pass(
    renderer: WebGLRenderer,
    target: WebGLRenderTarget | null,
    material: ShaderMaterial,
    values: Readonly<Record<string, unknown>>,
  ): void {
    for (const [name, value] of Object.entries(values)) {
      const uniform = material.uniforms[name];
      if (uniform) uniform.value = value;
    }
    this.#screen.material = material;
    renderer.setRenderTarget(target);
    renderer.render(this.#screenScene, this.#camera);
  }
}

function createTarget(samples: number): WebGLRenderTarget {
  const filter = {magFilter: NearestFilter, minFilter: NearestFilter};
  return new WebGLRenderTarget(1, 1, {...filter, samples, depthBuffer: samples > 0, stencilBuffer: false});
}

import {Mesh, OrthographicCamera, PlaneGeometry, Scene, WebGLRenderTarget} from 'three';
import type {Box3, ShaderMaterial, WebGLRenderer} from 'three';
import {createBlurMaterial, createFloorMaterial, createHeightMaterial} from './shadow-materials.js';

/** Width of the shadow's texture. Blurred as it is, more would not show. */
const resolution = 160;
/** How far the shadow may reach beyond the product, as a share of its size. */
const margin = 0.35;

/** A soft shadow on the floor, drawn once for each change of the geometry and then only laid down. */
export class ContactShadow {
  /** Belongs into the scene that it is a shadow of. */
  readonly floor: Mesh<PlaneGeometry, ShaderMaterial>;
  readonly #targets = [createTarget(), createTarget()] as const;
  readonly #height = createHeightMaterial();
  readonly #blur = createBlurMaterial();
  readonly #below = new OrthographicCamera();
  readonly #screen: Mesh<PlaneGeometry, ShaderMaterial>;
  readonly #screenScene = new Scene();

  constructor() {
    this.#screen = new Mesh(new PlaneGeometry(2, 2), this.#blur);
    this.#screen.frustumCulled = false;
    this.#screenScene.add(this.#screen);
    this.floor = new Mesh(new PlaneGeometry(1, 1), createFloorMaterial(this.#targets[0].texture));
    this.floor.rotation.x = -Math.PI / 2;
    this.floor.renderOrder = -1;
    this.floor.visible = false;
    this.floor.name = 'twik:shadow';
  }

  /** Draws the shadow anew. Of `scene` everything that is visible casts it; `box` holds that. */
  update(renderer: WebGLRenderer, scene: Scene, box: Box3): void {
    this.floor.visible = false;
    if (box.isEmpty()) return;
    const [width, height, depth] = [box.max.x - box.min.x, box.max.y - box.min.y, box.max.z - box.min.z];
    const size = Math.max(width, depth, 1e-6);
    const reach = 2 * margin * Math.min(size, Math.max(height, size / 4) * 1.5);
    const [wide, deep] = [width + reach, depth + reach];
    this.#aim(box, wide, deep, height);
    this.#draw(renderer, scene, Math.max(size, height));
    // A hair lower than the product, whose underside would flicker otherwise.
    this.floor.position.set((box.min.x + box.max.x) / 2, box.min.y - size * 5e-4, (box.min.z + box.max.z) / 2);
    this.floor.scale.set(wide, deep, 1);
    this.floor.visible = true;
  }

  dispose(): void {
    this.floor.removeFromParent();
    for (const mesh of [this.floor, this.#screen]) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
    this.#height.dispose();
    for (const target of this.#targets) target.dispose();
  }

  /** From the floor upwards, so that what is nearest to the floor hides the rest. */
  #aim(box: Box3, wide: number, deep: number, height: number): void {
    const camera = this.#below;
    [camera.left, camera.right, camera.top, camera.bottom] = [-wide / 2, wide / 2, deep / 2, -deep / 2];
    [camera.near, camera.far] = [-height * 0.01 - 1e-6, height * 1.01 + 1e-6];
    camera.position.set((box.min.x + box.max.x) / 2, box.min.y, (box.min.z + box.max.z) / 2);
    camera.up.set(0, 0, -1);
    camera.lookAt(camera.position.x, camera.position.y + 1, camera.position.z);
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
  }

  #draw(renderer: WebGLRenderer, scene: Scene, scale: number): void {
    const target = renderer.getRenderTarget();
    const [first, second] = this.#targets;
    const uniforms = this.#blur.uniforms;
    setUniform(this.#height, 'scale', scale);
    scene.overrideMaterial = this.#height;
    renderer.setRenderTarget(first);
    renderer.clear();
    renderer.render(scene, this.#below);
    scene.overrideMaterial = null;
    for (const [from, to, x, y] of [
      [first, second, 1, 0],
      [second, first, 0, 1],
      [first, second, 0.45, 0],
      [second, first, 0, 0.45],
    ] as const) {
      setUniform(this.#blur, 'source', from.texture);
      uniforms['direction']?.value.set(x, y);
      renderer.setRenderTarget(to);
      renderer.render(this.#screenScene, this.#below);
    }
    renderer.setRenderTarget(target);
  }
}

function createTarget(): WebGLRenderTarget {
  return new WebGLRenderTarget(resolution, resolution, {generateMipmaps: false, stencilBuffer: false});
}

function setUniform(material: ShaderMaterial, name: string, value: unknown): void {
  const uniform = material.uniforms[name];
  if (uniform) uniform.value = value;
}

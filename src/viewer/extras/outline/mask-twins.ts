import {InstancedMesh, Mesh, MeshBasicMaterial, Scene, SkinnedMesh, Texture} from 'three';
import type {Material} from 'three';
import {materialsOf} from '../../model/drawables.js';
import type {OutlinedMeshes} from './outlined-parts.js';

/** Below this the alpha of a texture is nothing: of what is outlined hardly a trace, of what covers it half. */
const thinnest = {part: 0.05, other: 0.5};

/**
 * Stands in for the meshes of a scene with meshes of its own in another scene, which share their geometry and pose. Where
 * parts are seen, that scene has alpha 1, and elsewhere 0.
 */
export class MaskTwins {
  readonly #scene = new Scene();
  #twins = new WeakMap<Mesh, Mesh>();
  readonly #instanced = new Set<InstancedMesh>();
  readonly #materials = new Map<string, MeshBasicMaterial>();

  constructor() {
    // The twins have the places of what they stand in for.
    this.#scene.matrixWorldAutoUpdate = false;
  }

  /** The scene as it is now; valid until the next call. */
  sceneOf({parts, others}: OutlinedMeshes): Scene {
    this.#scene.clear();
    for (const mesh of others) this.#add(mesh, 'other');
    for (const mesh of parts) this.#add(mesh, 'part');
    return this.#scene;
  }

  dispose(): void {
    this.#scene.clear();
    // Vertex arrays go with the programs that they were made for.
    for (const material of this.#materials.values()) material.dispose();
    this.#materials.clear();
    for (const mesh of this.#instanced) mesh.removeEventListener('dispose', this.#disposed);
    this.#instanced.clear();
    this.#twins = new WeakMap();
  }

  #add(mesh: Mesh, role: 'part' | 'other'): void {
    const [worn] = materialsOf(mesh);
    const material = worn && this.#materialFor(worn, role);
    if (!material) return;
    const twin = this.#twinOf(mesh);
    twin.geometry = mesh.geometry;
    twin.material = material;
    twin.matrixWorld = mesh.matrixWorld;
    twin.layers.mask = mesh.layers.mask;
    // First what covers, of which only the depth counts.
    twin.renderOrder = role === 'part' ? 1 : 0;
    if (mesh.morphTargetInfluences) twin.morphTargetInfluences = mesh.morphTargetInfluences;
    if (twin instanceof InstancedMesh && mesh instanceof InstancedMesh) {
      twin.instanceMatrix = mesh.instanceMatrix;
      twin.morphTexture = mesh.morphTexture;
      twin.count = mesh.count;
    }
    if (twin instanceof SkinnedMesh && mesh instanceof SkinnedMesh) {
      twin.skeleton = mesh.skeleton;
      twin.bindMatrix = mesh.bindMatrix;
      twin.bindMatrixInverse = mesh.bindMatrixInverse;
    }
    this.#scene.add(twin);
  }

  #twinOf(mesh: Mesh): Mesh {
    const known = this.#twins.get(mesh);
    if (known) return known;
    const twin = create(mesh);
    twin.matrixAutoUpdate = false;
    twin.matrixWorldAutoUpdate = false;
    // Whatever it would be culled by is of the other one.
    twin.frustumCulled = false;
    this.#twins.set(mesh, twin);
    if (mesh instanceof InstancedMesh) {
      mesh.addEventListener('dispose', this.#disposed);
      this.#instanced.add(mesh);
    }
    return twin;
  }

  /** A twin shares the instances' buffer, so it may say that it is gone only when the other one is. */
  readonly #disposed = ({target}: {readonly target: InstancedMesh}): void => {
    target.removeEventListener('dispose', this.#disposed);
    this.#instanced.delete(target);
    const twin = this.#twins.get(target);
    if (twin instanceof InstancedMesh) twin.dispose();
    this.#twins.delete(target);
  };

  /** `null` for what is not seen or covers nothing, such as glass before parts. */
  #materialFor(worn: Material, role: 'part' | 'other'): MeshBasicMaterial | null {
    if (!worn.visible || (role === 'other' && isThin(worn))) return null;
    const {side} = worn;
    const alphaTest = worn.alphaTest > 0 ? worn.alphaTest : worn.transparent ? thinnest[role] : 0;
    const map = alphaTest > 0 && 'map' in worn && worn.map instanceof Texture ? worn.map : null;
    const opacity = map && worn.alphaTest > 0 ? worn.opacity : 1;
    const key = [role, side, ...(map ? [map.uuid, alphaTest, opacity] : [])].join(' ');
    let material = this.#materials.get(key);
    if (!material) {
      material = new MeshBasicMaterial({
        side,
        map,
        opacity,
        alphaTest: map ? alphaTest : 0,
        colorWrite: role === 'part',
      });
      this.#materials.set(key, material);
    }
    return material;
  }
}

function create(mesh: Mesh): Mesh {
  if (mesh instanceof SkinnedMesh) return new SkinnedMesh(mesh.geometry);
  if (mesh instanceof InstancedMesh) return new InstancedMesh(mesh.geometry, undefined, 0);
  return new Mesh(mesh.geometry);
}

function isThin(worn: Material): boolean {
  return (worn.transparent && worn.opacity < 0.5) || ('transmission' in worn && Number(worn.transmission) > 0);
}

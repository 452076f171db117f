import {Mesh, type Object3D} from 'three';
import type {LoadedModel} from '../loaded-model.js';
import {jsonOf, type GltfJson, type GltfMaterial, type GltfPrimitive} from './gltf-json.js';
import type {LiveNode, LiveTree} from './live-tree.js';
import {MaterialLibrary} from './material-library.js';
import {ModelIndex} from './model-index.js';
import {ModelWishes} from './wishes.js';

/** What a node is in the file. */
export interface NodeOriginal {
  readonly translation: readonly number[];
  readonly rotation: readonly number[];
  readonly scale: readonly number[];
  readonly isVisible: boolean;
  readonly weights: readonly number[];
}

/** A loaded model together with what is known and wanted of it. */
export class ModelState {
  readonly model: LoadedModel;
  readonly json: GltfJson;
  readonly index: ModelIndex;
  readonly materials: MaterialLibrary;
  /** By node of the default scene. */
  readonly originals: ReadonlyMap<number, NodeOriginal>;
  /** The nodes of which something was ever wanted: only they need looking after. */
  readonly touched = new Set<number>();
  wishes = new ModelWishes();

  constructor(model: LoadedModel, tree: LiveTree) {
    this.model = model;
    this.json = jsonOf(model.gltf);
    this.index = new ModelIndex(this.json);
    this.materials = new MaterialLibrary(model.gltf.parser);
    const objects = objectsOf(model, this.json);
    tree.adopt(this, objects);
    const lives = [...objects.keys()].flatMap((node) => tree.of(this, node));
    this.originals = new Map(lives.map((live) => [live.node, this.#originalOf(live)]));
    for (const live of lives) {
      // three knows nothing of this extension.
      if (!this.originals.get(live.node)?.isVisible) live.object.visible = false;
      for (const {mesh, index, material} of live.primitives) {
        if (index !== null) this.materials.adopt(index, material, mesh instanceof Mesh ? mesh : null);
      }
    }
  }

  get id(): string {
    return this.model.id;
  }

  material(index: number): GltfMaterial | undefined {
    return this.json.materials?.[index];
  }

  /** Names a material among those of all models. */
  keyOf(material: number): string {
    return `${material} ${this.id}`;
  }

  primitive(node: number, place: number): GltfPrimitive | undefined {
    return this.primitives(node)[place];
  }

  primitives(node: number): readonly GltfPrimitive[] {
    return this.json.meshes?.[this.json.nodes?.[node]?.mesh ?? -1]?.primitives ?? [];
  }

  /** The materials that no primitive wears unasked. */
  spareMaterials(): number[] {
    const worn = new Set(this.json.meshes?.flatMap((mesh) => mesh.primitives.map((primitive) => primitive.material)));
    return [...(this.json.materials ?? []).keys()].filter((material) => !worn.has(material));
  }

  #originalOf({node, object, primitives}: LiveNode): NodeOriginal {
    return {
      translation: object.position.toArray(),
      rotation: object.quaternion.toArray(),
      scale: object.scale.toArray(),
      isVisible: object.visible && this.json.nodes?.[node]?.extensions?.KHR_node_visibility?.visible !== false,
      weights: [...(primitives[0]?.mesh.morphTargetInfluences ?? [])],
    };
  }
}

/** The object that the loader made of each node of the default scene. */
function objectsOf({root, gltf}: LoadedModel, json: GltfJson): Map<number, Object3D> {
  const objects = new Map<number, Object3D>();
  if ((json.scenes?.length ?? 0) < 2) {
    root.traverse((object) => {
      const node = gltf.parser.associations.get(object)?.nodes;
      if (node !== undefined) objects.set(node, object);
    });
    return objects;
  }
  // The loader keeps these associations only for the last of several scenes. It adds a node's children at the end.
  const walk = (parent: Object3D, nodes: readonly number[]): void => {
    nodes.forEach((node, place) => {
      const object = parent.children[parent.children.length - nodes.length + place];
      if (!object) return;
      objects.set(node, object);
      walk(object, json.nodes?.[node]?.children ?? []);
    });
  };
  walk(root, json.scenes?.[json.scene ?? 0]?.nodes ?? []);
  return objects;
}

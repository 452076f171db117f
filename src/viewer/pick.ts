import {Raycaster, Vector2} from 'three';
import type {Camera, Object3D} from 'three';
import type {Vector} from './camera/orbit.js';
import {isItem} from './model/gltf-reader.js';
import type {LoadedModel} from './loaded-model.js';

/** A place on a model. */
export interface Pick {
  /** The model's id. */
  readonly model: string;
  /** The name in the glTF file of the nearest named node, or `''`. */
  readonly node: string;
  /** The names from that node's outermost ancestor down to it. */
  readonly path: readonly string[];
  /** In metres. */
  readonly point: Vector;
}

/** What is seen at a place of the picture: `x` and `y` from −1 to 1, right and up; `null` is the background. */
export function pickAt(
  x: number,
  y: number,
  camera: Camera,
  scene: Object3D,
  models: readonly LoadedModel[],
): Pick | null {
  const ray = new Raycaster();
  ray.setFromCamera(new Vector2(x, y), camera);
  for (const {object, point} of ray.intersectObject(scene, true)) {
    if (!isShown(object)) continue;
    const found = nameOf(object, models);
    if (found) return {...found, point: point.toArray()};
  }
  return null;
}

/** Rays hit what is hidden, too. */
function isShown(object: Object3D): boolean {
  for (let above: Object3D | null = object; above; above = above.parent) if (!above.visible) return false;
  return true;
}

function nameOf(object: Object3D, models: readonly LoadedModel[]): Omit<Pick, 'point'> | null {
  const path: string[] = [];
  let model: LoadedModel | null = null;
  for (let above: Object3D | null = object; above; above = above.parent) {
    for (const candidate of models) {
      const index = candidate.gltf.parser.associations.get(above)?.nodes;
      if (index === undefined) continue;
      model ??= candidate;
      const nodes: unknown = candidate.gltf.parser.json.nodes;
      const node: unknown = Array.isArray(nodes) ? nodes[index] : null;
      if (isItem(node) && typeof node['name'] === 'string') path.unshift(node['name']);
      break;
    }
    model ??= models.find(({root}) => root === above) ?? null;
  }
  return model && {model: model.id, node: path.at(-1) ?? '', path};
}

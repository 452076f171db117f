import type {Object3D} from 'three';
import type {GLTF} from 'three/addons/loaders/GLTFLoader.js';

/** A glTF file in memory, with its own copy of everything that a configuration may change. */
export interface LoadedModel {
  /** The model's id in the scene definition. */
  readonly id: string;
  /** The default scene of the file. In the stage's scene for `start` models, unattached for `demand` models. */
  readonly root: Object3D;
  /** As three's loader gave it; `gltf.parser.json` is the file's JSON. */
  readonly gltf: GLTF;
}

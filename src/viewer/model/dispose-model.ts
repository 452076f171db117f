import {InstancedMesh, Material, SkinnedMesh, Texture} from 'three';
import type {Object3D} from 'three';
import type {LoadedModel} from '../loaded-model.js';
import {geometryOf, materialsOf} from './drawables.js';

/** Frees everything a model holds on the GPU and in decoded pictures, materials that were never shown included. */
export function disposeModel({root, gltf}: LoadedModel): void {
  root.removeFromParent();
  const materials = new Set<Material>();
  const textures = new Set<Texture>();
  for (const known of gltf.parser.associations.keys()) {
    if (known instanceof Material) materials.add(known);
    else if (known instanceof Texture) textures.add(known);
  }
  for (const scene of gltf.scenes) {
    scene.traverse((object) => {
      disposeObject(object);
      for (const material of materialsOf(object)) materials.add(material);
    });
  }
  for (const material of materials) {
    for (const value of Object.values(material)) if (value instanceof Texture) textures.add(value);
    material.dispose();
  }
  for (const texture of textures) {
    texture.dispose();
    const image: unknown = texture.image;
    // Decoded pictures are not garbage collected in time, and browsers end pages for it.
    if (image instanceof ImageBitmap) image.close();
  }
}

function disposeObject(object: Object3D): void {
  geometryOf(object)?.dispose();
  if (object instanceof SkinnedMesh) object.skeleton.dispose();
  if (object instanceof InstancedMesh) object.dispose();
}

import {BufferGeometry, Material} from 'three';
import type {Object3D} from 'three';

/** The geometry of an object that is drawn; `null` for one that is not. */
export function geometryOf(object: Object3D): BufferGeometry | null {
  return 'geometry' in object && object.geometry instanceof BufferGeometry ? object.geometry : null;
}

/** The materials of an object that is drawn; none for one that is not. */
export function materialsOf(object: Object3D): readonly Material[] {
  if (!('material' in object)) return [];
  const list: readonly unknown[] = Array.isArray(object.material) ? object.material : [object.material];
  return list.filter((entry) => entry instanceof Material);
}

import {Box3, InstancedMesh, Matrix4, Mesh, SkinnedMesh, Vector3} from 'three';
import type {Object3D} from 'three';
import type {Extent} from './camera/framing.js';
import {geometryOf} from './model/drawables.js';

/** What the visible things of a scene take up. */
export interface Bounds {
  readonly box: Box3;
  /** About the middle of the box, as small as the boxes of the single meshes allow. */
  readonly extent: Extent;
}

/** Stands in while there is nothing to see. */
const nothing: Extent = {center: [0, 0, 0], radius: 1, across: 1, halfHeight: 1};

/** Measures everything visible below some roots. */
export function measureBounds(roots: Iterable<Object3D>): Bounds {
  const boxes: Box3[] = [];
  for (const root of roots) {
    root.updateWorldMatrix(true, true);
    root.traverseVisible((object) => {
      for (const matrix of placesOf(object)) {
        const box = localBox(object)?.clone().applyMatrix4(matrix);
        if (box && !box.isEmpty() && [...box.min, ...box.max].every(Number.isFinite)) boxes.push(box);
      }
    });
  }
  const all = new Box3();
  for (const box of boxes) all.union(box);
  if (all.isEmpty()) return {box: all, extent: nothing};
  const center = all.getCenter(new Vector3());
  const corner = new Vector3();
  let [radius, across] = [0, 0];
  for (const {min, max} of boxes) {
    // The corner farthest from the middle, axis by axis.
    corner.set(
      Math.max(center.x - min.x, max.x - center.x),
      Math.max(center.y - min.y, max.y - center.y),
      Math.max(center.z - min.z, max.z - center.z),
    );
    radius = Math.max(radius, corner.length());
    across = Math.max(across, Math.hypot(corner.x, corner.z));
  }
  return {box: all, extent: {center: center.toArray(), radius, across, halfHeight: (all.max.y - all.min.y) / 2}};
}

/** One by one, for a box about turned boxes would be far too large. */
function placesOf(object: Object3D): Matrix4[] {
  if (!(object instanceof InstancedMesh)) return [object.matrixWorld];
  return Array.from({length: object.count}, (_, index) => {
    const place = new Matrix4();
    object.getMatrixAt(index, place);
    return place.premultiply(object.matrixWorld);
  });
}

function localBox(object: Object3D): Box3 | null {
  if (object instanceof SkinnedMesh) {
    object.computeBoundingBox();
    return object.boundingBox;
  }
  if (object instanceof Mesh && object.morphTargetInfluences?.length) return morphedBox(object);
  const geometry = geometryOf(object);
  if (!geometry) return null;
  if (!geometry.boundingBox) geometry.computeBoundingBox();
  return geometry.boundingBox;
}

/** As the morph targets are blended now; the box of the loader has room for every blend and is far too large. */
function morphedBox(mesh: Mesh): Box3 {
  const box = new Box3();
  const point = new Vector3();
  const count = mesh.geometry.getAttribute('position').count;
  for (let index = 0; index < count; index++) box.expandByPoint(mesh.getVertexPosition(index, point));
  return box;
}

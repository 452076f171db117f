import {Matrix3, Matrix4, InstancedMesh, Vector3} from 'three';
import type {Intersection} from 'three';
import {measureBounds} from '../bounds.js';
import type {Vector} from '../camera/orbit.js';
import type {Stage} from '../stage.js';
import {hitAt, shownRoots} from './sight-line.js';

/** How large something is along the axes of the scene, in metres. */
export interface Dimensions {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A place on the surface of a model. */
export interface SurfacePoint {
  /** In the scene, in metres: what `data-position` of a hotspot takes. */
  readonly position: Vector;
  /** Out of the surface, towards who looks; of length 1. */
  readonly normal: Vector;
  /** The name in the glTF file of the nearest named node, or `''`. */
  readonly node: string;
  /** The model's id. */
  readonly model: string;
}

/** How large everything visible is as it is now; `null` when nothing is shown yet, zeros when all is hidden. */
export function dimensionsOf(stage: Stage): Dimensions | null {
  const box = boxOf(stage);
  if (!box) return null;
  const {x, y, z} = box.getSize(new Vector3());
  return {x, y, z};
}

/** The middle of the box about everything visible, in metres; `null` when nothing is shown yet. */
export function centerOf(stage: Stage): Vector | null {
  return boxOf(stage)?.getCenter(new Vector3()).toArray() ?? null;
}

/** What is seen at a place of the canvas, in CSS pixels from its upper left corner; `null` is the background. */
export function surfaceAt(stage: Stage, x: number, y: number): SurfacePoint | null {
  const {content} = stage;
  if (!content) return null;
  // A change may not have been drawn yet.
  content.scene.updateMatrixWorld();
  const pick = stage.pick(x, y);
  if (!pick) return null;
  const point = new Vector3(...pick.point);
  const from = stage.rig.place().position;
  const hit = hitAt(content, from, point, from.distanceTo(point) * 1e-4);
  const normal = hit && normalOf(hit);
  if (!normal) return null;
  // The back of a surface that is seen from both sides looks the other way.
  if (normal.dot(from.sub(point)) < 0) normal.negate();
  return {position: pick.point, normal: normal.toArray(), node: pick.node, model: pick.model};
}

function boxOf({content}: Stage) {
  return content && measureBounds(shownRoots(content)).box;
}

/** In the scene. */
function normalOf({object, face, instanceId}: Intersection): Vector3 | null {
  if (!face) return null;
  const matrix = object.matrixWorld.clone();
  if (object instanceof InstancedMesh && instanceId !== undefined) {
    const instance = new Matrix4();
    object.getMatrixAt(instanceId, instance);
    matrix.multiply(instance);
  }
  return face.normal.clone().applyNormalMatrix(new Matrix3().getNormalMatrix(matrix));
}

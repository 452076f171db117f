import {Quaternion, Vector3} from 'three';
import type {LiveNode} from './live-tree.js';
import type {NodeOriginal} from './model-state.js';
import type {NodeWish} from './wishes.js';

const vector = new Vector3();
const quaternion = new Quaternion();

/** Moves an object to where it belongs, and says whether it had been elsewhere. */
export function settleTransform({object, step}: LiveNode, wish: NodeWish | undefined, original: NodeOriginal): boolean {
  vector.fromArray(wish?.translation ?? original.translation);
  if (step) vector.add(step);
  let changed = !object.position.equals(vector);
  object.position.copy(vector);

  quaternion.fromArray(wish?.rotation ?? original.rotation);
  if (wish?.rotation) quaternion.normalize();
  changed = !object.quaternion.equals(quaternion) || changed;
  object.quaternion.copy(quaternion);

  vector.fromArray(wish?.scale ?? original.scale);
  changed = !object.scale.equals(vector) || changed;
  object.scale.copy(vector);

  if (changed) object.updateMatrix();
  return changed;
}

import type {Object3D} from 'three';
import type {LiveNode, LiveTree} from './live-tree.js';
import type {ModelState} from './model-state.js';

/** A model at a node. */
export interface MountSite {
  readonly model: ModelState;
  readonly root: Object3D;
}

/** Attaches a copy of a model to an object, or takes it away, and says whether that is a change. */
export function settleMount(tree: LiveTree, live: LiveNode, model: ModelState | undefined): boolean {
  if (live.mount?.model === model) return false;
  if (live.mount) tree.detach(live.mount.root);
  live.mount = model ? {model, root: tree.attachCopy(model.model.root, live.object)} : null;
  return true;
}

/** Whether a model mounted in another would, by the mounts in it, hold that other one in turn. */
export function isCyclic(
  mounted: ModelState,
  into: ModelState,
  mountsIn: (state: ModelState) => ModelState[],
): boolean {
  return mounted === into || mountsIn(mounted).some((inner) => isCyclic(inner, into, mountsIn));
}

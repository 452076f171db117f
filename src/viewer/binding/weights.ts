import type {LiveNode} from './live-tree.js';
import type {NodeOriginal} from './model-state.js';
import type {NodeWish} from './wishes.js';

/** Blends the morph targets of a node's own meshes, and says whether that is a change. */
export function settleWeights({primitives}: LiveNode, wish: NodeWish | undefined, {weights}: NodeOriginal): boolean {
  let changed = false;
  for (const {mesh} of primitives) {
    const influences = mesh.morphTargetInfluences;
    if (!influences) continue;
    weights.forEach((weight, target) => {
      const wanted = wish?.weights.get(target) ?? weight;
      changed ||= influences[target] !== wanted;
      influences[target] = wanted;
    });
  }
  return changed;
}

import {Vector3, type Object3D} from 'three';
import type {RepeatValue} from '../../core/scene/plan.js';
import {Instances} from './instances.js';
import type {LiveNode, LiveTree} from './live-tree.js';

/** From here on one draw call for all is worth more than an object for each. */
const fewest = 5;

/** The repetitions of an object: all but the first, which is the object itself. */
export type RepeatSite =
  | {readonly kind: 'copies'; readonly copies: readonly Object3D[]}
  | {readonly kind: 'instances'; readonly instances: Instances};

/** Brings the number of an object's repetitions to what is wanted, and says whether that is a change. */
export function settleRepeat(tree: LiveTree, live: LiveNode, wish: RepeatValue | undefined): boolean {
  const more = Math.max(0, Math.floor(wish?.count ?? 1) - 1);
  const kind = more === 0 ? null : more + 1 >= fewest && isPlain(tree, live) ? 'instances' : 'copies';
  let changed = false;
  if (live.repeat && live.repeat.kind !== kind) {
    clearRepeat(tree, live);
    changed = true;
  }
  if (kind === 'copies') changed = settleCopies(tree, live, more, wish) || changed;
  if (kind === 'instances' && (live.repeat?.kind !== 'instances' || live.repeat.instances.room < more)) {
    clearRepeat(tree, live);
    live.repeat = {kind, instances: new Instances(tree, live, more)};
    changed = true;
  }
  return changed;
}

/** Puts repetitions that are instances where they belong, once their object is in its place. */
export function placeInstances({repeat}: LiveNode, wish: RepeatValue | undefined): boolean {
  return repeat?.kind === 'instances' && wish !== undefined && repeat.instances.place(wish);
}

function settleCopies(tree: LiveTree, live: LiveNode, more: number, wish: RepeatValue | undefined): boolean {
  const before = live.repeat?.kind === 'copies' ? live.repeat.copies : [];
  for (const copy of before.slice(more)) tree.detach(copy);
  const copies = before.slice(0, more);
  const {parent} = live.object;
  while (parent && copies.length < more) copies.push(tree.attachCopy(live.object, parent));
  live.repeat = {kind: 'copies', copies};
  copies.forEach((object, index) => {
    const copy = tree.at(object);
    if (copy) copy.step = new Vector3(...(wish?.stepM ?? [0, 0, 0])).multiplyScalar(index + 1);
  });
  return before.length !== copies.length;
}

function clearRepeat(tree: LiveTree, live: LiveNode): void {
  if (live.repeat?.kind === 'copies') for (const copy of live.repeat.copies) tree.detach(copy);
  if (live.repeat?.kind === 'instances') live.repeat.instances.dispose();
  live.repeat = null;
}

/** Whether all that is below an object can be drawn as instances: still meshes that nothing is bound to. */
function isPlain(tree: LiveTree, live: LiveNode, top = live.object): boolean {
  const check = (object: Object3D): boolean => {
    const below = tree.at(object);
    const wish = below?.state.wishes.nodes.get(below.node);
    if (wish) {
      const isMoved = wish.translation ?? wish.rotation ?? wish.scale ?? wish.visible ?? wish.repeat;
      if (wish.mount || wish.print || wish.weights.size > 0) return false;
      if (object !== top && isMoved !== undefined) return false;
    }
    return Instances.canDraw(object) && object.children.every((child) => tree.isAttached(child) || check(child));
  };
  return check(top);
}

import type {LiveNode} from './live-tree.js';
import type {NodeOriginal} from './model-state.js';
import type {NodeWish} from './wishes.js';

/** Shows or hides an object with all below it, and says whether that is a change. A print without text is nothing. */
export function settleVisibility({object}: LiveNode, wish: NodeWish | undefined, {isVisible}: NodeOriginal): boolean {
  const visible = (wish?.visible ?? isVisible) && wish?.print?.text !== '' && (wish?.repeat?.count ?? 1) >= 1;
  if (object.visible === visible) return false;
  object.visible = visible;
  return true;
}

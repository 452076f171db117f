import {TwikError} from '../../core/error.js';
import type {SceneValue} from '../../core/scene/plan.js';
import {variantMaterial} from './material-choice.js';
import type {ModelState} from './model-state.js';
import {isCyclic} from './mounts.js';
import type {Reading} from './plan-reader.js';
import {toBoolean, toNumber, toNumbers, toPrint, toRepeat, toText} from './scene-value.js';
import {suggestion} from './suggestion.js';
import type {MaterialReference, NodeWish} from './wishes.js';

type NodeReader = (reading: Reading, state: ModelState, node: number, wish: NodeWish, value: SceneValue) => void;

/** By what follows the node's name in a pointer. */
const readers: Readonly<Record<string, NodeReader>> = {
  'translation': (_reading, _state, _node, wish, value) => {
    wish.translation = toNumbers(value, 3);
  },
  'rotation': (_reading, _state, _node, wish, value) => {
    wish.rotation = toNumbers(value, 4);
  },
  'scale': (_reading, _state, _node, wish, value) => {
    wish.scale = toNumbers(value, 3);
  },
  'extensions/KHR_node_visibility/visible': (_reading, _state, _node, wish, value) => {
    wish.visible = toBoolean(value);
  },
  'weights': (_reading, state, node, wish, value) => {
    const weights = toNumbers(value, null);
    checkTarget(state, node, weights.length - 1);
    weights.forEach((weight, target) => wish.weights.set(target, weight));
  },
  'twik:material': (reading, state, node, wish, value) => {
    const name = toText(value);
    if (name === '') return;
    const material = readReference(reading, state, node, name);
    if (material) wish.material = material;
  },
  'twik:variant': (reading, state, node, wish, value) => {
    needMesh(state, node);
    const variant = state.index.variantNamed(toText(value));
    wish.variant = variant;
    if (variant !== null) loadVariant(reading, state, variant, [node]);
  },
  'twik:mount': (reading, state, _node, wish, value) => {
    const id = toText(value);
    const model = id === '' ? null : reading.assets.model(id);
    const mounted = model && reading.models.stateOf(model);
    if (!mounted) return;
    const mountsIn = (host: ModelState): ModelState[] =>
      [...reading.wishesOf(host).nodes.values()].flatMap((other) => other.mount ?? []);
    if (isCyclic(mounted, state, mountsIn)) {
      throw new TwikError('mount-cyclic', `Model "${id}" would be mounted within itself.`);
    }
    wish.mount = mounted;
  },
  'twik:repeat': (_reading, _state, _node, wish, value) => {
    wish.repeat = toRepeat(value);
  },
  'twik:print': (reading, state, node, wish, value) => {
    needMesh(state, node);
    const print = toPrint(value);
    try {
      if (reading.assets.hasFont(print)) wish.print = print;
    } catch (error) {
      // In another font it is still better than not at all.
      wish.print = print;
      throw error;
    }
  },
};

/** Reads what a plan wants of a node's property. `null` leaves it as it is in the file. */
export function readNode(
  reading: Reading,
  state: ModelState,
  node: number,
  property: readonly string[],
  value: SceneValue,
): void {
  const tail = property.join('/');
  const wish = reading.wishesOf(state).node(node);
  const [first, target, ...rest] = property;
  if (first === 'weights' && target !== undefined && rest.length === 0) {
    const index = state.index.morphTarget(node, target);
    checkTarget(state, node, index);
    if (value !== null) wish.weights.set(index, toNumber(value));
    return;
  }
  const reader = Object.hasOwn(readers, tail) ? readers[tail] : undefined;
  if (!reader) {
    throw new TwikError('pointer-unsupported', `A node has no "${tail}". ${suggestion(tail, Object.keys(readers))}`);
  }
  if (tail === 'twik:material') reading.models.expectSwaps(state, node);
  if (tail === 'twik:variant' && value === null) wish.variant = null;
  if (value !== null) reader(reading, state, node, wish, value);
}

/** A material by name: of the same model, or `model/Name`. `null` while it is being loaded. */
function readReference(reading: Reading, own: ModelState, node: number, name: string): MaterialReference | null {
  needMesh(own, node);
  const slash = name.indexOf('/');
  let state: ModelState | null = own;
  let wanted = name;
  if (slash > 0 && !own.index.hasMaterial(name)) {
    const model = reading.assets.model(name.slice(0, slash));
    state = model && reading.models.stateOf(model);
    wanted = name.slice(slash + 1);
  }
  if (!state) return null;
  const material = state.index.materialNamed(wanted);
  reading.models.expectSwap(own, node, state, material);
  return reading.models.canWear(own, node, state, material) || reading.assets.hasMaterial(state, material)
    ? {state, material}
    : null;
}

/** Has the materials loaded that nodes wear in a variant. */
export function loadVariant(reading: Reading, state: ModelState, variant: number, nodes: Iterable<number>): void {
  for (const node of nodes) {
    for (const primitive of state.primitives(node)) {
      const material = variantMaterial(primitive, variant);
      if (material === null || reading.models.canWear(state, node, state, material)) continue;
      reading.assets.hasMaterial(state, material);
    }
  }
}

function needMesh(state: ModelState, node: number): void {
  if (state.primitives(node).length > 0) return;
  const below: string[] = [];
  const collect = (children: readonly number[] = []): void => {
    for (const child of children) {
      const {name = '', children: further} = state.json.nodes?.[child] ?? {};
      if (name && state.primitives(child).length > 0) below.push(name);
      collect(further);
    }
  };
  collect(state.json.nodes?.[node]?.children);
  const cure = below.length > 0 ? `Mean one below it: ${below.slice(0, 8).join(', ')}.` : 'Choose a node with a mesh.';
  throw new TwikError('node-without-mesh', `The node has no mesh of its own. ${cure}`);
}

function checkTarget(state: ModelState, node: number, target: number): void {
  const count = state.originals.get(node)?.weights.length ?? 0;
  if (target < count) return;
  throw new TwikError('morph-target-not-found', `There is no morph target ${target}: the node has ${count}, from 0.`);
}

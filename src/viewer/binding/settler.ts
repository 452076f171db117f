import type {Texture} from 'three';
import type {LiveTree} from './live-tree.js';
import {materialFor} from './material-choice.js';
import type {SlotContent} from './material-form.js';
import type {ModelState} from './model-state.js';
import {settleMount} from './mounts.js';
import type {NeutralTextures} from './neutral-textures.js';
import type {Prints} from './prints.js';
import {placeInstances, settleRepeat} from './repeats.js';
import type {SlotTextures} from './slot-textures.js';
import type {SwapGroups} from './swap-groups.js';
import {hasPlaceFor, type TextureSlot} from './texture-slots.js';
import {settleTransform} from './transform.js';
import {settleVisibility} from './visibility.js';
import {settleWeights} from './weights.js';
import type {MaterialWish} from './wishes.js';

/** What the settler works with. */
export interface SettlerParts {
  readonly tree: LiveTree;
  readonly groups: SwapGroups;
  readonly slotTextures: SlotTextures;
  readonly neutrals: NeutralTextures;
  readonly prints: Prints;
}

/** What settling has changed. */
export interface Settled {
  /** Something has moved, come or gone. */
  readonly hasMoved: boolean;
  readonly looksDifferent: boolean;
}

/** Makes the scene what the models' wishes say. It loads nothing, and writes only what is not so already. */
export class Settler {
  readonly #parts: SettlerParts;

  constructor(parts: SettlerParts) {
    this.#parts = parts;
  }

  settle(states: readonly ModelState[]): Settled {
    for (const {wishes, touched} of states) for (const node of wishes.nodes.keys()) touched.add(node);
    let hasMoved = this.#settleStructure(states);
    hasMoved = this.#settleNodes(states) || hasMoved;
    let looksDifferent = hasMoved;
    for (const state of states) {
      for (const node of state.touched) {
        looksDifferent = this.#parts.prints.settle(state, node, state.wishes.nodes.get(node)?.print) || looksDifferent;
      }
    }
    looksDifferent = this.#dress() || looksDifferent;
    looksDifferent = this.#settleMaterials(states) || looksDifferent;
    return {hasMoved, looksDifferent};
  }

  /** Mounts and repeats until nothing is missing: what has come may itself hold nodes to mount at and to repeat. */
  #settleStructure(states: readonly ModelState[]): boolean {
    const {tree} = this.#parts;
    let hasChanged = false;
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (const state of states) {
        for (const node of state.touched) {
          const wish = state.wishes.nodes.get(node);
          for (const live of tree.of(state, node)) {
            if (!tree.has(live)) continue;
            if (settleMount(tree, live, wish?.mount)) isSettled = false;
            // A repetition is not repeated.
            if (!live.step && settleRepeat(tree, live, wish?.repeat)) isSettled = false;
          }
        }
      }
      hasChanged ||= !isSettled;
    }
    return hasChanged;
  }

  #settleNodes(states: readonly ModelState[]): boolean {
    let hasMoved = false;
    for (const state of states) {
      for (const node of state.touched) {
        const original = state.originals.get(node);
        const wish = state.wishes.nodes.get(node);
        if (!original) continue;
        for (const live of this.#parts.tree.of(state, node)) {
          hasMoved = settleTransform(live, wish, original) || hasMoved;
          hasMoved = settleVisibility(live, wish, original) || hasMoved;
          hasMoved = settleWeights(live, wish, original) || hasMoved;
          hasMoved = placeInstances(live, wish?.repeat) || hasMoved;
        }
      }
    }
    return hasMoved;
  }

  #dress(): boolean {
    let changed = false;
    for (const live of this.#parts.tree.all()) {
      for (const primitive of live.primitives) {
        const {mesh, material, index} = primitive;
        const wanted = this.#parts.prints.materialFor(live, material, index) ?? materialFor(live, primitive);
        if (mesh.material === wanted) continue;
        mesh.material = wanted;
        changed = true;
      }
    }
    return changed;
  }

  #settleMaterials(states: readonly ModelState[]): boolean {
    let changed = false;
    for (const state of states) {
      for (const [index, form] of state.materials.forms()) {
        const wish = state.wishes.materials.get(index);
        changed = form.settle(wish, (slot, file) => this.#contentOf(state, index, wish, slot, file)) || changed;
      }
    }
    return changed;
  }

  /** What a slot of a material shows, given what it shows in the file. */
  #contentOf(
    state: ModelState,
    material: number,
    wish: MaterialWish | undefined,
    slot: TextureSlot,
    file: Texture | null,
  ): SlotContent {
    const {groups, neutrals, slotTextures} = this.#parts;
    const key = `${state.keyOf(material)} ${slot.pointer}`;
    const texture = slotTextures.dress(key, slot, file, wish?.textures.get(slot), wish?.transforms.get(slot));
    if (texture) return {texture, isNeutral: false};
    const texCoord = groups.slotsOf(state.keyOf(material)).get(slot);
    if (texCoord === undefined || !hasPlaceFor(state.material(material), slot))
      return {texture: null, isNeutral: false};
    return {texture: neutrals.for(slot, texCoord), isNeutral: true};
  }
}

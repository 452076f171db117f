import type {GltfMaterial} from './gltf-json.js';
import {texCoordOf, textureSlots, type TextureSlot} from './texture-slots.js';

interface Group {
  readonly members: Set<string>;
  /** The slots that some member fills, each with its UV set. */
  readonly slots: Map<TextureSlot, number>;
}

/**
 * Materials that may take each other's place. All of a group get the same texture slots filled, so that they share a
 * shader and a swap compiles nothing. It is read from the files' JSON: no material needs to be loaded for it.
 */
export class SwapGroups {
  readonly #groups = new Map<string, Group>();

  /** The slots to fill of a material, each with the UV set to use; none for a material that stays where it is. */
  slotsOf(material: string): ReadonlyMap<TextureSlot, number> {
    return this.#groups.get(material)?.slots ?? new Map<TextureSlot, number>();
  }

  /** The materials that may take a material's place, itself included. */
  membersOf(material: string): Iterable<string> {
    return this.#groups.get(material)?.members ?? [material];
  }

  /** Says that these may take each other's place. */
  join(materials: readonly (readonly [key: string, material: GltfMaterial | undefined])[]): void {
    const [first, ...rest] = materials.map(([key, material]) => this.#groupOf(key, material));
    for (const group of rest) if (first && group !== first) this.#merge(first, group);
  }

  /** Says that a slot may be filled in times to come. */
  reserve(key: string, material: GltfMaterial | undefined, slot: TextureSlot): void {
    const {slots} = this.#groupOf(key, material);
    if (!slots.has(slot)) slots.set(slot, 0);
  }

  #groupOf(key: string, material: GltfMaterial | undefined): Group {
    let group = this.#groups.get(key);
    if (!group) {
      group = {members: new Set([key]), slots: new Map()};
      for (const slot of textureSlots) {
        const texCoord = texCoordOf(material, slot);
        if (texCoord !== null) group.slots.set(slot, texCoord);
      }
      this.#groups.set(key, group);
    }
    return group;
  }

  #merge(into: Group, from: Group): void {
    for (const [slot, texCoord] of from.slots) if (!into.slots.has(slot)) into.slots.set(slot, texCoord);
    for (const member of from.members) {
      into.members.add(member);
      this.#groups.set(member, into);
    }
  }
}

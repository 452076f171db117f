import {MeshStandardMaterial, type Material, type Texture} from 'three';
import {factors, type FactorValue} from './material-factors.js';
import {mapOf, setMap, textureSlots, type TextureSlot} from './texture-slots.js';
import type {MaterialWish} from './wishes.js';

/** What a slot is to show. */
export interface SlotContent {
  readonly texture: Texture | null;
  /** Whether the texture only fills the slot. */
  readonly isNeutral: boolean;
}

const baseColorPointers = ['pbrMetallicRoughness/baseColorFactor', 'pbrMetallicRoughness/baseColorTexture'];

/**
 * One of three's materials for a glTF material. A file's material takes several forms, as three wants another object for
 * geometry without tangents, with vertex colours, for points and for lines. What is set of the glTF material reaches
 * all of them.
 */
export class MaterialForm {
  readonly material: Material;
  readonly #isPrint: boolean;
  /** The file's textures by three's name for the map. */
  readonly #fileMaps = new Map<string, Texture | null>();
  readonly #fileNormalScale: readonly [number, number];
  readonly #undo = new Map<string, () => void>();
  readonly #written = new Map<string, FactorValue>();

  /** @param isPrint Whether base colour and its texture are those of a print, which no plan changes. */
  constructor(material: Material, {isPrint = false} = {}) {
    this.material = material;
    this.#isPrint = isPrint;
    for (const map of textureSlots.flatMap((slot) => slot.maps)) {
      const texture = mapOf(material, map);
      if (texture !== undefined) this.#fileMaps.set(map, texture);
    }
    const {x, y} = material instanceof MeshStandardMaterial ? material.normalScale : {x: 1, y: 1};
    this.#fileNormalScale = [x, y];
  }

  /** The file's texture in a slot. */
  fileTexture(slot: TextureSlot): Texture | null {
    return this.#fileMaps.get(slot.maps[0] ?? '') ?? null;
  }

  /** Makes the material what is wanted of it, and says whether that changed it. */
  settle(wish: MaterialWish | undefined, contentOf: (slot: TextureSlot, file: Texture | null) => SlotContent): boolean {
    let changed = this.#settleFactors(wish);
    for (const slot of textureSlots) {
      if (this.#isPrint && baseColorPointers.includes(slot.pointer)) continue;
      const content = contentOf(slot, this.fileTexture(slot));
      for (const map of slot.maps) changed = setMap(this.material, map, content.texture) || changed;
      if (slot.neutral === 'normal') changed = this.#settleNormalScale(wish, content) || changed;
    }
    return changed;
  }

  /** Makes the material what it is in the file. */
  restore(): void {
    for (const undo of this.#undo.values()) undo();
    this.#undo.clear();
    this.#written.clear();
    for (const [map, texture] of this.#fileMaps) setMap(this.material, map, texture);
    if (this.material instanceof MeshStandardMaterial) this.material.normalScale.set(...this.#fileNormalScale);
  }

  #settleFactors(wish: MaterialWish | undefined): boolean {
    let changed = false;
    for (const [pointer, undo] of this.#undo) {
      if (wish?.factors.has(pointer)) continue;
      undo();
      this.#undo.delete(pointer);
      this.#written.delete(pointer);
      changed = true;
    }
    for (const [pointer, value] of wish?.factors ?? []) {
      if (this.#isPrint && baseColorPointers.includes(pointer)) continue;
      const before = this.#written.get(pointer);
      if (before !== undefined && String(before) === String(value)) continue;
      const factor = factors.get(pointer);
      const undo = this.#undo.get(pointer) ?? factor?.remember(this.material);
      if (!factor || !undo) continue;
      // A colour without opacity leaves the file's, not that of the value before.
      if (before !== undefined) undo();
      factor.write(this.material, value);
      this.#undo.set(pointer, undo);
      this.#written.set(pointer, value);
      changed = true;
    }
    return changed;
  }

  /** A byte cannot hold a flat normal quite, so that a neutral map is scaled to nothing. */
  #settleNormalScale(wish: MaterialWish | undefined, {isNeutral}: SlotContent): boolean {
    if (!(this.material instanceof MeshStandardMaterial)) return false;
    const {normalScale} = this.material;
    const [fileX, fileY] = this.#fileNormalScale;
    // The loader turns y where three derives the tangents itself.
    const x = isNeutral ? 0 : (wish?.normalScale ?? fileX);
    const y = isNeutral ? 0 : wish?.normalScale === undefined ? fileY : wish.normalScale * (fileY < 0 ? -1 : 1);
    if (normalScale.x === x && normalScale.y === y) return false;
    normalScale.set(x, y);
    return true;
  }
}

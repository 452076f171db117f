import type {Document, Texture} from '@gltf-transform/core';
import {listTextureSlots} from '@gltf-transform/functions';

/** What a picture is used for, which decides what it may lose. */
export interface TextureUse {
  /** `colour`: what people see. `normal`: directions. `data`: other numbers, such as roughness. */
  readonly kind: 'colour' | 'normal' | 'data';
  /** Whether its transparency means something. */
  readonly hasAlpha: boolean;
}

const colourSlots = /^(baseColor|emissive|diffuse|sheenColor|specularColor|specularGlossiness)Texture$/;
/** Their alpha channel holds a number, or they are used in a way that nobody knows here. */
const withoutAlpha = /^(normal|clearcoatNormal|occlusion|metallicRoughness|emissive|sheenColor|specularColor)Texture$/;

/** Tells what a texture is used for; one without a use may become anything by a binding. */
export function useOf(document: Document, texture: Texture): TextureUse {
  const slots = listTextureSlots(texture);
  const isOpaque = document
    .getRoot()
    .listMaterials()
    .filter((material) => material.getBaseColorTexture() === texture)
    .every((material) => material.getAlphaMode() === 'OPAQUE');
  return {
    kind: slots.some((slot) => /normal/i.test(slot)) ? 'normal' : slots.some(isNumbers) ? 'data' : 'colour',
    hasAlpha:
      slots.length === 0 ||
      !slots.every((slot) => withoutAlpha.test(slot) || (slot === 'baseColorTexture' && isOpaque)),
  };
}

function isNumbers(slot: string): boolean {
  return !colourSlots.test(slot);
}

import {Mesh, type Material} from 'three';
import type {GltfPrimitive} from './gltf-json.js';
import type {LiveNode, Primitive} from './live-tree.js';

/**
 * The material that a primitive is to wear: the one bound to its node, else what the variant of its node, else of its
 * model says, else the file's. Points and lines keep the file's.
 */
export function materialFor({state, node}: LiveNode, {mesh, material, place}: Primitive): Material {
  if (!(mesh instanceof Mesh)) return material;
  const wish = state.wishes.nodes.get(node);
  if (wish?.material) return wish.material.state.materials.form(wish.material.material, mesh) ?? material;
  const variant = wish?.variant === undefined ? state.wishes.variant : wish.variant;
  if (variant === null) return material;
  const chosen = variantMaterial(state.primitive(node, place), variant);
  return chosen === null ? material : (state.materials.form(chosen, mesh) ?? material);
}

/** The file's material of a primitive in a variant; `null` when the variant leaves it as it is. */
export function variantMaterial(primitive: GltfPrimitive | undefined, variant: number): number | null {
  const mappings = primitive?.extensions?.KHR_materials_variants?.mappings ?? [];
  return mappings.find((mapping) => mapping.variants.includes(variant))?.material ?? null;
}

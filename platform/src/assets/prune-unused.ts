import {Root, type Document, type Property} from '@gltf-transform/core';
import type {BoundThings} from './bound-things.js';

/**
 * Removes materials that nothing wears and pictures that nothing shows, unless a binding names them. Nodes, meshes,
 * animations and variants all stay.
 */
export function pruneUnused(document: Document, bound: BoundThings): void {
  const root = document.getRoot();
  root.listMaterials().forEach((material, index) => {
    if (!bound.hasMaterial(index) && !isUsed(material)) material.dispose();
  });
  for (const texture of root.listTextures()) {
    if (!bound.hasTexture(texture.getName()) && !isUsed(texture)) texture.dispose();
  }
}

function isUsed(property: Property): boolean {
  return property.listParents().some((parent) => !(parent instanceof Root));
}

import {PropertyType, type Accessor, type Document} from '@gltf-transform/core';
import {EXTMeshoptCompression, KHRMeshQuantization} from '@gltf-transform/extensions';
import {dedup, prune, quantize, reorder, weld} from '@gltf-transform/functions';
import {MeshoptEncoder} from 'meshoptimizer';
import {floatsOf} from './floats-of.js';
import {roundToGrid} from './round-to-grid.js';

/**
 * Makes geometry smaller without touching a node: vertices that are the same become one, come in an order that packs
 * and draws well, and are as exact as anybody sees. Meshes are not merged: their twins may differ in variants.
 */
export async function packGeometry(document: Document): Promise<void> {
  await document.transform(
    dedup({propertyTypes: [PropertyType.ACCESSOR, PropertyType.SKIN]}),
    weld(),
    reorder({encoder: MeshoptEncoder, target: 'size', cleanup: false}),
  );
  roundPositions(document);
  await document.transform(
    quantize({
      // Positions stay floats: stored otherwise, they would need a scale of their own in the node, which bindings set
      // and which what is mounted there would inherit.
      pattern: /^(?!POSITION$)/,
      patternTargets: /^$/,
      quantizeNormal: 10,
      // A binding may repeat a texture many times over the same coordinates.
      quantizeTexcoord: 14,
      cleanup: false,
    }),
    prune({
      propertyTypes: [PropertyType.ACCESSOR, PropertyType.SKIN, PropertyType.BUFFER],
      keepAttributes: true,
      keepIndices: true,
    }),
  );
  // glTF Transform declares it for quantized positions alone.
  if (hasQuantized(document)) document.createExtension(KHRMeshQuantization).setRequired(true);
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({method: EXTMeshoptCompression.EncoderMethod.QUANTIZE});
}

/** Positions and what morph targets add to them, each primitive on the grid of its own size. */
function roundPositions(document: Document): void {
  const done = new Set<Accessor>();
  for (const mesh of document.getRoot().listMeshes()) {
    for (const primitive of mesh.listPrimitives()) {
      const position = primitive.getAttribute('POSITION');
      if (!position) continue;
      const extent = extentOf(position);
      for (const holder of [primitive, ...primitive.listTargets()]) {
        for (const semantic of holder === primitive ? ['POSITION'] : holder.listSemantics()) {
          const accessor = holder.getAttribute(semantic);
          if (!accessor || done.has(accessor)) continue;
          done.add(accessor);
          // Differences of directions are of the size of directions.
          roundAccessor(accessor, semantic === 'POSITION' ? extent : 1);
        }
      }
    }
  }
}

function hasQuantized(document: Document): boolean {
  return document
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives())
    .flatMap((primitive) => [primitive.getAttribute('NORMAL'), primitive.getAttribute('TANGENT')])
    .some((accessor) => accessor !== null && !floatsOf(accessor));
}

function extentOf(position: Accessor): number {
  const min = position.getMinNormalized([]);
  return Math.max(...position.getMaxNormalized([]).map((value, axis) => value - (min[axis] ?? 0)));
}

function roundAccessor(accessor: Accessor, extent: number): void {
  const floats = floatsOf(accessor);
  if (floats) accessor.setArray(roundToGrid(floats, extent));
}

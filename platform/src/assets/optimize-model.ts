import path from 'node:path';
import {PropertyType, type JSONDocument} from '@gltf-transform/core';
import {dedup, unpartition} from '@gltf-transform/functions';
import type {BoundThings} from './bound-things.js';
import {compressTextures} from './compress-textures.js';
import {extensionsOf, readDocument, type ModelFile} from './model-file.js';
import {createModelIo, writableExtensions} from './model-io.js';
import {outlineOf, type ModelOutline, type OutlineNode} from './model-outline.js';
import type {OptimizeSettings, Workplace} from './optimize-settings.js';
import {packGeometry} from './pack-geometry.js';
import {pruneUnused} from './prune-unused.js';

/** Why a model was left as it is. */
export interface Kept {
  readonly code: 'model-kept-extension' | 'model-kept-larger' | 'model-kept-names' | 'model-kept-unread';
  readonly reason: string;
}

/** A model made smaller, or the bytes as they came and why. */
export interface OptimizedModel {
  readonly bytes: Uint8Array;
  readonly kept: Kept | null;
}

/**
 * Makes a sound model smaller. Every node, mesh, animation, variant and morph target keeps its name and place, and so
 * do all materials that are worn or bound.
 */
export async function optimizeModel(
  model: ModelFile,
  bound: BoundThings,
  settings: OptimizeSettings,
  workplace: Workplace,
): Promise<OptimizedModel> {
  const keep = (code: Kept['code'], reason: string): OptimizedModel => ({bytes: model.bytes, kept: {code, reason}});
  const source = await readDocument(model);
  const unknown = extensionsOf(source.json).filter((name) => !writableExtensions.has(name));
  if (unknown.length > 0) {
    return keep('model-kept-extension', `it uses ${unknown.join(', ')}, which would not survive being written anew`);
  }
  nameImages(source, bound);
  const io = await createModelIo();
  const document = await io.readJSON(source);
  pruneUnused(document, bound);
  await document.transform(
    dedup({propertyTypes: [PropertyType.TEXTURE], keepUniqueNames: bound.names.textures.length > 0}),
  );
  workplace.signal.throwIfAborted();
  if (settings.isPacked) await packGeometry(document);
  await document.transform(unpartition());
  await compressTextures(document, settings, workplace);
  workplace.signal.throwIfAborted();
  const bytes = await io.writeBinary(document);

  const after = outlineOf((await io.binaryToJSON(bytes)).json);
  const lost = lostNames(bound.outline, after, bound);
  if (lost.length > 0)
    return keep('model-kept-names', `the smaller file would have lost ${lost.slice(0, 5).join(', ')}`);
  // A packed picture saves memory and not bytes, which is what was asked for; a .gltf has files beside it.
  const mayGrow = settings.textureFormat === 'ktx2' || path.extname(model.file).toLowerCase() === '.gltf';
  if (bytes.length >= model.bytes.length && !mayGrow) return keep('model-kept-larger', 'nothing would make it smaller');
  return {bytes, kept: null};
}

/**
 * Gives pictures the names of the textures that show them where a binding means those: glTF Transform keeps the names of
 * pictures alone.
 */
function nameImages({json}: JSONDocument, bound: BoundThings): void {
  for (const {name, source, extensions = {}} of json.textures ?? []) {
    if (name === undefined || !bound.hasTexture(name)) continue;
    for (const index of [source, ...Object.values(extensions).map(sourceOf)]) {
      const image = json.images?.[index ?? -1];
      if (image && (!image.name || !bound.hasTexture(image.name))) image.name = name;
    }
  }
}

function sourceOf(extension: unknown): number | undefined {
  if (typeof extension !== 'object' || extension === null || !('source' in extension)) return undefined;
  return typeof extension.source === 'number' ? extension.source : undefined;
}

/** What bindings could address before and cannot after. */
function lostNames(before: ModelOutline, after: ModelOutline, bound: BoundThings): string[] {
  const isThere = (node: OutlineNode) => after.nodes.some((other) => isSame(node, other));
  const count = (list: readonly string[], name: string) => list.filter((other) => other === name).length;
  return [
    ...before.nodes.filter((node) => !isThere(node)).map(({name}) => `node "${name}"`),
    ...(before.nodes.length === after.nodes.length ? [] : ['the number of nodes']),
    ...bound.names.materials
      .filter((name) => count(before.materials, name) !== count(after.materials, name))
      .map((name) => `material "${name}"`),
    ...bound.names.textures.filter((name) => !after.textures.has(name)).map((name) => `texture "${name}"`),
    ...before.variants.filter((name) => !after.variants.includes(name)).map((name) => `variant "${name}"`),
    ...before.animations.filter((name) => !after.animations.includes(name)).map((name) => `animation "${name}"`),
  ];
}

/** Morph targets without a name may get one: glTF Transform counts them. */
function isSame(before: OutlineNode, after: OutlineNode): boolean {
  return (
    before.name === after.name &&
    before.hasMesh === after.hasMesh &&
    before.above.join('>') === after.above.join('>') &&
    before.targets.length === after.targets.length &&
    before.targets.every((name, at) => name === '' || name === after.targets[at])
  );
}

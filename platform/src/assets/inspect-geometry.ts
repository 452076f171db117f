import type {Document, JSONDocument} from '@gltf-transform/core';
import {getBounds} from '@gltf-transform/functions';
import type {Finding} from '../cli/finding.js';
import {assetLimits} from './asset-limits.js';
import {floatsOf} from './floats-of.js';
import type {ModelFile} from './model-file.js';
import {createModelIo, writableExtensions} from './model-io.js';

/** Looks into the numbers of a sound model: whether they are numbers, and how large the model is. */
export async function inspectGeometry({file}: ModelFile, source: JSONDocument): Promise<Finding[]> {
  const closed = (source.json.extensionsRequired ?? []).filter((name) => !writableExtensions.has(name));
  if (closed.length > 0) {
    const message = `The model requires ${closed.join(', ')}, so its geometry was not looked into.`;
    return [{severity: 'note', code: 'geometry-closed', message, file, path: '/extensionsRequired'}];
  }
  const io = await createModelIo();
  try {
    const document = await io.readJSON(source);
    return [...inspectNumbers(file, document), ...inspectSize(file, document)];
  } catch (error) {
    // What the validator lets pass and glTF Transform does not, such as versions of glTF to come.
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The geometry was not looked into: ${reason}`;
    return [{severity: 'note', code: 'geometry-closed', message, file, path: ''}];
  }
}

function inspectNumbers(file: string, document: Document): Finding[] {
  return document
    .getRoot()
    .listAccessors()
    .flatMap((accessor, index): Finding[] => {
      if (floatsOf(accessor)?.every(Number.isFinite) ?? true) return [];
      const message = 'Some numbers are not finite. Repair the mesh where it was made, and export it again.';
      return [{severity: 'error', code: 'number-not-finite', message, file, path: `/accessors/${index}`}];
    });
}

function inspectSize(file: string, document: Document): Finding[] {
  const scene = document.getRoot().getDefaultScene() ?? document.getRoot().listScenes()[0];
  if (!scene)
    return [{severity: 'error', code: 'model-empty', message: 'The file has no scene.', file, path: '/scenes'}];
  const {min, max} = getBounds(scene);
  const size = Math.max(...max.map((value, axis) => value - (min[axis] ?? 0)));
  const [least, most] = assetLimits.sizeM;
  if (size >= least && size <= most) return [];
  if (!Number.isFinite(size) || size === 0) {
    return [{severity: 'warning', code: 'model-empty', message: 'There is nothing to see.', file, path: '/scenes'}];
  }
  const message = `The model is ${Number(size.toPrecision(3))} m large. glTF is in metres: check the units of the export.`;
  return [{severity: 'warning', code: 'size-unlikely', message, file, path: '/scenes'}];
}

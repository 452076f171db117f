import type {Object3D} from 'three';
import {jsonOf} from '../binding/gltf-json.js';
import {suggestion} from '../binding/suggestion.js';
import type {LoadedModel} from '../loaded-model.js';
import type {StageContent} from '../stage-content.js';
import {isShown} from './sight-line.js';

/** The object of a node by its name in the file: the first that is shown, copies that a configuration makes included. */
export function findNode({scene, models}: StageContent, name: string): Object3D | null {
  let found: Object3D | null = null;
  scene.traverse((object) => {
    if (!found && nameOf(object, models) === name && isShown(object, scene)) found = object;
  });
  return found;
}

/** What to write instead of a name that no model has; `null` when one has it, be it in the picture or not. */
export function whatInsteadOf({models}: StageContent, name: string): string | null {
  const names = models.flatMap(({gltf}) => (jsonOf(gltf).nodes ?? []).flatMap((node) => node.name ?? []));
  return names.includes(name) ? null : suggestion(name, [...new Set(names)]);
}

function nameOf(object: Object3D, models: readonly LoadedModel[]): unknown {
  for (const {gltf} of models) {
    const node = gltf.parser.associations.get(object)?.nodes;
    if (node !== undefined) return jsonOf(gltf).nodes?.[node]?.name;
  }
  // A copy: three's loader leaves the name of the file there.
  return object.userData['name'];
}

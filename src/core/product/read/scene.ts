import {below, type Read} from '../json/place.js';
import {list, memberOf, number, object, optional, record, string, word} from '../json/readers.js';
import type {SceneDefinition, SceneView} from '../scene-definition.js';
import {bindingReader} from './binding.js';
import {idsOf, plainId, reportDuplicates} from './identity.js';

const model = object({id: plainId, src: string, load: optional(word(['start', 'demand']), 'start')});
const view = object({
  orbitDeg: list(number, {min: 2, max: 2}),
  distanceM: optional(number, null),
  targetM: optional(list(number, {min: 3, max: 3}), null),
});
const views: Read<Map<string, SceneView>> = record((value, place, key) => {
  const id = plainId(key, place);
  const read = view(value, place);
  const [azimuth, polar] = read?.orbitDeg ?? [];
  if (id === undefined || !read || azimuth === undefined || polar === undefined) return undefined;
  const [x, y, z] = read.targetM ?? [];
  const targetM = x === undefined || y === undefined || z === undefined ? null : ([x, y, z] as const);
  return {id, orbitDeg: [azimuth, polar], distanceM: read.distanceM, targetM};
});

/** What is seen, and how it follows the values. */
export const scene: Read<SceneDefinition> = (value, place) => {
  const models = memberOf(value, 'models');
  reportDuplicates(models, below(place, 'models'));
  return object({
    models: optional(list(model), []),
    bindings: optional(list(bindingReader(idsOf(models))), []),
    views: optional(views, new Map<string, SceneView>()),
    environment: optional(word(['neutral']), 'neutral'),
  })(value, place);
};

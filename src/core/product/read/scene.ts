import type {Read} from '../json/place.js';
import {list, memberOf, number, object, optional, pair, record, string, triple, word} from '../json/readers.js';
import type {SceneDefinition, SceneView} from '../scene-definition.js';
import {bindingReader} from './binding.js';
import {idsOf, plainId, reportDuplicates} from './identity.js';

const model = object({id: plainId, src: string, load: optional(word('start', 'demand'), 'start')});
const view = object({
  orbitDeg: pair(number),
  distanceM: optional(number),
  targetM: optional(triple(number)),
});
const views: Read<Map<string, SceneView>> = record((value, place, key) => ({
  id: plainId(key, place),
  ...view(value, place),
}));

/** What is seen, and how it follows the values. */
export const scene: Read<SceneDefinition> = (value, place) => {
  const models = memberOf(value, 'models');
  reportDuplicates(models, place.at('models'));
  return object({
    models: optional(list(model), []),
    bindings: optional(list(bindingReader(idsOf(models))), []),
    views: optional(views, new Map<string, SceneView>()),
    environment: optional(word('neutral'), 'neutral'),
  })(value, place);
};

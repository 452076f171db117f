import type {Group} from '../product.js';
import type {Parameter} from '../parameter.js';
import {Place} from '../json/place.js';
import {memberOf, type JsonObject} from '../json/readers.js';
import {optionsOf} from '../environment.js';
import {idsOf, reportDuplicates} from './identity.js';

/** Parameters, derived values, groups and rules share one name space. */
export function reportSharedNames(document: JsonObject, root: Place): void {
  const seen = new Map<string, string>();
  for (const key of ['parameters', 'derived', 'groups', 'rules']) reportDuplicates(document[key], root.at(key), seen);
}

/** Parameters are shown in groups, and groups from views, that exist. */
export function checkGroups(
  document: JsonObject,
  parameters: readonly Parameter[],
  groups: readonly Group[],
  root: Place,
): void {
  const known = idsOf(document['groups']);
  for (const {group, path} of parameters) {
    if (group !== null) new Place(path, root.reading).at('group').isKnown(group, known, 'group');
  }
  const scene = document['scene'];
  // Without a scene there is nothing to look at from anywhere; a page with pictures of its own may still read them.
  if (scene === undefined) return;
  const views = Object.keys(memberOf(scene, 'views') ?? {});
  for (const {id, view} of groups) {
    if (view !== null) root.at('groups', known.indexOf(id), 'view').isKnown(view, views, 'view');
  }
}

/** A price comes from lines or options, and what options cost must end in a price. */
export function checkPriced({price: written}: JsonObject, parameters: readonly Parameter[], root: Place): void {
  const lines = memberOf(written, 'lines');
  const isPriced = parameters.some((parameter) => optionsOf(parameter).some(({price}) => price !== null));
  if (written === undefined ? !isPriced : isPriced || (Array.isArray(lines) && lines.length > 0)) return;
  const message = isPriced
    ? 'Options have prices. Add "price" with its currency.'
    : 'Add "lines", or "price" to options.';
  root.at('price').report('price-missing', message);
}

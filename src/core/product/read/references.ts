import type {Group} from '../product.js';
import type {Parameter} from '../parameter.js';
import {below, report, type Place, type Reading} from '../json/place.js';
import {memberOf, type JsonObject} from '../json/readers.js';
import {idsOf, isKnown, reportDuplicates} from './identity.js';

/** Parameters, derived values, groups and rules share one name space. */
export function reportSharedNames(document: JsonObject, root: Place): void {
  const seen = new Map<string, string>();
  for (const key of ['parameters', 'derived', 'groups', 'rules']) {
    reportDuplicates(memberOf(document, key), below(root, key), seen);
  }
}

/** Notes the names that are there but could not be read. */
export function markBroken(document: JsonObject, key: string, read: readonly string[], {broken}: Reading): void {
  for (const id of idsOf(memberOf(document, key))) if (!read.includes(id)) broken.add(id);
}

/** Parameters are shown in groups, and groups from views, that exist. */
export function checkGroups(
  document: JsonObject,
  parameters: readonly Parameter[],
  groups: readonly Group[],
  root: Place,
): void {
  const known = idsOf(memberOf(document, 'groups'));
  for (const {group, path} of parameters) {
    if (group !== null) isKnown(group, 'group', known, below({...root, path}, 'group'));
  }
  const views = Object.keys(memberOf(memberOf(document, 'scene'), 'views') ?? {});
  groups.forEach(({id, view}) => {
    const at = below(below(root, 'groups'), known.indexOf(id));
    if (view !== null) isKnown(view, 'view', views, below(at, 'view'));
  });
}

/** A price comes from lines or options, and what options cost must end in a price. */
export function checkPriced(document: JsonObject, parameters: readonly Parameter[], root: Place): void {
  const written = memberOf(document, 'price');
  const lines = memberOf(written, 'lines');
  const hasLines = Array.isArray(lines) && lines.length > 0;
  const isPriced = parameters.some(
    (parameter) => 'options' in parameter && parameter.options.some(({price}) => price !== null),
  );
  if (written !== undefined && !hasLines && !isPriced) {
    report(below(root, 'price'), 'price-missing', 'Nothing has a price. Add "lines", or "price" to options.');
  } else if (written === undefined && isPriced) {
    report(root, 'price-missing', 'Options have prices, but the product has none. Add "price" with "currency".');
  }
}

import {keywords} from '../../expression/parse-expression.js';
import {isForbidden} from '../json/check-tree.js';
import type {Place, Read} from '../json/place.js';
import {matching, memberOf} from '../json/readers.js';

function identity(pattern: RegExp, what: string): Read<string> {
  const read = matching(pattern, what, 'id-invalid');
  return (value, place) => {
    const id = read(value, place);
    return isForbidden(id) ? place.fail('id-invalid', `"${id}" cannot be an id. Choose another one.`) : id;
  };
}

const plainName = identity(/^[a-z]\w{0,63}$/, 'a lower-case letter, then at most 63 letters, digits or "_"');

/** The id of a parameter, derived value, group or rule: formulas can say it. */
export const nameId: Read<string> = (value, place) => {
  const id = plainName(value, place);
  if (!keywords.has(id) && id !== 'quantity') return id;
  return place.fail('id-invalid', `"${id}" means something else in formulas. Choose another id.`);
};

/** The id of a line, part, model or view. */
export const plainId = identity(/^\w[\w.-]{0,63}$/, 'at most 64 letters, digits, "_", "-" or "."');

/** The id of an option, a table or a column: any text. */
export const freeId = identity(/^[^]{1,64}$/u, 'a text of at most 64 characters');

/** The ids in a list as it was written, so that an item that is wrong elsewhere still counts as being there. */
export function idsOf(source: unknown): string[] {
  return Array.isArray(source) ? source.map((item) => memberOf(item, 'id')).filter((id) => typeof id === 'string') : [];
}

/** Reports each id that has been seen before, here or in a list given the same `seen`. */
export function reportDuplicates(source: unknown, place: Place, seen = new Map<string, string>()): void {
  if (!Array.isArray(source)) return;
  source.forEach((item: unknown, index) => {
    const id = memberOf(item, 'id');
    if (typeof id === 'string') reportDuplicate(id, place.at(index, 'id'), seen);
  });
}

/** Reports what has been seen before. */
export function reportDuplicate(id: string, place: Place, seen: Map<string, string>): void {
  const first = seen.get(id);
  if (!first) seen.set(id, place.path);
  else {
    // Which of the two a formula means nobody can tell.
    place.reading.broken.add(id);
    place.report('id-duplicate', `"${id}" is taken by ${first}. Rename or remove one of them.`);
  }
}

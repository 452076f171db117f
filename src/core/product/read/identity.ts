import {isForbidden} from '../json/check-tree.js';
import {below, report, reportNot, type Place, type Read} from '../json/place.js';
import {memberOf} from '../json/readers.js';
import {didYouMean} from '../../text/did-you-mean.js';

/** Words that mean something else in a formula. */
const reserved: ReadonlySet<string> = new Set(['true', 'false', 'null', 'in', 'quantity']);

function identity(pattern: RegExp, what: string): Read<string> {
  return (value, place) => {
    if (typeof value !== 'string') return reportNot(place, what, value);
    if (pattern.test(value) && !isForbidden(value)) return value;
    return report(place, 'id-invalid', `"${value.slice(0, 80)}" cannot be an id here. Write ${what}.`);
  };
}

const plainName = identity(
  /^[a-z][A-Za-z0-9_]{0,63}$/,
  'a lower-case letter followed by at most 63 letters, digits or "_"',
);

/** The id of a parameter, derived value, group or rule: formulas can say it. */
export const nameId: Read<string> = (value, place) =>
  typeof value === 'string' && reserved.has(value)
    ? report(place, 'id-invalid', `"${value}" is a word of the formula language. Choose another id.`)
    : plainName(value, place);

/** The id of a line, part, model or view. */
export const plainId: Read<string> = identity(/^\w[\w.-]{0,63}$/, 'at most 64 letters, digits, "_", "-" or "."');

/** The id of an option, a table or a column: any text. */
export const freeId: Read<string> = identity(/^[^]{1,64}$/u, 'a text of at most 64 characters');

/** The ids in a list as it was written, so that an item that is wrong elsewhere still counts as being there. */
export function idsOf(source: unknown): string[] {
  if (!Array.isArray(source)) return [];
  return source.map((item: unknown) => memberOf(item, 'id')).filter((id) => typeof id === 'string');
}

/** Reports each id that has been seen before, here or in a list given the same `seen`. */
export function reportDuplicates(source: unknown, place: Place, seen = new Map<string, string>()): void {
  if (!Array.isArray(source)) return;
  source.forEach((item: unknown, index) => {
    const id = memberOf(item, 'id');
    if (typeof id !== 'string') return;
    const at = below(below(place, index), 'id');
    const first = seen.get(id);
    if (first === undefined) seen.set(id, at.path);
    else report(at, 'id-duplicate', `The id "${id}" is taken by ${first}. Rename one of them.`);
  });
}

/** Reports a reference to what is not there: `group-unknown` and the like. Tells whether it is there. */
export function isKnown(id: string, what: string, known: readonly string[], place: Place): boolean {
  if (known.includes(id)) return true;
  const cure = didYouMean(id, known) || (known.length > 0 ? `Known: ${known.slice(0, 8).join(', ')}.` : `Define it.`);
  report(place, `${what}-unknown`, `There is no ${what} "${id}". ${cure}`);
  return false;
}

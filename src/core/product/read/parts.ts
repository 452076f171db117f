import {below, report, type Place, type Read} from '../json/place.js';
import {list, memberOf, object, optional, record, string} from '../json/readers.js';
import type {BomLineDefinition, PartDefinition} from '../parts.js';
import {formula, textOrFormula} from './formula.js';
import {isKnown, plainId, reportDuplicates} from './identity.js';
import {text} from './text.js';

const part = object({
  name: optional(text, null),
  sku: optional(textOrFormula, null),
  material: optional(textOrFormula, null),
  size: optional(list(formula('length'), {max: 3}), []),
});

/** The parts by their ids. */
export const parts: Read<Map<string, PartDefinition>> = record((value, place, key) => {
  const id = plainId(key, place);
  const read = part(value, place);
  return id === undefined ? undefined : read && {id, ...read};
});

/** Reads bills of materials whose lines count the given parts. */
export function bomReader(partIds: readonly string[]): Read<{readonly lines: readonly BomLineDefinition[]}> {
  const line: Read<BomLineDefinition> = (value, place) => {
    const read = shape(value, place);
    if (typeof read?.part === 'string') isKnown(read.part, 'part', partIds, below(place, 'part'));
    if (read?.part === null && !read.sku && read.lines.length === 0) {
      report(place, 'bom-line-empty', 'This line counts nothing. Write "part", "sku" or "lines".');
    }
    return read && {...read, path: place.path};
  };
  const lines: Read<BomLineDefinition[]> = (value, place) => list(line)(value, place);
  const shape = object({
    id: plainId,
    name: optional(text, null),
    part: optional(plainId, null),
    sku: optional(textOrFormula, null),
    quantity: formula('number'),
    unit: string,
    when: optional(formula('boolean'), null),
    lines: optional(lines, []),
  });
  const bom = object({lines});
  return (value, place) => {
    reportDuplicateLines(memberOf(value, 'lines'), below(place, 'lines'), new Map());
    return bom(value, place);
  };
}

function reportDuplicateLines(lines: unknown, place: Place, seen: Map<string, string>): void {
  if (!Array.isArray(lines)) return;
  reportDuplicates(lines, place, seen);
  lines.forEach((line: unknown, index) => {
    reportDuplicateLines(memberOf(line, 'lines'), below(below(place, index), 'lines'), seen);
  });
}

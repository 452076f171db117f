import type {Place, Read} from '../json/place.js';
import {list, memberOf, object, optional, record, string} from '../json/readers.js';
import type {BomLineDefinition, PartDefinition} from '../parts.js';
import {formula, textOrFormula} from './formula.js';
import {plainId, reportDuplicates} from './identity.js';
import {text} from './text.js';

const part = object({
  name: optional(text),
  sku: optional(textOrFormula),
  material: optional(textOrFormula),
  size: optional(list(formula('length'), 0, 3), []),
});

/** The parts by their ids. */
export const parts: Read<Map<string, PartDefinition>> = record((value, place, key) => ({
  id: plainId(key, place),
  ...part(value, place),
}));

/** Reads bills of materials whose lines count the given parts. */
export function bomReader(partIds: readonly string[]): Read<{readonly lines: readonly BomLineDefinition[]}> {
  const line: Read<BomLineDefinition> = (value, place) => {
    const read = shape(value, place);
    if (read.part !== null) place.at('part').isKnown(read.part, partIds, 'part');
    else if (!read.sku && read.lines.length === 0) {
      place.report('bom-line-empty', 'This line counts nothing. Write "part", "sku" or "lines".');
    }
    return {...read, path: place.path};
  };
  const lines = list(line);
  const shape = object({
    id: plainId,
    name: optional(text),
    part: optional(plainId),
    sku: optional(textOrFormula),
    quantity: formula('number'),
    unit: string,
    when: optional(formula('boolean')),
    lines: optional(lines, []),
  });
  const bom = object({lines});
  return (value, place) => {
    reportDuplicateLines(value, place, new Map());
    return bom(value, place);
  };
}

function reportDuplicateLines(source: unknown, place: Place, seen: Map<string, string>): void {
  const lines = memberOf(source, 'lines');
  if (!Array.isArray(lines)) return;
  reportDuplicates(lines, place.at('lines'), seen);
  lines.forEach((line, index) => reportDuplicateLines(line, place.at('lines', index), seen));
}

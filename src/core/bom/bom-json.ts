import type {BomLine} from './bom.js';

/** The bill of materials as JSON text, the same to the byte for the same lines. */
export function bomJson(lines: readonly BomLine[]): string {
  return `${JSON.stringify(lines.map(plain), null, 2)}\n`;
}

/** With its members in one order. */
function plain({id, path, name, sku, part, quantity, unit, material, sizeMm, lines}: BomLine): BomLine {
  return {id, path, name: sorted(name), sku, part, quantity, unit, material, sizeMm, lines: lines.map(plain)};
}

function sorted(name: BomLine['name']): BomLine['name'] {
  if (name === null || typeof name === 'string') return name;
  return Object.fromEntries(Object.entries(name).sort(([a], [b]) => (a < b ? -1 : 1)));
}

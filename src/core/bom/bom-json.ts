import type {BomLine} from './bom.js';

/** The bill of materials as JSON text: for the same configuration of the same product the same to the byte. */
export function bomJson(lines: readonly BomLine[]): string {
  return `${JSON.stringify(lines, null, 2)}\n`;
}

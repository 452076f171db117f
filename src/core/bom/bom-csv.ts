import {localize} from '../text/localize.js';
import type {BomLine} from './bom.js';

const columns = [
  'path',
  'id',
  'name',
  'sku',
  'part',
  'quantity',
  'unit',
  'material',
  'length mm',
  'width mm',
  'thickness mm',
];

export interface BomCsvOptions {
  /** The language of the names. */
  readonly locale: string;
  /** The language that stands in for it. */
  readonly defaultLocale: string;
}

/**
 * The bill of materials as a table (RFC 4180): a header, then a row for each line of the tree, each before those below
 * it. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function bomCsv(lines: readonly BomLine[], {locale, defaultLocale}: BomCsvOptions): string {
  const rowsOf = ({id, path, name, sku, part, quantity, unit, material, sizeMm, lines: below}: BomLine): string[] => [
    [
      ...[path, id, name === null ? null : localize(name, locale, defaultLocale), sku, part].map(cell),
      ...[quantity, cell(unit), cell(material)],
      ...[0, 1, 2].map((index) => sizeMm[index] ?? ''),
    ].join(','),
    ...below.flatMap(rowsOf),
  ];
  return [columns.join(','), ...lines.flatMap(rowsOf), ''].join('\r\n');
}

function cell(text: string | null): string {
  if (text === null) return '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

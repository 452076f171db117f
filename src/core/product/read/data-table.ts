import {toDecimalString, exactFromNumber} from '../../number/decimal.js';
import {below, report, reportNot, type Place, type Read} from '../json/place.js';
import {list, object, record} from '../json/readers.js';
import type {DataTable} from '../product.js';
import {freeId} from './identity.js';

const cell: Read<string> = (value, place) => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return toDecimalString(exactFromNumber(value));
  return reportNot(place, 'a text or a number', value);
};
const shape = object({columns: list(freeId, {min: 1}), rows: list(list(cell))});

/** The tables that formulas look things up in. */
export const dataTables: Read<Map<string, DataTable>> = record((value, place, id) => {
  const table = freeId(id, place) && shape(value, place);
  if (!table) return undefined;
  checkForm(table, place);
  return {id, ...table};
});

function checkForm({columns, rows}: Pick<DataTable, 'columns' | 'rows'>, place: Place): void {
  columns.forEach((name, index) => {
    if (columns.indexOf(name) === index) return;
    report(below(below(place, 'columns'), index), 'id-duplicate', `There are two columns "${name}". Rename one.`);
  });
  rows.forEach(({length}, index) => {
    if (length === columns.length) return;
    const at = below(below(place, 'rows'), index);
    report(at, 'row-length', `This row has ${length} cells for ${columns.length} columns. Write one for each.`);
  });
}

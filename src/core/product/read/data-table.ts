import {exactFromNumber, toDecimalString} from '../../number/decimal.js';
import type {Read} from '../json/place.js';
import {list, object, record} from '../json/readers.js';
import type {DataTable} from '../product.js';
import {freeId, reportDuplicate} from './identity.js';
import {checkRows} from './rows.js';

const cell: Read<string> = (value, place) => {
  if (typeof value === 'number') return toDecimalString(exactFromNumber(value));
  return typeof value === 'string' ? value : place.failNot('a text or a number', value);
};
const shape = object({columns: list(freeId, 1), rows: list(list(cell))});

/** The tables that formulas look things up in. */
export const dataTables: Read<Map<string, DataTable>> = record((value, place, id) => {
  freeId(id, place);
  const {columns, rows} = shape(value, place);
  const seen = new Map<string, string>();
  columns.forEach((name, index) => reportDuplicate(name, place.at('columns', index), seen));
  checkRows(rows, columns.length, place);
  return {id, columns, rows};
});

import type {Place} from '../json/place.js';

/** Reports rows of a table that do not fit its columns. */
export function checkRows(rows: readonly {readonly length: number}[], columns: number, place: Place): void {
  rows.forEach(({length}, index) => {
    if (length === columns) return;
    place
      .at('rows', index)
      .report('row-length', `This row has ${length} cells. Write ${columns}, one for each column.`);
  });
}

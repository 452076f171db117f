import type {Domains} from '../domains.js';
import type {Propagator} from './propagator.js';

type Row = readonly (readonly number[] | null)[];

/** The values of some variables together are in one of the rows. */
export class TablePropagator implements Propagator {
  readonly variables: readonly number[];
  readonly #rows: readonly Row[];
  /** For each column, which values some row has that is still possible. */
  readonly #supported: readonly Uint8Array[];

  constructor(variables: readonly number[], rows: readonly Row[], sizes: readonly number[]) {
    this.variables = variables;
    this.#rows = rows;
    this.#supported = sizes.map((size) => new Uint8Array(size));
  }

  propagate(domains: Domains): boolean {
    const isOpen = this.variables.map(() => false);
    for (const column of this.#supported) column.fill(0);
    let isFound = false;
    for (const row of this.#rows) {
      if (!this.#fits(row, domains)) continue;
      isFound = true;
      for (let column = 0; column < row.length; column++) {
        const cell = row[column];
        const supported = this.#supported[column];
        if (!cell) isOpen[column] = true;
        else if (supported) for (const index of cell) supported[index] = 1;
      }
    }
    if (!isFound) {
      domains.fail();
      return false;
    }
    this.variables.forEach((variable, column) => {
      if (isOpen[column]) return;
      const supported = this.#supported[column];
      for (let index = domains.min(variable); index >= 0; index = domains.next(variable, index + 1)) {
        if (supported?.[index] !== 1) domains.remove(variable, index);
        if (domains.isEmpty()) return;
      }
    });
    return this.variables.every((variable) => domains.isFixed(variable));
  }

  #fits(row: Row, domains: Domains): boolean {
    for (let column = 0; column < row.length; column++) {
      const cell = row[column];
      const variable = this.variables[column] ?? 0;
      if (cell && !cell.some((index) => domains.has(variable, index))) return false;
    }
    return true;
  }
}

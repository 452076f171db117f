import type {Network} from '../network.js';
import {createRandom} from '../random.js';

export interface TableCatalogueSize {
  readonly columns: number;
  readonly rows: number;
  /** The most values a column has. */
  readonly values: number;
  /** Share of the cells that say "any". Default 0.15. */
  readonly wildcards?: number;
}

/**
 * A catalogue: one table with a row for each article, some columns with many values and most with few, and a second,
 * small table between the first columns.
 */
export function tableCatalogue(seed: number, {columns, rows, values, wildcards = 0.15}: TableCatalogueSize): Network {
  const random = createRandom(seed);
  const vars = Array.from({length: columns}, (_, column) => ({
    n: `c${column}`,
    d: Array.from({length: random.between(2, random.chance(0.3) ? values : Math.min(values, 6))}, (_, index) =>
      column === columns - 1 ? index * 50 + 100 : `v${index}`,
    ),
  }));
  const all = vars.map((_, column) => column);
  const cell = (column: number): number => (random.chance(wildcards) ? -1 : random.below(vars[column]?.d.length ?? 1));
  const articles = Array.from({length: rows}, () => all.map(cell));
  const pair = random.sample(all, Math.min(2, columns));
  // Part of the first table's rows shows up in the second, so that both can hold together.
  const pairs = articles
    .filter((_, index) => index === 0 || random.chance(0.5))
    .map((row) => pair.map((column) => row[column] ?? -1));
  return {
    format: 'cfgn/1',
    name: `table-catalogue-${rows}-${seed}`,
    vars,
    tables: [
      {v: all, r: articles},
      {v: pair, r: pairs},
    ],
  };
}

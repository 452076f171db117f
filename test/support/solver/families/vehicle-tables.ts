import type {Network} from '../network.js';
import {createRandom, type Random} from '../random.js';

export interface VehicleTablesSize {
  readonly variables: number;
  readonly tables: number;
  /** How many rows all tables have together, about. */
  readonly rows: number;
}

/**
 * A vehicle's documentation: many tables over a handful of variables each, linked by a few variables that most of them
 * share (model, engine, country). Rows of one vehicle known in advance are in every table.
 */
export function vehicleTables(seed: number, {variables, tables, rows}: VehicleTablesSize): Network {
  const random = createRandom(seed);
  const sizes = Array.from({length: variables}, (_, variable) =>
    variable < 4 ? random.between(4, 20) : random.chance(0.15) ? random.between(5, 12) : random.between(2, 4),
  );
  const known = sizes.map((size) => random.below(size));
  const perTable = Math.max(2, Math.round(rows / tables));
  return {
    format: 'cfgn/1',
    name: `vehicle-tables-${rows}-${seed}`,
    vars: sizes.map((size, variable) => ({
      n: `v${variable}`,
      d: Array.from({length: size}, (_, index) => (index === 0 && variable > 3 ? -1 : `o${index}`)),
    })),
    tables: Array.from({length: tables}, () => {
      const v = scope(random, sizes, perTable);
      return {v, r: rowsOf(random, {v, sizes, known, count: random.between(perTable >> 1, perTable * 1.5)})};
    }),
  };
}

/** Enough variables for the rows to be a small part of all tuples: one or two shared ones, the rest near each other. */
function scope(random: Random, sizes: readonly number[], rows: number): number[] {
  const chosen = new Set(
    random.sample(
      [0, 1, 2, 3].filter((variable) => variable < sizes.length),
      random.between(1, 2),
    ),
  );
  const start = random.below(sizes.length);
  const tuples = (): number => [...chosen].reduce((product, variable) => product * (sizes[variable] ?? 1), 1);
  while (chosen.size < sizes.length && (chosen.size < 3 || tuples() < rows * 3)) {
    chosen.add((start + random.below(12)) % sizes.length);
    if (random.chance(0.1)) chosen.add(random.below(sizes.length));
  }
  return [...chosen];
}

function rowsOf(
  random: Random,
  {
    v,
    sizes,
    known,
    count,
  }: {
    readonly v: readonly number[];
    readonly sizes: readonly number[];
    readonly known: readonly number[];
    readonly count: number;
  },
): number[][] {
  const rows = new Map<string, number[]>();
  const first = v.map((variable) => known[variable] ?? 0);
  rows.set(first.join(), first);
  for (let tries = 0; rows.size < count && tries < count * 4; tries++) {
    // Neighbours of rows that are there: real tables have structure.
    const from = random.chance(0.6) ? random.pick([...rows.values()].slice(-50)) : null;
    const row = v.map((variable, place) =>
      from && !random.chance(0.3) ? (from[place] ?? 0) : random.below(sizes[variable] ?? 1),
    );
    rows.set(row.join(), row);
  }
  return [...rows.values()];
}

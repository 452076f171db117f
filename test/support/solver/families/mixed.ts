import {numberAt, sizeOf, type Network, type NetworkVariable} from '../network.js';
import {createRandom} from '../random.js';
import {featureTree} from './feature-tree.js';
import {sums} from './sums.js';
import {tableCatalogue} from './table-catalogue.js';

export interface MixedSize {
  /** How many features, and how many of everything else in proportion. */
  readonly features: number;
}

/** A machine: features, a catalogue of drives, sizes with sums, and clauses that join them. */
export function mixed(seed: number, {features}: MixedSize): Network {
  const random = createRandom(seed);
  const parts = [
    featureTree(seed, {features, crossing: 0.2}),
    tableCatalogue(seed + 1, {columns: Math.max(2, features >> 3), rows: Math.max(3, features), values: 12}),
    sums(seed + 2, {variables: Math.max(2, features >> 2), sums: Math.max(1, features >> 3), terms: 6}),
  ];
  const starts = parts.map((_, part) => parts.slice(0, part).reduce((count, {vars}) => count + vars.length, 0));
  const joined = parts.map((part, index) => shift(part, starts[index] ?? 0));
  const vars: NetworkVariable[] = joined.flatMap((part) => [...part.vars]);
  const numbers = vars.flatMap((_, index) => (index >= (starts[2] ?? 0) ? [index] : []));
  const catalogue = parts[1]?.vars ?? [];
  return {
    format: 'cfgn/1',
    name: `mixed-${features}-${seed}`,
    vars: vars.map((variable, index) => ({...variable, n: `m${index}`})),
    cnf: joined.flatMap(({cnf = []}) => cnf),
    lin: joined.flatMap(({lin = []}) => lin),
    clauses: [
      ...joined.flatMap(({clauses = []}) => clauses),
      // "With this feature the size is at least that".
      ...Array.from({length: features >> 2}, () => {
        const number = random.pick(numbers);
        const variable = vars[number] ?? {n: ''};
        const limit = numberAt(variable, random.below(sizeOf(variable)));
        return [
          [random.below(features), '=', 0],
          [number, random.pick(['<=', '>=', '!='] as const), limit],
        ] as const;
      }),
    ],
    tables: [
      ...joined.flatMap(({tables = []}) => tables),
      // Which articles each of a few features takes.
      ...Array.from({length: Math.max(1, features >> 4)}, () => {
        const column = random.below(catalogue.length);
        const size = sizeOf(catalogue[column] ?? {n: ''});
        const allowed = random.sample(
          Array.from({length: size}, (_, index) => index),
          Math.max(1, size >> 1),
        );
        return {
          v: [random.below(features), (starts[1] ?? 0) + column],
          r: [[0, -1], ...allowed.map((index) => [1, index])],
        };
      }),
    ],
  };
}

/** The same network with all its variables moved by so many places. */
function shift({format, name, vars, cnf = [], tables = [], clauses = [], lin = []}: Network, by: number): Network {
  return {
    format,
    name,
    vars,
    cnf: cnf.map((clause) => clause.map((literal) => literal + Math.sign(literal) * by)),
    tables: tables.map(({v, r}) => ({v: v.map((variable) => variable + by), r})),
    clauses: clauses.map((clause) => clause.map(([variable, op, value]) => [variable + by, op, value] as const)),
    lin: lin.map((sum) => ({...sum, v: sum.v.map((variable) => variable + by)})),
  };
}

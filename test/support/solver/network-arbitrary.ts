import * as fc from 'fast-check';
import {featureTree} from './families/feature-tree.js';
import {mixed} from './families/mixed.js';
import {sums} from './families/sums.js';
import {tableCatalogue} from './families/table-catalogue.js';
import {vehicleTables} from './families/vehicle-tables.js';
import {
  constraintsOf,
  sizeOf,
  withConstraints,
  type Comparison,
  type Network,
  type NetworkVariable,
} from './network.js';

const comparison = fc.constantFrom<Comparison>('=', '!=', '<', '<=', '>', '>=');

const variable: fc.Arbitrary<Omit<NetworkVariable, 'n'>> = fc.oneof(
  fc.constant({}),
  fc.integer({min: 1, max: 4}).map((size) => ({d: Array.from({length: size}, (_, index) => `o${index}`)})),
  fc
    .record({from: fc.integer({min: -3, max: 3}), step: fc.constantFrom(1, 2, 5), size: fc.integer({min: 1, max: 5})})
    .map(({from, step, size}) => ({d: Array.from({length: size}, (_, index) => from + index * step)})),
);

/** Places are numbers that are brought into range, so that taking variables away leaves the rest what it is. */
const place = fc.nat(60);
const raw = fc.record({
  vars: fc.array(variable, {minLength: 1, maxLength: 6}),
  cnf: fc.array(fc.array(fc.tuple(place, fc.boolean()), {minLength: 1, maxLength: 4}), {maxLength: 5}),
  tables: fc.array(
    fc.record({
      v: fc.uniqueArray(fc.nat(5), {minLength: 1, maxLength: 4}),
      r: fc.array(fc.array(fc.integer({min: -1, max: 4}), {minLength: 4, maxLength: 4}), {minLength: 1, maxLength: 8}),
    }),
    {maxLength: 2},
  ),
  clauses: fc.array(
    fc.array(fc.tuple(place, comparison, fc.integer({min: -5, max: 12})), {minLength: 1, maxLength: 3}),
    {
      maxLength: 3,
    },
  ),
  lin: fc.array(
    fc.record({
      v: fc.uniqueArray(fc.nat(5), {minLength: 1, maxLength: 6}),
      c: fc.array(fc.integer({min: -3, max: 3}), {minLength: 6, maxLength: 6}),
      op: comparison,
      k: fc.integer({min: -20, max: 30}),
    }),
    {maxLength: 2},
  ),
});

/** A small network with constraints of all kinds. Shrinks to fewer and smaller ones. */
const anything: fc.Arbitrary<Network> = raw.map(({vars: given, cnf, tables, clauses, lin}) => {
  const vars = given.map((each, index) => ({n: `x${index}`, ...each}));
  const places = vars.map((_, index) => index);
  const booleans = places.filter((index) => !vars[index]?.d);
  const countable = places.filter((index) => typeof vars[index]?.d?.[0] !== 'string');
  const among = (items: readonly number[], seed: number): number => items[seed % items.length] ?? 0;
  return {
    format: 'cfgn/1',
    name: 'random',
    vars,
    cnf:
      booleans.length === 0
        ? []
        : cnf.map((clause) => clause.map(([seed, isTrue]) => (among(booleans, seed) + 1) * (isTrue ? 1 : -1))),
    tables: tables.flatMap(({v, r}) => {
      const columns = v.filter((index) => index < vars.length);
      if (columns.length === 0) return [];
      const cell = (index: number, column: number): number => Math.min(index, sizeOf(vars[column] ?? {n: ''}) - 1);
      return [{v: columns, r: r.map((row) => columns.map((column, at) => cell(row[at] ?? -1, column)))}];
    }),
    clauses:
      countable.length === 0
        ? []
        : clauses.map((clause) => clause.map(([seed, op, value]) => [among(countable, seed), op, value] as const)),
    lin: lin.flatMap(({v, c, op, k}) => {
      const terms = v.filter((index) => countable.includes(index));
      return terms.length === 0 ? [] : [{v: terms, c: terms.map((_, at) => c[at] ?? 0), op, k}];
    }),
  };
});

const families: readonly ((seed: number, size: number) => Network)[] = [
  (seed, size) => featureTree(seed, {features: 2 + size, alternatives: 0.4}),
  (seed, size) => tableCatalogue(seed, {columns: 2 + (size >> 1), rows: 2 + size, values: 4}),
  (seed, size) => vehicleTables(seed, {variables: 3 + (size >> 1), tables: 1 + (size >> 1), rows: 4 * size + 4}),
  (seed, size) => sums(seed, {variables: 3 + (size >> 1), sums: 1 + (size >> 2), terms: 6, values: 5}),
  (seed, size) => mixed(seed, {features: 2 + (size >> 1)}),
];

/** A small model of one of the field's families. Shrinks to smaller ones, and to some of the constraints. */
const family: fc.Arbitrary<Network> = fc
  .record({make: fc.constantFrom(...families), seed: fc.nat(), size: fc.nat(8)})
  .map(({make, seed, size}) => make(seed, size))
  // Numbers of enumerated solutions must stay small.
  .filter(({vars}) => vars.reduce((product, each) => product * sizeOf(each), 1) <= 40_000)
  .chain((network) => {
    const constraints = constraintsOf(network);
    const all = constraints.map((_, index) => index);
    return fc.oneof({weight: 3, arbitrary: fc.constant(all)}, {weight: 1, arbitrary: fc.subarray(all)}).map((kept) =>
      withConstraints(
        network,
        kept.flatMap((index) => constraints[index] ?? []),
      ),
    );
  });

/** Networks whose solutions can be listed. */
export const smallNetwork: fc.Arbitrary<Network> = fc.oneof(anything, family);

/** Somebody chooses, by seeds that are brought into range; one in seven takes a choice back. */
export interface SeededStep {
  readonly variable: number;
  readonly index: number;
  readonly isRelease: boolean;
}

export const seededSteps: fc.Arbitrary<SeededStep[]> = fc.array(
  fc.record({
    variable: fc.nat(60),
    index: fc.nat(60),
    isRelease: fc.oneof({weight: 6, arbitrary: fc.constant(false)}, {weight: 1, arbitrary: fc.constant(true)}),
  }),
  {minLength: 1, maxLength: 7},
);

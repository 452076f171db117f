import * as fc from 'fast-check';
import {featureTree} from './families/feature-tree.js';
import {mixed} from './families/mixed.js';
import {sums} from './families/sums.js';
import {tableCatalogue} from './families/table-catalogue.js';
import {vehicleTables} from './families/vehicle-tables.js';
import {
  constraintsOf,
  numberAt,
  sizeOf,
  withConstraints,
  type Comparison,
  type Network,
  type NetworkVariable,
} from './network.js';

const comparison = fc.constantFrom<Comparison>('=', '!=', '<', '<=', '>', '>=');

const variable: fc.Arbitrary<Omit<NetworkVariable, 'n'>> = fc.oneof(
  {weight: 6, arbitrary: fc.constant({})},
  {
    weight: 2,
    arbitrary: fc.integer({min: 1, max: 4}).map((size) => ({d: Array.from({length: size}, (_, index) => `o${index}`)})),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({from: fc.integer({min: -3, max: 3}), step: fc.constantFrom(1, 2, 5), size: fc.integer({min: 1, max: 5})})
      .map(({from, step, size}) => ({d: Array.from({length: size}, (_, index) => from + index * step)})),
  },
);

/** Places are numbers that are brought into range, so that taking variables away leaves the rest what it is. */
const place = fc.nat(60);
const columns = (minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.nat(8), {minLength, maxLength, size: 'max'});
const raw = fc.record({
  /** Values that most constraints allow, so that few networks have no solution. */
  known: fc.array(fc.nat(4), {minLength: 9, maxLength: 9}),
  vars: fc.array(variable, {minLength: 1, maxLength: 9, size: 'max'}),
  cnf: fc.array(fc.array(fc.tuple(place, fc.boolean()), {minLength: 1, maxLength: 5, size: 'max'}), {
    maxLength: 6,
    size: 'max',
  }),
  tables: fc.array(
    fc.record({
      v: columns(2, 4),
      r: fc.array(fc.tuple(cell(), cell(), cell(), cell()), {minLength: 1, maxLength: 14, size: 'max'}),
    }),
    {maxLength: 3},
  ),
  clauses: fc.array(
    fc.array(fc.tuple(place, comparison, fc.integer({min: -2, max: 2})), {minLength: 1, maxLength: 3, size: 'max'}),
    {maxLength: 3},
  ),
  lin: fc.array(
    fc.record({
      v: columns(2, 7),
      c: fc.array(fc.constantFrom(1, -1, 2, 3, -2), {minLength: 7, maxLength: 7}),
      op: comparison,
      slack: fc.nat(4),
    }),
    {maxLength: 3},
  ),
});

function cell(): fc.Arbitrary<number> {
  return fc.oneof({weight: 1, arbitrary: fc.constant(-1)}, {weight: 3, arbitrary: fc.nat(4)});
}

/** A small network with constraints of all kinds. Shrinks to fewer and smaller ones. */
const anything: fc.Arbitrary<Network> = raw
  .map(({vars: given, known, cnf, tables, clauses, lin}): Network => {
    const vars = given.map((each, index) => ({n: `x${index}`, ...each}));
    const places = vars.map((_, index) => index);
    const booleans = places.filter((index) => !vars[index]?.d);
    const countable = places.filter((index) => typeof vars[index]?.d?.[0] !== 'string');
    const among = (items: readonly number[], seed: number): number => items[seed % items.length] ?? 0;
    const definition = (index: number): NetworkVariable => vars[index] ?? {n: ''};
    const lastIndex = (index: number): number => sizeOf(definition(index)) - 1;
    const knownIndex = (index: number): number => Math.min(known[index] ?? 0, lastIndex(index));
    const knownNumber = (index: number): number => numberAt(definition(index), knownIndex(index));
    return {
      format: 'cfgn/1',
      name: 'random',
      vars,
      cnf:
        booleans.length === 0
          ? []
          : cnf.map((clause) => clause.map(([seed, isTrue]) => (among(booleans, seed) + 1) * (isTrue ? 1 : -1))),
      tables: tables.flatMap(({v, r}) => {
        const there = v.filter((index) => index < vars.length);
        const row = (cells: readonly number[]): number[] =>
          there.map((column, at) => Math.min(cells[at] ?? -1, lastIndex(column)));
        return there.length === 0 ? [] : [{v: there, r: [there.map(knownIndex), ...r.map(row)]}];
      }),
      clauses:
        countable.length === 0
          ? []
          : clauses.map((clause) =>
              clause.map(
                ([seed, op, value]) =>
                  [among(countable, seed), op, knownNumber(among(countable, seed)) + value] as const,
              ),
            ),
      lin: lin.flatMap(({v, c, op, slack}) => {
        const terms = v.filter((index) => countable.includes(index));
        const total = terms.reduce((sum, index, at) => sum + (c[at] ?? 0) * knownNumber(index), 0);
        const k = op === '=' ? total : op === '>' || op === '>=' ? total - slack : total + slack;
        return terms.length === 0 ? [] : [{v: terms, c: terms.map((_, at) => c[at] ?? 0), op, k}];
      }),
    };
  })
  .filter(isSmall);

/** Whether its solutions can be listed in no time. */
function isSmall({vars}: Network): boolean {
  return vars.reduce((product, each) => product * sizeOf(each), 1) <= 20_000;
}

const families: readonly ((seed: number, size: number) => Network)[] = [
  (seed, size) => featureTree(seed, {features: 3 + size, alternatives: 0.3, crossing: 0.2}),
  (seed, size) => tableCatalogue(seed, {columns: 2 + (size >> 1), rows: 2 + size, values: 4}),
  (seed, size) => vehicleTables(seed, {variables: 3 + (size >> 1), tables: 1 + (size >> 1), rows: 10 * size + 4}),
  (seed, size) => sums(seed, {variables: 3 + (size >> 1), sums: 1 + (size >> 2), terms: 6, values: 5}),
  (seed, size) => mixed(seed, {features: 2 + (size >> 1)}),
];

/** A small model of one of the field's families. Shrinks to smaller ones, and to some of the constraints. */
const family: fc.Arbitrary<Network> = fc
  .record({make: fc.constantFrom(...families), seed: fc.nat(), size: fc.nat(10)})
  .map(({make, seed, size}) => make(seed, size))
  .filter(isSmall)
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
  {minLength: 3, maxLength: 16, size: 'max'},
);

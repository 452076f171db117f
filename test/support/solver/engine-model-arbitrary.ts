import * as fc from 'fast-check';
import type {EngineConstraint, EngineModel, EngineVariable} from '../../../src/core/solver/engine/engine-model.js';
import {atMost, equal, not, offsetsOf, type Literal} from '../../../src/core/solver/engine/literal.js';
import {allDiffer, hasSameParity, isBelow, isProduct} from './toy-propagators.js';

/** A literal by numbers that are brought into range. */
export interface SeededLiteral {
  readonly variable: number;
  readonly index: number;
  readonly isBound: boolean;
  readonly isNegated: boolean;
}

export const seededLiteral: fc.Arbitrary<SeededLiteral> = fc.record({
  variable: fc.nat(30),
  index: fc.nat(400),
  isBound: fc.oneof({weight: 2, arbitrary: fc.constant(false)}, {weight: 1, arbitrary: fc.constant(true)}),
  isNegated: fc.boolean(),
});

/** The literal of a model that a seeded one stands for. */
export function literalOf(
  variables: readonly EngineVariable[],
  {variable, index, isBound, isNegated}: SeededLiteral,
): Literal {
  const place = variable % variables.length;
  const at = index % (variables[place]?.size ?? 1);
  // Only the values of ordered variables have a "before".
  const literal = (isBound && variables[place]?.isOrdered ? atMost : equal)(offsetsOf(variables), place, at);
  return isNegated ? not(literal) : literal;
}

const variable: fc.Arbitrary<EngineVariable> = fc.record({
  size: fc.oneof(
    {weight: 5, arbitrary: fc.constant(2)},
    {weight: 5, arbitrary: fc.integer({min: 1, max: 5})},
    {weight: 1, arbitrary: fc.integer({min: 257, max: 300})},
  ),
  isOrdered: fc.boolean(),
});

const condition = fc.option(seededLiteral, {freq: 3, nil: null});
const columns = (minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.nat(30), {minLength, maxLength, size: 'max'});
const weight = fc.oneof(
  {weight: 4, arbitrary: fc.integer({min: -4, max: 8})},
  {weight: 1, arbitrary: fc.constantFrom(1e6, -1e6)},
);

/** A constraint in seeds; `place` it to have it on variables. */
type Placed = (variables: readonly EngineVariable[]) => EngineConstraint | null;

const clauses: fc.Arbitrary<Placed> = fc
  .record({
    condition,
    all: fc.array(fc.array(seededLiteral, {minLength: 1, maxLength: 4, size: 'max'}), {minLength: 1, maxLength: 4}),
  })
  .map(({condition: when, all}) => (variables) => {
    const placed = all.map((clause) => clause.map((literal) => literalOf(variables, literal)));
    let end = 0;
    return {
      kind: 'clauses',
      condition: when && literalOf(variables, when),
      literals: Int32Array.from(placed.flat()),
      ends: Int32Array.from(placed, ({length}) => (end += length)),
    };
  });

const cell = fc.oneof(
  {weight: 2, arbitrary: fc.constant(-1)},
  {weight: 6, arbitrary: fc.nat(6)},
  {weight: 2, arbitrary: fc.uniqueArray(fc.nat(6), {minLength: 1, maxLength: 3})},
);

const table: fc.Arbitrary<Placed> = fc
  .record({
    condition,
    v: columns(1, 4),
    rows: fc.array(fc.tuple(cell, cell, cell, cell), {minLength: 1, maxLength: 10, size: 'max'}),
  })
  .map(({condition: when, v, rows}) => (variables) => {
    const scope = distinct(v, variables);
    const placed = (from: number | readonly number[], column: number): number | number[] => {
      const size = variables[scope[column] ?? 0]?.size ?? 1;
      if (typeof from !== 'number') return [...new Set(from.map((index) => index % size))];
      return from < 0 ? -1 : from % size;
    };
    return {
      kind: 'table',
      condition: when && literalOf(variables, when),
      variables: scope,
      rows: rows.map((row) => scope.map((_, column) => placed(row[column] ?? -1, column))),
    };
  });

const sum: fc.Arbitrary<Placed> = fc
  .record({
    condition,
    v: columns(1, 6),
    weights: fc.array(weight, {minLength: 12, maxLength: 12}),
    operator: fc.constantFrom('<=' as const, '==' as const, '!=' as const),
    known: fc.array(fc.nat(4), {minLength: 6, maxLength: 6}),
    slack: fc.integer({min: -1, max: 4}),
  })
  .map(({condition: when, v, weights, operator, known, slack}) => (variables) => {
    const scope = distinct(v, variables);
    const own = scope.map((place, at) =>
      Array.from({length: variables[place]?.size ?? 1}, (_, index) => weights[(at * 5 + index) % weights.length] ?? 0),
    );
    // What some values add up to, so that few sums are out of reach.
    const total = own.reduce((all, list, at) => all + (list[(known[at] ?? 0) % list.length] ?? 0), 0);
    return {
      kind: 'sum',
      condition: when && literalOf(variables, when),
      variables: scope,
      weights: own,
      operator,
      total: operator === '==' ? total : total + slack,
    };
  });

const code: fc.Arbitrary<Placed> = fc
  .record({
    condition,
    v: columns(2, 3),
    kind: fc.constantFrom('below', 'parity', 'differ', 'product'),
    gap: fc.integer({min: -1, max: 1}),
  })
  .map(({condition: when, v, kind, gap}) => (variables) => {
    const scope = distinct(v, variables);
    const [a = 0, b = 0, c] = scope;
    if (scope.length < 2) return null;
    const propagator =
      kind === 'below'
        ? isBelow(a, b, gap)
        : kind === 'parity'
          ? hasSameParity(a, b)
          : kind === 'product' && c !== undefined
            ? isProduct(a, b, c)
            : allDiffer(scope);
    return {kind: 'propagator', condition: when && literalOf(variables, when), propagator};
  });

function distinct(seeds: readonly number[], variables: readonly EngineVariable[]): number[] {
  return [...new Set(seeds.map((seed) => seed % variables.length))];
}

/** Small models with constraints of every kind, with and without conditions. Some have no solution. */
export const smallEngineModel: fc.Arbitrary<EngineModel> = fc
  .record({
    variables: fc.array(variable, {minLength: 1, maxLength: 8, size: 'max'}),
    constraints: fc.array(fc.oneof(clauses, table, sum, code), {maxLength: 6, size: 'max'}),
  })
  // All combinations are tried one by one.
  .filter(({variables}) => variables.reduce((product, {size}) => product * size, 1) <= 2000)
  .map(({variables, constraints}) => ({
    variables,
    constraints: constraints.flatMap((placed) => placed(variables) ?? []),
  }));

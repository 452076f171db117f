import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createEngine} from '../../../../src/core/solver/engine/create-engine.js';
import {IMPOSSIBLE, POSSIBLE, UNCHECKED, type Engine} from '../../../../src/core/solver/engine/engine.js';
import type {EngineConstraint, EngineModel} from '../../../../src/core/solver/engine/engine-model.js';
import {atMost, equal, not, offsetsOf, type Literal} from '../../../../src/core/solver/engine/literal.js';

interface Literals {
  is(variable: number, index: number): Literal;
  upTo(variable: number, index: number): Literal;
  not(literal: Literal): Literal;
}

/** Variables of these sizes; a negative one is ordered. */
function modelOf(sizes: readonly number[], constrain: (literals: Literals) => EngineConstraint[]): EngineModel {
  const variables = sizes.map((size) => ({size: Math.abs(size), isOrdered: size < 0}));
  const offsets = offsetsOf(variables);
  const literals: Literals = {
    is: (variable, index) => equal(offsets, variable, index),
    upTo: (variable, index) => atMost(offsets, variable, index),
    not,
  };
  return {variables, constraints: constrain(literals)};
}

function clauses(...all: Literal[][]): EngineConstraint {
  let end = 0;
  return {kind: 'clauses', literals: all.flat(), ends: all.map(({length}) => (end += length))};
}

/** The indices that are possible for a variable. */
function possible(engine: Engine, variable: number): number[] {
  engine.advance();
  const [first = 0, end = 0] = [engine.offsets[variable], engine.offsets[variable + 1]];
  return [...engine.states.subarray(first, end)].flatMap((state, index) => (state === POSSIBLE ? [index] : []));
}

const at = (engine: Engine, variable: number, index: number): Literal => (engine.offsets[variable] ?? 0) + index;

describe('an engine', () => {
  const implication = modelOf([2, 3, 2], ({is}) => [clauses([is(0, 0), is(1, 2)], [is(1, 0), is(1, 1), is(2, 1)])]);

  it('bars what a choice leaves no solution for, and lets it in again', () => {
    const engine = createEngine(implication);
    assert.deepEqual(possible(engine, 1), [0, 1, 2]);
    assert.equal(engine.choose(7, [at(engine, 0, 1)]), true);
    assert.deepEqual(possible(engine, 1), [2]);
    assert.deepEqual(possible(engine, 2), [1]);
    assert.equal(engine.choose(8, [at(engine, 1, 0)]), false);
    engine.release(7);
    assert.deepEqual(possible(engine, 1), [0, 1, 2]);
  });

  it('reports what has changed since it was last asked', () => {
    const engine = createEngine(implication);
    engine.advance();
    engine.takeChanges();
    engine.choose(7, [at(engine, 1, 2)]);
    engine.advance();
    const values = [at(engine, 1, 0), at(engine, 1, 1), at(engine, 2, 0)];
    assert.deepEqual(
      Array.from(engine.takeChanges()).sort((a, b) => a - b),
      values,
    );
    engine.release(7);
    assert.ok(values.some((value) => engine.states[value] === UNCHECKED));
    engine.advance();
    assert.deepEqual(
      Array.from(engine.takeChanges()).sort((a, b) => a - b),
      values,
    );
  });

  it('says so when there is no solution', () => {
    const hopeless = modelOf([3], ({is}) => [clauses([is(0, 0)], [is(0, 1)])]);
    assert.throws(() => createEngine(hopeless), {code: 'solution-missing'});
  });

  it('knows tables with cells of several values', () => {
    const engine = createEngine(
      modelOf([3, 3, 2], () => [
        {kind: 'table', variables: [0, 1, 2], rows: [[0, [1, 2], 0], [1, -1, 1], [2, 0, -1]]}, // prettier-ignore
      ]),
    );
    engine.choose(0, [at(engine, 2, 0)]);
    assert.deepEqual(possible(engine, 0), [0, 2]);
    engine.choose(1, [at(engine, 1, 0)]);
    assert.deepEqual(possible(engine, 0), [2]);
  });

  it('knows that a row with a cell without values never holds', () => {
    const rows = [
      [0, []],
      [1, [0, 1]],
    ];
    const engine = createEngine(modelOf([2, 3], () => [{kind: 'table', variables: [0, 1], rows}]));
    assert.deepEqual(possible(engine, 0), [1]);
    assert.deepEqual(possible(engine, 1), [0, 1]);
  });

  it('keeps a constraint only while its condition is true', () => {
    const engine = createEngine(
      modelOf([2, -10, -10], ({is}) => [
        {
          kind: 'sum',
          variables: [1, 2],
          weights: [counted(10), counted(10)],
          operator: '<=',
          total: 5,
          condition: is(0, 1),
        },
      ]),
    );
    engine.choose(1, [at(engine, 1, 4)]);
    assert.deepEqual(possible(engine, 2), counted(10));
    engine.choose(0, [at(engine, 0, 1)]);
    assert.deepEqual(possible(engine, 2), [0, 1]);
    engine.release(0);
    engine.choose(2, [at(engine, 2, 2)]);
    assert.deepEqual(possible(engine, 0), [0]);
  });

  it('doubts what was possible while a choice changes what a condition puts in force', () => {
    const rows = [[0], [1]].map(([index = 0]) => [index, index]);
    const model = modelOf([2, 2, 2], ({is}) => [
      {kind: 'table', variables: [0, 2], rows, condition: is(1, 1)},
      {kind: 'table', variables: [2], rows: [[0]], condition: is(1, 1)},
    ]);
    const engine = createEngine(model);
    assert.deepEqual(possible(engine, 1), [0, 1]);
    engine.choose(7, [at(engine, 0, 1)]);
    assert.deepEqual(possible(engine, 1), [0]);
  });

  it('finds the exact ends of large variables', () => {
    const engine = createEngine(
      modelOf([-5000, -5000], () => [
        {kind: 'sum', variables: [0, 1], weights: [counted(5000), counted(5000)], operator: '==', total: 6000},
      ]),
    );
    assert.deepEqual(engine.bounds(0), {min: 1001, max: 4999});
    const total = engine.offsets.at(-1) ?? 0;
    engine.choose(0, [not(total + at(engine, 1, 2499))]);
    assert.deepEqual(engine.bounds(0), {min: 1001, max: 3500});
    assert.deepEqual([engine.states[at(engine, 0, 3500)], engine.states[at(engine, 0, 3501)]], [POSSIBLE, IMPOSSIBLE]);
  });

  it('explains with the choices that matter and repairs with the fewest, the oldest first', () => {
    const engine = createEngine(modelOf([2, 2, 2, 2], ({is}) => [clauses([is(0, 0), is(1, 0), is(2, 0)])]));
    for (const variable of [3, 1, 0]) engine.choose(variable, [at(engine, variable, 1)]);
    assert.deepEqual(engine.explain([at(engine, 2, 1)]), [1, 0]);
    assert.deepEqual(engine.repair([at(engine, 2, 1)], 5), [[1], [0]]);
    assert.equal(engine.explain([at(engine, 2, 0)]), null);
    assert.deepEqual(possible(engine, 2), [0]);
  });

  it('completes with the nearest where the preferred is impossible', () => {
    const engine = createEngine(modelOf([-9, 3], ({upTo, is}) => [clauses([not(upTo(0, 5))], [is(1, 1), is(1, 2)])]));
    assert.deepEqual([...engine.complete([2, 0], [0, 1])], [6, 1]);
    assert.deepEqual([...engine.complete([8, 2], [1, 0])], [8, 2]);
    const gap = modelOf([-9], ({is}) => [clauses(...[2, 3, 4, 5].map((index) => [not(is(0, index))]))]);
    const nearest = counted(9).map((index) => createEngine(gap).complete([index], [0])[0]);
    assert.deepEqual(nearest, [0, 1, 1, 1, 6, 6, 6, 7, 8]);
  });

  it('completes the same way each time', () => {
    // Of the last two exactly one, while the first is 1; else both are the third.
    const engine = createEngine(
      modelOf([2, 3, 3], ({is, not: isNot}) => [
        clauses([is(0, 1), is(1, 2)], [is(0, 1), is(2, 2)], [is(0, 0), isNot(is(1, 2))], [is(0, 0), isNot(is(2, 2))]),
        {
          kind: 'sum',
          variables: [1, 2],
          weights: [
            [0, 1, 5],
            [0, 1, 5],
          ],
          operator: '!=',
          total: 0,
        },
        {
          kind: 'sum',
          variables: [1, 2],
          weights: [
            [0, 1, -5],
            [0, 1, -5],
          ],
          operator: '<=',
          total: 1,
        },
      ]),
    );
    for (let time = 0; time < 3; time++) {
      assert.deepEqual(Array.from(engine.complete([1, 0, 0], [0, 1, 2])), [1, 0, 1]);
      engine.advance();
    }
  });

  it('finds a solution beside the choices, a little at a time', () => {
    const engine = createEngine(implication);
    engine.choose(7, [at(engine, 0, 1)]);
    const wanted = [at(engine, 1, 0)];
    assert.equal(engine.isPossible(wanted), false);
    assert.equal(engine.find(wanted, 0), undefined);
    const found = engine.find(wanted);
    assert.ok(found);
    assert.deepEqual([found[0], found[1]], [0, 0]);
    assert.deepEqual(engine.bounds(1, wanted), {min: 0, max: 0});
    assert.equal(engine.bounds(1, wanted, -1), undefined);
    assert.deepEqual(engine.bounds(1), {min: 2, max: 2});
    assert.deepEqual(engine.explain(wanted), [7]);
    assert.equal(engine.explain(wanted, []), null);
    assert.deepEqual(possible(engine, 1), [2]);
  });

  it('ends a question that takes more work than allowed', () => {
    // Nine pigeons in eight holes: short to say, long to find out.
    const pigeons = modelOf(
      Array.from({length: 9}, () => 9),
      ({is}) => [
        clauses(
          ...counted(8).flatMap((hole) =>
            counted(9).flatMap((one) =>
              counted(one).map((other) => [not(is(one, hole)), not(is(other, hole)), is(8, 8)]),
            ),
          ),
          ...counted(8).map((pigeon) => [not(is(pigeon, 8)), is(8, 8)]),
        ),
      ],
    );
    const engine = createEngine(pigeons, {workLimit: 2000});
    assert.throws(() => engine.isPossible([not(at(engine, 8, 8))]), {code: 'search-limit'});
    assert.equal(engine.isPossible([at(engine, 8, 8)]), true);
    assert.equal(engine.advance(100), false);
  });

  it('chooses anew with one call', () => {
    const engine = createEngine(implication);
    const choice = (variable: number, index: number) => ({key: variable, literals: [at(engine, variable, index)]});
    assert.equal(engine.chooseAll([choice(0, 1), choice(2, 1)]), true);
    assert.equal(engine.chooseAll([choice(2, 0), choice(0, 1)]), false);
    assert.deepEqual(possible(engine, 2), [0]);
    assert.deepEqual(possible(engine, 0), [0]);
  });
});

function counted(length: number): number[] {
  return Array.from({length}, (_, index) => index);
}

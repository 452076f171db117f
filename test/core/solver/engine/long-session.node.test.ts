import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createEngine} from '../../../../src/core/solver/engine/create-engine.js';
import type {EngineConstraint, EngineModel} from '../../../../src/core/solver/engine/engine-model.js';
import {equal, not, offsetsOf} from '../../../../src/core/solver/engine/literal.js';

const variables = Array.from({length: 24}, () => ({size: 3, isOrdered: false}));
const offsets = offsetsOf(variables);

/** Numbers that are the same on every run, from 0 to `end - 1`. */
function sequence(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

/** Clauses of three values of which one must be left out, and a table; whatever is chosen first has solutions. */
function modelOf(next: (end: number) => number): EngineModel {
  const literals: number[] = [];
  const ends: number[] = [];
  for (let clause = 0; clause < 60; clause++) {
    for (let place = 0; place < 3; place++) literals.push(not(equal(offsets, next(24), 1 + next(2))));
    ends.push(literals.length);
  }
  const rows = Array.from({length: 40}, () => [next(3), next(3), next(3)]);
  const constraints: EngineConstraint[] = [
    {kind: 'clauses', literals, ends},
    {kind: 'table', variables: [0, 1, 2], rows: [...rows, [0, 0, 0]]},
    {kind: 'table', variables: [3, 4], rows: [...rows.map(([one = 0, other = 0]) => [one, other]), [0, 0]]},
  ];
  return {variables, constraints};
}

describe('an engine in a long session', () => {
  it('knows after thousands of choices to and fro what a new one knows', () => {
    const next = sequence(11);
    const model = modelOf(next);
    const engine = createEngine(model);
    /** By variable, oldest first. */
    const chosen = new Map<number, number>();
    for (let step = 1; step <= 8000; step++) {
      const variable = next(24);
      if (chosen.size > 3 + next(6)) {
        const [released = 0] = [...chosen.keys()].slice(next(chosen.size));
        engine.release(released);
        chosen.delete(released);
      } else if (!chosen.has(variable)) {
        const index = next(3);
        if (engine.choose(variable, [equal(offsets, variable, index)])) chosen.set(variable, index);
      }
      engine.advance();
      if (step % 400 !== 0) continue;
      const fresh = createEngine(model);
      for (const [key, index] of chosen) assert.equal(fresh.choose(key, [equal(offsets, key, index)]), true);
      fresh.advance();
      assert.deepEqual([...engine.states], [...fresh.states], `after ${step} steps`);
    }
  });
});

import {isOrdered} from './compile/ranges.js';
import type {Engine} from './engine/engine.js';
import {atMost, equal, not} from './engine/literal.js';
import type {Model} from './model.js';

/** Names of choices that are in force while a solution is completed. */
const before = 2 ** 30;
const side = before + 1;

/**
 * The solution of the choices in force that `Solver.complete` promises.
 */
export function complete(engine: Engine, {variables}: Model, preferred: Int32Array): Int32Array {
  const {offsets} = engine;
  const order = [...variables.keys()];
  // Where nothing is preferred it is the first value.
  const wanted = new Int32Array(engine.model.variables.length).fill(-1);
  variables.forEach(({size}, variable) => {
    const value = preferred[variable] ?? -1;
    wanted[variable] = value < 0 || value >= size ? 0 : value;
  });
  for (;;) {
    const solution = engine.complete(wanted, order);
    const missed = order.find((variable) => solution[variable] !== wanted[variable]);
    if (missed === undefined) return solution.slice(0, variables.length);
    // Those before it are settled.
    const settled = order.slice(0, missed);
    engine.choose(
      before,
      settled.map((variable) => equal(offsets, variable, solution[variable] ?? 0)),
    );
    wanted[missed] = nearest(missed);
  }

  function nearest(variable: number): number {
    const definition = variables[variable];
    const value = preferred[variable] ?? -1;
    if (definition && isOrdered(definition) && value >= 0 && value < definition.properSize) {
      const isBelow = value > 0 && engine.choose(side, [atMost(offsets, variable, value - 1)]);
      const below = isBelow ? engine.bounds(variable).max : -Infinity;
      const last = definition.properSize - 1;
      const isAbove = engine.choose(side, [not(atMost(offsets, variable, value)), atMost(offsets, variable, last)]);
      const above = isAbove ? engine.bounds(variable).min : Infinity;
      engine.release(side);
      if (isBelow || isAbove) return above - value < value - below ? above : below;
    }
    return engine.bounds(variable).min;
  }
}

import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as fc from 'fast-check';
import {IMPOSSIBLE, POSSIBLE, UNCHECKED} from '../../../../src/core/solver/engine/engine.js';
import type {EngineModel} from '../../../../src/core/solver/engine/engine-model.js';
import {findMinimum} from '../../../../src/core/solver/engine/minimum.js';
import {smallestRepairs} from '../../../support/solver/check-session.js';
import {chosenStory, EngineScenario, engineStory, type EngineCommand} from '../../../support/solver/engine-scenario.js';
import {smallEngineModel} from '../../../support/solver/engine-model-arbitrary.js';
import {sweep} from '../../../support/solver/sweep.js';

/** Variables with more values have bounds instead of states. */
const maxStates = 256;

/** The states of variables that have them, as they must be when all is known. */
function expectedStates(scenario: EngineScenario): (number | null)[] {
  const left = scenario.left();
  return scenario.model.variables.flatMap(({size}, variable) => {
    const possible = new Set(left.map((solution) => solution[variable]));
    return Array.from({length: size}, (_, index) =>
      size > maxStates ? null : possible.has(index) ? POSSIBLE : IMPOSSIBLE,
    );
  });
}

function checkStates(scenario: EngineScenario, isAllKnown: boolean): void {
  expectedStates(scenario).forEach((expected, place) => {
    const found = scenario.engine.states[place];
    if (expected === null || (!isAllKnown && found === UNCHECKED)) return;
    assert.equal(found, expected, `state ${place}`);
  });
}

/** Opens a model and does what a story says; `null` when there is no solution. */
function after({model, commands}: {model: EngineScenario['model']; commands: readonly EngineCommand[]}) {
  const scenario = EngineScenario.open(model);
  for (const command of commands) scenario?.run(command);
  return scenario;
}

/** The preferred index if some solution has it; else the nearest of an ordered variable, the first of any other. */
function bestIndex(
  {variables}: EngineModel,
  variable: number,
  preferred: number,
  solutions: readonly number[][],
): number {
  const possible = [...new Set(solutions.map((solution) => solution[variable] ?? 0))].sort((a, b) => a - b);
  if (possible.includes(preferred)) return preferred;
  if (variables[variable]?.isOrdered !== true) return possible[0] ?? 0;
  return possible.reduce((best, index) => (Math.abs(index - preferred) < Math.abs(best - preferred) ? index : best));
}

describe('an engine, beside a list of all solutions', () => {
  it('notices when there is none', (test) => {
    sweep(
      test,
      fc.property(smallEngineModel, (model) => void EngineScenario.open(model)),
    );
  });

  it('has exact states after every call once it has advanced', (test) => {
    sweep(
      test,
      fc.property(engineStory, ({model, commands}) => {
        const scenario = EngineScenario.open(model);
        if (!scenario) return;
        assert.equal(scenario.engine.advance(), true);
        checkStates(scenario, true);
        for (const command of commands) {
          scenario.run(command);
          assert.equal(scenario.engine.advance(), true);
          checkStates(scenario, true);
        }
      }),
    );
  });

  it('never says of a value what is not so, however little it may work', (test) => {
    sweep(
      test,
      fc.property(engineStory, fc.nat(40), ({model, commands}, work) => {
        const scenario = EngineScenario.open(model);
        if (!scenario) return;
        for (const command of commands) {
          scenario.run(command);
          checkStates(scenario, scenario.engine.advance(work));
        }
        for (let rounds = 0; !scenario.engine.advance(work + 1); rounds++) assert.ok(rounds < 10_000, 'it ends');
        checkStates(scenario, true);
      }),
    );
  });

  it('reports every state that changes', (test) => {
    sweep(
      test,
      fc.property(engineStory, ({model, commands}) => {
        const scenario = EngineScenario.open(model);
        if (!scenario) return;
        const {engine} = scenario;
        engine.takeChanges();
        for (const command of commands) {
          const before = engine.states.slice();
          scenario.run(command);
          engine.advance();
          const told = new Set(Array.from(engine.takeChanges()));
          before.forEach((state, place) => {
            if (state !== engine.states[place]) assert.ok(told.has(place), `the change at ${place} is not told`);
          });
          assert.deepEqual(Array.from(engine.takeChanges()), []);
        }
      }),
    );
  });

  it('answers whether literals are possible together', (test) => {
    sweep(
      test,
      fc.property(engineStory, ({model, commands, wanted}) => {
        const scenario = after({model, commands});
        if (!scenario) return;
        const literals = scenario.literals(wanted);
        assert.equal(scenario.engine.isPossible(literals), scenario.left(scenario.choices, literals).length > 0);
        scenario.engine.advance();
        checkStates(scenario, true);
      }),
    );
  });

  it('finds the exact bounds of every variable', (test) => {
    sweep(
      test,
      fc.property(engineStory, ({model, commands}) => {
        const scenario = after({model, commands});
        if (!scenario) return;
        model.variables.forEach((_, variable) => {
          const indices = scenario.left().map((solution) => solution[variable] ?? 0);
          const expected = {min: Math.min(...indices), max: Math.max(...indices)};
          assert.deepEqual({...scenario.engine.bounds(variable)}, expected, `bounds of ${variable}`);
        });
      }),
    );
  });

  it('has a solution that keeps all choices', (test) => {
    sweep(
      test,
      fc.property(engineStory, ({model, commands}) => {
        const scenario = after({model, commands});
        if (!scenario) return;
        const found = scenario.engine.solution().join();
        assert.ok(
          scenario.left().some((solution) => solution.join() === found),
          `${found} is no solution`,
        );
      }),
    );
  });

  it('completes with what is preferred, variable after variable', (test) => {
    const preferences = fc.array(fc.integer({min: -1, max: 4}), {minLength: 8, maxLength: 8});
    const ranks = fc.array(fc.nat(), {minLength: 8, maxLength: 8});
    sweep(
      test,
      fc.property(engineStory, preferences, ranks, ({model, commands}, preferred, rank) => {
        const scenario = after({model, commands});
        if (!scenario) return;
        const wanted = model.variables.map(({size}, variable) => Math.min(preferred[variable] ?? -1, size - 1));
        const order = model.variables.map((_, variable) => variable).sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
        let rest = scenario.left();
        for (const variable of order) {
          const index = wanted[variable] ?? -1;
          if (index < 0) continue;
          const taken = bestIndex(model, variable, index, rest);
          rest = rest.filter((solution) => solution[variable] === taken);
        }
        const found = Array.from(scenario.engine.complete(wanted, order)).join();
        assert.ok(
          rest.some((solution) => solution.join() === found),
          `${found} is not one of ${rest.join(' ')}`,
        );
      }),
    );
  });

  it('explains by choices of which none can be left out', (test) => {
    sweep(
      test,
      fc.property(chosenStory, ({model, commands, wanted}) => {
        const scenario = after({model, commands});
        if (!scenario) return;
        const literals = scenario.literals(wanted);
        const found = scenario.engine.explain(literals);
        const isPossible = (choices: EngineScenario['choices']): boolean => scenario.left(choices, literals).length > 0;
        assert.equal(found === null, isPossible(scenario.choices));
        if (!found) return;
        const blamed = scenario.choices.filter(({key}) => found.includes(key));
        assert.equal(blamed.length, found.length, 'all keys are those of choices, each once');
        assert.equal(isPossible(blamed), false, 'together they suffice');
        for (const left of blamed) {
          assert.ok(isPossible(blamed.filter((each) => each !== left)), `${left.key} is not needed`);
        }
      }),
    );
  });

  it('repairs with the fewest choices given up, the oldest first among equals', (test) => {
    sweep(
      test,
      fc.property(chosenStory, ({model, commands, wanted}) => {
        const scenario = after({model, commands});
        if (!scenario) return;
        const literals = scenario.literals(wanted);
        const expected = smallestRepairs(scenario.choices, (kept) => scenario.left(kept, literals).length > 0);
        const keys = expected.map((set) => set.map(({key}) => key));
        const sorted = (sets: readonly (readonly number[])[]) => sets.map((set) => [...set].sort((a, b) => a - b));
        assert.deepEqual(sorted(scenario.engine.repair(literals, 5)), sorted(keys.slice(0, 5)));
        assert.deepEqual(sorted(scenario.engine.repair(literals)), sorted(keys.slice(0, 1)));
      }),
    );
  });

  it('finds the least cost', (test) => {
    sweep(
      test,
      fc.property(engineStory, fc.nat(96), ({model, commands}, seed) => {
        const scenario = after({model, commands});
        if (!scenario) return;
        const cost = (variable: number, index: number): number => (variable * 7919 + index * 104_729 + seed) % 97;
        const costs = scenario
          .left()
          .map((solution) => solution.reduce((sum, index, variable) => sum + cost(variable, index), 0));
        assert.equal(findMinimum(scenario.engine, cost), Math.min(...costs));
      }),
    );
  });
});

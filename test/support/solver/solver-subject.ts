import {readDefinition} from '../../../src/core/product/read-definition.js';
import {compileModel} from '../../../src/core/solver/compile-model.js';
import {createSolver} from '../../../src/core/solver/create-solver.js';
import type {Assumption} from '../../../src/core/solver/solver.js';
import type {Choice, Network} from './network.js';
import {isNumeric, productOf} from './product-of.js';
import {maxRepairs, type Subject} from './subject.js';

/** The solver of the product that says the same as a network. */
export function solverSubject(network: Network): Subject {
  const model = compileModel(readDefinition(productOf(network)));
  const solver = createSolver(model);
  const decisions = network.vars.map((_, variable) => model.decisions.findIndex(({id}) => id === `p${variable}`));
  const chosen = new Map<number, Assumption>();
  const assume = ({variable, index}: Choice): Assumption => ({decision: decisions[variable] ?? 0, values: [index]});
  const choiceOf = ({decision, values}: Assumption): Choice => ({
    variable: decisions.indexOf(decision),
    index: values?.[0] ?? 0,
  });
  const others = (variable: number): Assumption[] =>
    [...chosen].flatMap(([other, assumption]) => (other === variable ? [] : assumption));
  return {
    choose(choice) {
      const wanted = assume(choice);
      const kept = others(choice.variable);
      const explanation = solver.explain(kept, [wanted]);
      if (!explanation) {
        chosen.set(choice.variable, wanted);
        return null;
      }
      return {
        choices: explanation.assumptions.map(choiceOf),
        constraints: explanation.constraints.map((id) => Number(id.slice(1))),
        repairs: solver.repair(kept, [wanted], maxRepairs).map((set) => set.map(choiceOf)),
      };
    },
    release: (variable) => void chosen.delete(variable),
    isPossible: (choice) => solver.isPossible([...others(choice.variable), assume(choice)]),
    bounds: (variable) =>
      isNumeric(network.vars[variable] ?? {n: ''}) ? solver.bounds(others(variable), decisions[variable] ?? 0) : null,
    solution() {
      const found = solver.complete([...chosen.values()], new Int32Array(model.variables.length).fill(-1));
      return network.vars.map(
        (_, variable) => found[model.decisions[decisions[variable] ?? 0]?.variables[0] ?? 0] ?? 0,
      );
    },
  };
}

// An engine of this package behind the contract of the harness: a neutral model in, domains, explanations and repairs out.
import {toEngineModel} from './engine-model.mjs';

/**
 * Opens a model of the harness with an engine, made by what the engine's module exports.
 *
 * @param model What `cfgn/1` says.
 */
export function openSession({createEngine, findMinimum}, model) {
  const engine = createEngine(toEngineModel(model));
  const {offsets, states} = engine;
  const literal = (variable, index) => offsets[variable] + index;
  /** The index that was chosen for each variable. */
  const chosen = new Map();
  /** POSSIBLE is 1, as the harness has it; everything is checked when it looks. */
  const domains = () => {
    engine.advance();
    return states;
  };
  const isOther = (variable, index) => chosen.has(variable) && chosen.get(variable) !== index;
  /** What is asked about another value of a chosen variable is asked as if that choice were not made. */
  const withoutChoice = (variable, ask) => {
    const before = [...chosen];
    engine.release(variable);
    const answer = ask();
    engine.chooseAll(before.map(([key, index]) => ({key, literals: [literal(key, index)]})));
    return answer;
  };
  return {
    assign(variable, index) {
      if (!engine.choose(variable, [literal(variable, index)])) throw new Error('An impossible choice.');
      chosen.delete(variable);
      chosen.set(variable, index);
    },
    retract(variable) {
      engine.release(variable);
      chosen.delete(variable);
    },
    domains,
    explain: (variable, index) => {
      if (isOther(variable, index)) return [variable];
      return engine.explain([literal(variable, index)]);
    },
    repair(variable, index) {
      if (!isOther(variable, index)) return engine.repair([literal(variable, index)])[0];
      return [variable, ...withoutChoice(variable, () => engine.repair([literal(variable, index)])[0] ?? [])];
    },
    optimum: (cost) => findMinimum(engine, cost),
    feasible(variables, variable, index) {
      const before = [...chosen].map(([key, value]) => ({key, literals: [literal(key, value)]}));
      engine.chooseAll(before.filter(({key}) => variables.includes(key)));
      const isFeasible = engine.isPossible([literal(variable, index)]);
      engine.chooseAll(before);
      return isFeasible;
    },
    close: () => undefined,
  };
}

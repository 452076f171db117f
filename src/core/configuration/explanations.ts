import type {Value} from '../product/parameter.js';
import type {SolverExplanation} from '../solver/solver.js';
import type {Machinery} from './machinery.js';
import {fillMessage} from './messages.js';
import {assumptionsOf, type Pick, type Picks} from './pick.js';
import type {Explanation} from './request.js';

/** Where an explanation finds ages and values. */
export interface ExplanationContext {
  /** All picks, oldest first. */
  readonly picks: Picks;
  /** What a parameter is at present. */
  readonly valueOf: (id: string) => Value;
}

/** Puts picks that contradict each other into an explanation of one of them. */
export function explainContradiction(
  machinery: Machinery,
  contradiction: {readonly picks: readonly Pick[]},
  asked: Pick,
  context: ExplanationContext,
): Explanation {
  const others = contradiction.picks.filter((pick) => pick !== asked);
  const found = machinery.solver.explain(assumptionsOf(others), assumptionsOf([asked]));
  const atFault = others.filter(({assumption}) => assumption && found?.assumptions.includes(assumption));
  return explanationOf(machinery, asked.parameter.id, asked.value, {found, atFault, context});
}

/** An explanation in the words of the store. */
export function explanationOf(
  machinery: Machinery,
  parameter: string,
  value: Value,
  {
    found,
    atFault,
    context: {picks, valueOf},
  }: {
    readonly found: SolverExplanation | null;
    readonly atFault: readonly Pick[];
    readonly context: ExplanationContext;
  },
): Explanation {
  const values = new Map(atFault.map((pick) => [pick.parameter.id, pick.value]));
  values.set(parameter, value);
  const rules = new Map(machinery.product.rules.map((rule) => [rule.id, rule]));
  const ages = [...picks.keys()];
  return {
    parameter,
    value,
    rules: (found?.constraints ?? []).map((id) => {
      const message = rules.get(id)?.message ?? null;
      return {id, message: message && fillMessage(message, machinery, (name) => values.get(name) ?? valueOf(name))};
    }),
    picks: [...atFault]
      .sort((a, b) => ages.indexOf(a.parameter.id) - ages.indexOf(b.parameter.id))
      .map((pick) => ({parameter: pick.parameter.id, value: pick.value})),
  };
}

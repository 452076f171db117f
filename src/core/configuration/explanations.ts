import type {Value} from '../product/parameter.js';
import type {Machinery} from './machinery.js';
import {fillMessage} from './messages.js';
import {assumptionsOf, type Pick, type Picks} from './pick.js';
import type {Explanation} from './request.js';

/** Why picks contradict each other. */
export interface Cause {
  /** Ids of the rules and limits that join them. */
  readonly rules: readonly string[];
  /** Those that matter of the picks that may give way. */
  readonly picks: readonly Pick[];
}

/** Where an explanation finds ages and values. */
export interface ExplanationContext {
  /** All picks, oldest first, that which is explained among them. */
  readonly picks: Picks;
  /** What a parameter without a pick is at present. */
  readonly valueOf: (id: string) => Value;
}

/** Finds a least set of rules and picks that contradict those which may not give way. */
export function causeOf({solver}: Machinery, picks: readonly Pick[], isFixed: (pick: Pick) => boolean): Cause {
  const free = picks.filter((pick) => !isFixed(pick));
  const found = solver.explain(assumptionsOf(free), assumptionsOf(picks.filter(isFixed)));
  return {
    rules: found?.constraints ?? [],
    picks: free.filter(({assumption}) => assumption && found?.assumptions.includes(assumption)),
  };
}

/** The cause in the words of the store. */
export function explanationOf(
  machinery: Machinery,
  {parameter, value}: Pick,
  cause: Cause,
  {picks, valueOf}: ExplanationContext,
): Explanation {
  const {rules} = machinery.product;
  const shownValue = (id: string): Value => picks.get(id)?.value ?? valueOf(id);
  return {
    parameter: parameter.id,
    value,
    rules: cause.rules.map((id) => {
      const message = rules.find((rule) => rule.id === id)?.message ?? null;
      return {id, message: message && fillMessage(message, machinery, shownValue)};
    }),
    picks: [...picks.values()].filter((pick) => cause.picks.includes(pick)).map(plainPick),
  };
}

/** A pick as it is told to others. */
export function plainPick({parameter, value}: Pick): {readonly parameter: string; readonly value: Value} {
  return {parameter: parameter.id, value};
}

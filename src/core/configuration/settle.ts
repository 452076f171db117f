import type {Assumption} from '../solver/solver.js';
import type {Machinery} from './machinery.js';
import {assumptionsOf, type Pick, type Picks} from './pick.js';

/** What picks come to together. */
export type Settlement =
  /** Picks that hold. Those of parameters that cannot exist beside them sleep, and are missing here. */
  | {readonly kind: 'settled'; readonly awake: readonly Assumption[]}
  /** Picks that contradict each other. */
  | {readonly kind: 'contradiction'; readonly picks: readonly Pick[]};

/** The part of a solver that settling asks. */
export interface PossibilitySolver {
  isPossible(assumptions: readonly Assumption[]): boolean;
}

/**
 * Finds out which picks hold. A pick of a parameter that need not exist sleeps while the picks before it leave no way
 * for it to exist; otherwise it must hold like any other. Before it are all picks of parameters that always exist, and
 * those of parameters that the model decides earlier. So what holds depends on the picks alone, not on their age.
 *
 * @param asked The pick that has come anew, if only one has: the others have often been asked about before.
 */
export function settle(
  {solver, decided}: {readonly solver: PossibilitySolver; readonly decided: Machinery['decided']},
  picks: Picks,
  asked?: string,
): Settlement {
  const lastAsked = (some: readonly Pick[]): Pick[] => {
    const isAsked = ({parameter}: Pick): boolean => parameter.id === asked;
    return [...some.filter((pick) => !isAsked(pick)), ...some.filter(isAsked)];
  };
  const known = [...picks.values()].filter(({assumption}) => assumption);
  const holding = lastAsked(known.filter(({parameter}) => !parameter.active));
  const conditional = [...decided.keys()]
    .flatMap((id) => picks.get(id) ?? [])
    .filter(({parameter}) => parameter.active);
  const all = [...holding, ...conditional];
  if (solver.isPossible(assumptionsOf(lastAsked(all)))) return {kind: 'settled', awake: assumptionsOf(all)};

  if (!solver.isPossible(assumptionsOf(holding))) return {kind: 'contradiction', picks: holding};
  for (const pick of conditional) {
    const wider = [...holding, pick];
    const presence = decided.get(pick.parameter.id)?.presence ?? [];
    if (solver.isPossible(assumptionsOf(wider))) holding.push(pick);
    else if (solver.isPossible(assumptionsOf(holding).concat(presence))) return {kind: 'contradiction', picks: wider};
  }
  return {kind: 'settled', awake: assumptionsOf(holding)};
}

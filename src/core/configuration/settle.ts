import type {Assumption} from '../solver/solver.js';
import type {Machinery} from './machinery.js';
import {assumptionsOf, type Pick, type Picks} from './pick.js';

/** What picks come to together. */
export type Settlement =
  /** Picks that hold. Those of parameters that cannot exist beside them sleep, and are missing here. */
  | {readonly kind: 'settled'; readonly awake: readonly Assumption[]}
  /** Picks that contradict each other. */
  | {readonly kind: 'contradiction'; readonly picks: readonly Pick[]};

/**
 * Finds out which picks hold. A pick of a parameter that need not exist sleeps while the picks before it leave no way
 * for it to exist; otherwise it must hold like any other. Before it are all picks of parameters that always exist, and
 * those of parameters that the model decides earlier. So what holds depends on the picks alone, not on their age.
 *
 * @param asked The pick that has come anew, if only one has: the others have often been asked about before.
 */
export function settle(machinery: Machinery, picks: Picks, asked?: string): Settlement {
  const {solver} = machinery;
  const ordered = inOrder(machinery, picks, asked);
  const all = assumptionsOf(ordered);
  const whole = assumptionsOf([...ordered].sort((a, b) => rank(a, asked) - rank(b, asked)));
  if (solver.isPossible(whole)) return {kind: 'settled', awake: all};

  const certain = ordered.filter(({parameter}) => !parameter.active);
  let awake = assumptionsOf(certain);
  if (!solver.isPossible(awake)) return {kind: 'contradiction', picks: certain};
  const holding = [...certain];
  for (const pick of ordered) {
    const {assumption, parameter} = pick;
    if (!parameter.active || !assumption) continue;
    const wider = [...awake, assumption];
    if (solver.isPossible(wider)) {
      awake = wider;
      holding.push(pick);
      continue;
    }
    const presence = machinery.decided.get(parameter.id)?.presence;
    if (presence && solver.isPossible([...awake, presence])) {
      return {kind: 'contradiction', picks: [...holding, pick]};
    }
  }
  return {kind: 'settled', awake};
}

/** Those that the engine knows: by age where they always exist, then by the model; what is asked last of its kind. */
function inOrder({decided}: Machinery, picks: Picks, asked: string | undefined): Pick[] {
  const certain = [...picks.values()].filter(({parameter, assumption}) => assumption && !parameter.active);
  const conditional = [...decided.keys()].map((id) => picks.get(id)).filter((pick) => pick?.parameter.active);
  const known = conditional.filter((pick) => pick !== undefined);
  return [...certain.sort((a, b) => rank(a, asked) - rank(b, asked)), ...known];
}

function rank({parameter}: Pick, asked: string | undefined): number {
  return parameter.id === asked ? 1 : 0;
}

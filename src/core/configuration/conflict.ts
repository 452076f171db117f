import {TwikError} from '../error.js';
import {fewestReleases} from '../solver/fewest-releases.js';
import {evaluate, type Evaluation} from './evaluate.js';
import {explainContradiction} from './explanations.js';
import type {Machinery} from './machinery.js';
import {assumptionsOf, type Pick} from './pick.js';
import type {ConfigurationRequest, Repair, RequestResult} from './request.js';
import {settle} from './settle.js';
import type {State} from './state.js';

/** How many ways out are offered. */
const maxRepairs = 5;

/** Explains a contradiction and works out what can be given up, with all that would change then. */
export function conflictOf(
  machinery: Machinery,
  before: State,
  request: ConfigurationRequest,
  contradiction: Evaluation & {readonly kind: 'contradiction'},
): RequestResult {
  const {asked, draft} = contradiction;
  const explanation = explainContradiction(machinery, contradiction, asked, {
    picks: draft.picks,
    valueOf: (id) => draft.picks.get(id)?.value ?? before.parameters.get(id)?.value ?? null,
  });
  const repairs = releasesOf(machinery, contradiction)
    .map((released) => repairOf(machinery, before, request, released))
    .filter((repair) => repair !== null);
  return {kind: 'conflict', explanation, repairs};
}

/** Sets of picks to give up, fewest first; what the request itself sets is not among them. */
function releasesOf(machinery: Machinery, {draft}: Evaluation & {readonly kind: 'contradiction'}): Pick[][] {
  const {picks, sets} = draft;
  const releasable = [...picks.values()].filter(({parameter}) => !sets.has(parameter.id));
  const failing = (released: ReadonlySet<Pick>): readonly Pick[] | null => {
    const settlement = settle(machinery, new Map([...picks].filter(([, pick]) => !released.has(pick))));
    if (settlement.kind === 'settled') return null;
    const [free, fixed] = [false, true].map((isSet) =>
      settlement.picks.filter(({parameter}) => sets.has(parameter.id) === isSet),
    );
    const found = machinery.solver.explain(assumptionsOf(free ?? []), assumptionsOf(fixed ?? []));
    return (free ?? []).filter(({assumption}) => assumption && found?.assumptions.includes(assumption));
  };
  return attempt(() => fewestReleases(releasable, failing, maxRepairs)) ?? [];
}

/** What accepting it does; `null` when it does not help, because what is given up lets others wake. */
function repairOf(
  machinery: Machinery,
  before: State,
  request: ConfigurationRequest,
  released: readonly Pick[],
): Repair | null {
  const paths = released.map(({parameter}) => parameter.id);
  const accepting: ConfigurationRequest =
    request.kind === 'set'
      ? {...request, release: [...(request.release ?? []), ...paths]}
      : {kind: 'batch', requests: [...paths.map((parameter) => ({kind: 'clear' as const, parameter})), request]};
  const evaluation = attempt(() => evaluate(machinery, before, accepting));
  if (evaluation?.kind !== 'next') return null;
  return {
    release: released.map(({parameter, value}) => ({parameter: parameter.id, value})),
    changes: evaluation.state.changesSince(before),
    request: accepting,
  };
}

/** `null` where the engine gives up, or the request would be refused. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof TwikError) return null;
    throw error;
  }
}

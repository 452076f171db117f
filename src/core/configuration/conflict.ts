import {TwikError} from '../error.js';
import {fewestReleases} from '../solver/fewest-releases.js';
import {attempt} from './attempt.js';
import {evaluate, type Evaluation} from './evaluate.js';
import {causeOf, explanationOf, plainPick} from './explanations.js';
import type {Machinery} from './machinery.js';
import type {Pick} from './pick.js';
import type {ConfigurationRequest, Repair, RequestResult} from './request.js';
import {settle} from './settle.js';
import type {State} from './state.js';
import {stepsOf} from './steps.js';

/** How many ways out are offered. */
const maxRepairs = 5;

/** Explains a contradiction and works out what can be given up, with all that would change then. */
export function conflictOf(
  before: State,
  request: ConfigurationRequest,
  contradiction: Evaluation & {readonly kind: 'contradiction'},
): RequestResult {
  const {machinery} = before;
  const {asked, draft, picks} = contradiction;
  const cause = causeOf(machinery, picks, (pick) => pick === asked);
  const context = {picks: draft.picks, valueOf: (id: string) => before.of(id).value};
  const repairs = releasesOf(machinery, contradiction)
    .map((released) => repairOf(before, request, released))
    .filter((repair) => repair !== null);
  return {kind: 'conflict', explanation: explanationOf(machinery, asked, cause, context), repairs};
}

/** Sets of picks to give up, fewest first; what the request itself sets is not among them. */
function releasesOf(machinery: Machinery, {draft}: Evaluation & {readonly kind: 'contradiction'}): Pick[][] {
  const {picks, sets} = draft;
  const isSet = ({parameter}: Pick): boolean => sets.has(parameter.id);
  const failing = (released: ReadonlySet<Pick>): readonly Pick[] | null => {
    const settlement = settle(machinery, new Map([...picks].filter(([, pick]) => !released.has(pick))));
    return settlement.kind === 'settled' ? null : causeOf(machinery, settlement.picks, isSet).picks;
  };
  const releasable = [...picks.values()].filter((pick) => !isSet(pick));
  const found = attempt(() => fewestReleases(releasable, failing, maxRepairs));
  // Where the engine gives up there is nothing to offer.
  return found instanceof TwikError ? [] : found;
}

/** What accepting it does; `null` when it does not help, because what is given up lets others wake. */
function repairOf(before: State, request: ConfigurationRequest, released: readonly Pick[]): Repair | null {
  const release = released.map(plainPick);
  const paths = release.map(({parameter}) => parameter);
  const accepting: ConfigurationRequest =
    request.kind === 'set'
      ? {...request, release: [...(request.release ?? []), ...paths]}
      : {kind: 'batch', requests: [...paths.map((parameter) => ({kind: 'clear' as const, parameter})), request]};
  const evaluation = attempt(() => evaluate(before, stepsOf(accepting)));
  if (evaluation instanceof TwikError || evaluation.kind !== 'next') return null;
  return {release, changes: evaluation.state.changesSince(before), request: accepting};
}

import {TwikError} from '../error.js';
import {draftOf, type Draft} from './draft.js';
import type {Machinery} from './machinery.js';
import type {Pick} from './pick.js';
import type {ConfigurationRequest} from './request.js';
import {settle} from './settle.js';
import {State} from './state.js';

/** What a request would lead to. */
export type Evaluation =
  | {readonly kind: 'unchanged'}
  | {readonly kind: 'next'; readonly state: State}
  /** `asked` is what the request sets, or the pick that it wakes; `picks` are those that contradict each other. */
  | {readonly kind: 'contradiction'; readonly asked: Pick; readonly picks: readonly Pick[]; readonly draft: Draft};

/**
 * Works out a request that sets, clears or resets; nothing is changed by it. Within a batch the order does not matter:
 * what one part brings into existence another part can set.
 *
 * @throws TwikError `parameter-inactive`, `search-limit`, or what `draftOf` throws.
 */
export function evaluate(machinery: Machinery, before: State, request: ConfigurationRequest): Evaluation {
  const draft = draftOf(machinery, before, request);
  const ready = new Set([...draft.sets].filter((id) => exists(before, id)));
  if (!draft.isChanged && ready.size === draft.sets.size) return {kind: 'unchanged'};
  for (;;) {
    const picks = new Map([...draft.picks].filter(([id]) => ready.has(id) || !draft.sets.has(id)));
    const [only, ...others] = ready;
    const settlement = settle(machinery, picks, others.length === 0 ? only : undefined);
    if (settlement.kind === 'contradiction') {
      const asked = settlement.picks.findLast(({parameter}) => ready.has(parameter.id)) ?? settlement.picks.at(-1);
      if (!asked) throw new Error('Nothing contradicts itself.');
      return {kind: 'contradiction', asked, picks: settlement.picks, draft};
    }
    const state = new State(machinery, {...draft, picks, awake: settlement.awake});
    const woken = [...draft.sets].filter((id) => !ready.has(id) && exists(state, id));
    for (const id of woken) ready.add(id);
    if (woken.length > 0) continue;
    const missing = [...draft.sets].find((id) => !exists(state, id));
    if (missing !== undefined) throw inactive(missing, machinery);
    return {kind: 'next', state};
  }
}

function exists(state: State, id: string): boolean {
  return state.parameters.get(id)?.isActive === true;
}

function inactive(id: string, machinery: Machinery): TwikError {
  const {path} = machinery.parameter(id);
  const message = `"${id}" does not exist at present. First pick what brings it into existence.`;
  return new TwikError('parameter-inactive', message, {path});
}

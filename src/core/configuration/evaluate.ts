import {TwikError} from '../error.js';
import {draftOf, type Draft} from './draft.js';
import type {Pick} from './pick.js';
import {settle} from './settle.js';
import {State} from './state.js';
import type {Step} from './steps.js';

/** What a request would lead to. */
export type Evaluation =
  /** The moment before itself when nothing would change. */
  | {readonly kind: 'next'; readonly state: State}
  /** `asked` is what the request sets, or the pick that it wakes; `picks` are those that contradict each other. */
  | {readonly kind: 'contradiction'; readonly asked: Pick; readonly picks: readonly Pick[]; readonly draft: Draft};

/**
 * Works out the steps of a request; nothing is changed by it. The order of steps does not matter: what one brings into
 * existence another can set.
 *
 * @throws TwikError `parameter-inactive`, `search-limit`, or what `draftOf` throws.
 */
export function evaluate(before: State, steps: readonly Step[]): Evaluation {
  const {machinery} = before;
  const draft = draftOf(machinery, before, steps);
  const sets = [...draft.sets];
  const missingIn = (state: State): string[] => sets.filter((id) => !state.of(id).isActive);
  let waiting = new Set(missingIn(before));
  if (!draft.isChanged && waiting.size === 0) return {kind: 'next', state: before};
  for (;;) {
    const ready = sets.filter((id) => !waiting.has(id));
    const picks = new Map([...draft.picks].filter(([id]) => !waiting.has(id)));
    const settlement = settle(machinery, picks, ready.length === 1 ? ready[0] : undefined);
    if (settlement.kind === 'contradiction') {
      const asked = settlement.picks.findLast(({parameter}) => ready.includes(parameter.id)) ?? settlement.picks.at(-1);
      if (!asked) throw new Error('Nothing contradicts itself.');
      return {kind: 'contradiction', asked, picks: settlement.picks, draft};
    }
    const state = new State(machinery, {...draft, picks, awake: settlement.awake});
    const missing = missingIn(state);
    const asleep = missing.filter((id) => waiting.has(id));
    if (asleep.length < waiting.size) {
      waiting = new Set(asleep);
      continue;
    }
    if (missing[0] === undefined) return {kind: 'next', state};
    const {path} = machinery.parameter(missing[0]);
    const message = `"${missing[0]}" does not exist at present. First pick what brings it into existence.`;
    throw new TwikError('parameter-inactive', message, {path});
  }
}

import type {RestoreReport} from './configuration.js';
import type {Machinery} from './machinery.js';
import {readPick, type Pick} from './pick.js';
import {isSameValue} from './same-value.js';
import type {Basis} from './state.js';
import type {Step} from './steps.js';

/** The picks that a request would lead to, before anybody has asked whether they go together. */
export interface Draft {
  readonly picks: ReadonlyMap<string, Pick>;
  /** What the request sets, in its order. */
  readonly sets: ReadonlySet<string>;
  readonly suspended: RestoreReport['conflicting'];
  readonly restored: RestoreReport | null;
  readonly isChanged: boolean;
}

/**
 * Takes the steps of a request one after the other.
 *
 * @throws TwikError `parameter-unknown`, or what `readValue` throws.
 */
export function draftOf(machinery: Machinery, before: Basis, steps: readonly Step[]): Draft {
  const picks = new Map(before.picks);
  const sets = new Set<string>();
  let {suspended, restored} = before;
  const unsuspend = (id: string): void => {
    suspended = suspended.filter(({parameter}) => parameter !== id);
  };
  const clear = (path: string): void => {
    const {id} = machinery.parameter(path);
    picks.delete(id);
    sets.delete(id);
    unsuspend(id);
  };
  for (const step of steps) {
    switch (step.kind) {
      case 'set': {
        const pick = readPick(machinery, machinery.parameter(step.parameter), step.value);
        const {id} = pick.parameter;
        for (const path of step.release) if (path !== id) clear(path);
        unsuspend(id);
        sets.add(id);
        const known = picks.get(id);
        // What is picked already keeps its age.
        if (known && isSameValue(known.value, pick.value)) break;
        picks.delete(id);
        picks.set(id, pick);
        break;
      }
      case 'clear':
        clear(step.parameter);
        break;
      case 'reset':
        picks.clear();
        sets.clear();
        suspended = [];
        restored = null;
    }
  }
  const isChanged =
    suspended.length !== before.suspended.length ||
    restored !== before.restored ||
    picks.size !== before.picks.size ||
    [...picks].some(([id, pick]) => before.picks.get(id) !== pick);
  return {picks, sets, suspended, restored, isChanged};
}

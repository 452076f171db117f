import {TwikError} from '../error.js';
import type {RestoreReport} from './configuration.js';
import type {Machinery} from './machinery.js';
import {makePick, type Pick} from './pick.js';
import {readValue} from './read-value.js';
import type {ConfigurationRequest} from './request.js';
import {isSameValue} from './same-value.js';
import type {Basis} from './state.js';

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
 * Reads a request that sets, clears or resets, whole batches of it too.
 *
 * @throws TwikError `parameter-unknown`, `request-invalid`, or what `readValue` throws.
 */
export function draftOf(machinery: Machinery, before: Basis, request: ConfigurationRequest): Draft {
  const picks = new Map(before.picks);
  const sets = new Set<string>();
  let {suspended, restored} = before;
  const clear = (path: string): void => {
    const {id} = machinery.parameter(path);
    picks.delete(id);
    sets.delete(id);
    suspended = suspended.filter(({parameter}) => parameter !== id);
  };
  const rest: ConfigurationRequest[] = [request];
  for (let next = rest.pop(); next; next = rest.pop()) {
    switch (next.kind) {
      case 'set': {
        const parameter = machinery.parameter(next.parameter);
        const value = readValue(parameter, next.value);
        for (const path of next.release ?? []) if (path !== parameter.id) clear(path);
        const known = picks.get(parameter.id);
        // What is picked already keeps its age.
        const isSame = known !== undefined && isSameValue(known.value, value);
        clear(parameter.id);
        picks.set(parameter.id, isSame ? known : makePick(machinery, parameter, value, 'user'));
        sets.add(parameter.id);
        break;
      }
      case 'clear':
        clear(next.parameter);
        break;
      case 'reset':
        picks.clear();
        sets.clear();
        suspended = [];
        restored = null;
        break;
      case 'batch':
        rest.push(...next.requests.toReversed());
        break;
      default:
        throw new TwikError(
          'request-invalid',
          `A request of kind "${next.kind}" cannot be part of this. Ask for it by itself.`,
        );
    }
  }
  const isChanged =
    suspended.length !== before.suspended.length ||
    restored !== before.restored ||
    picks.size !== before.picks.size ||
    [...picks].some(([id, pick]) => before.picks.get(id) !== pick);
  return {picks: aged(picks, before), sets, suspended, restored, isChanged};
}

/** Picks that were there before come first, in their old order. */
function aged(picks: ReadonlyMap<string, Pick>, before: Basis): ReadonlyMap<string, Pick> {
  const isOld = ([id, pick]: readonly [string, Pick]): boolean => before.picks.get(id) === pick;
  const old = [...before.picks].filter(([id, pick]) => picks.get(id) === pick);
  return new Map([...old, ...[...picks].filter((entry) => !isOld(entry))]);
}

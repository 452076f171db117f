import type {Parameter, Value} from '../product/parameter.js';
import {encodeValue} from '../solver/parameter-values.js';
import type {Assumption} from '../solver/solver.js';
import type {Machinery} from './machinery.js';
import {readValue} from './read-value.js';

/** What somebody wants a parameter to be. */
export interface Pick {
  readonly parameter: Parameter;
  readonly value: Value;
  readonly origin: 'user' | 'restored';
  /** What it says to the engine; `null` for texts and colours. */
  readonly assumption: Assumption | null;
}

/** By parameter, oldest first. */
export type Picks = ReadonlyMap<string, Pick>;

/**
 * Takes a value from outside as a pick.
 *
 * @throws TwikError what `readValue` throws.
 */
export function readPick(
  {decided}: Machinery,
  parameter: Parameter,
  given: unknown,
  origin: Pick['origin'] = 'user',
): Pick {
  const value = readValue(parameter, given);
  const own = decided.get(parameter.id);
  const values = own ? encodeValue(own.parameter, value) : null;
  return {parameter, value, origin, assumption: own && values ? {decision: own.decision, values} : null};
}

/** Picks with one more, as the youngest, in place of what was picked for its parameter. */
export function withPick(picks: Picks, pick: Pick): Picks {
  const {id} = pick.parameter;
  return new Map([...[...picks].filter(([other]) => other !== id), [id, pick]]);
}

/** What picks say to the engine. */
export function assumptionsOf(picks: readonly Pick[]): Assumption[] {
  return picks.flatMap(({assumption}) => assumption ?? []);
}

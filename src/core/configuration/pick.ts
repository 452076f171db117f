import type {Parameter, Value} from '../product/parameter.js';
import {encodeValue} from '../solver/parameter-values.js';
import type {Assumption} from '../solver/solver.js';
import type {Machinery} from './machinery.js';

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

/** @param value As `readValue` gives it. */
export function makePick(machinery: Machinery, parameter: Parameter, value: Value, origin: Pick['origin']): Pick {
  const decided = machinery.decided.get(parameter.id);
  const values = decided ? encodeValue(decided.parameter, value) : null;
  return {parameter, value, origin, assumption: decided && values ? {decision: decided.decision, values} : null};
}

/** What picks say to the engine. */
export function assumptionsOf(picks: readonly Pick[]): Assumption[] {
  return picks.map(({assumption}) => assumption).filter((assumption) => assumption !== null);
}

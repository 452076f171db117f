import type {Engine} from './engine/engine.js';
import type {Literal} from './engine/literal.js';

/** Literals that are made true together, under a name of their own. */
export interface Choice {
  readonly key: number;
  readonly literals: readonly Literal[];
}

/**
 * Choices that no solution makes together with some literals, of which none can be left out; `null` when a solution
 * makes all.
 */
export function findConflict(
  engine: Engine,
  choices: readonly Choice[],
  literals: readonly Literal[],
): readonly Choice[] | null {
  const areTogether = engine.chooseAll(choices);
  let keys = engine.explain(literals);
  if (!keys) {
    const failing = areTogether ? undefined : choices.find((choice) => !engine.choose(choice.key, choice.literals));
    if (!failing) return null;
    keys = [...(engine.explain([...literals, ...failing.literals]) ?? []), failing.key];
  }
  const atFault = new Set(keys);
  return choices.filter(({key}) => atFault.has(key));
}

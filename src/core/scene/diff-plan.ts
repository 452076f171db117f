import type {SceneEntry, ScenePlan, SceneValue} from './plan.js';

/**
 * The entries of `after` that `before` does not have like this, in the order of `after`. What only `before` had is not
 * among them: the plans of one product address the same places, except those whose binding gives nothing at present.
 */
export function diffPlan(before: ScenePlan, after: ScenePlan): SceneEntry[] {
  const known = new Map(before.map((entry) => [keyOf(entry), entry.value]));
  return after.filter((entry) => {
    const value = known.get(keyOf(entry));
    return value === undefined || !isSameValue(value, entry.value);
  });
}

function keyOf({model, pointer}: SceneEntry): string {
  return `${model} ${pointer}`;
}

function isSameValue(a: SceneValue, b: SceneValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

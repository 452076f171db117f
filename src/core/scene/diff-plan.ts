import type {SceneEntry, ScenePlan} from './plan.js';

/**
 * The entries of `after` that `before` does not have like this, in the order of `after`. What only `before` had is not
 * among them: plans of one product have the same places.
 */
export function diffPlan(before: ScenePlan, after: ScenePlan): SceneEntry[] {
  const known = new Set(before.map((entry) => JSON.stringify(entry)));
  return after.filter((entry) => !known.has(JSON.stringify(entry)));
}

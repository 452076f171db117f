import {parseExpression} from '../../expression/parse-expression.js';
import {namesOf} from '../../expression/names.js';
import type {Type} from '../../expression/type.js';
import {Place, type Read, type Reading} from '../json/place.js';
import {object} from '../json/readers.js';
import {createEnvironment, type EnvironmentSource} from '../environment.js';
import type {Derived} from '../product.js';
import {defineFormula, formulaSource, isBroken, type Formula} from './formula.js';
import {nameId} from './identity.js';

/** A derived value that has not been looked into yet. */
export interface DerivedDraft {
  readonly id: string;
  readonly formula: Formula;
}

export const derivedDraft: Read<DerivedDraft> = object({id: nameId, formula: formulaSource});

/**
 * Defines derived values in an order in which each reads only those before it; `reading.environment` knows them
 * afterwards. `active` formulas take part in the search for cycles: what decides whether a parameter exists must not
 * hang on that parameter.
 */
export function defineDerived(
  drafts: readonly DerivedDraft[],
  actives: readonly DerivedDraft[],
  source: Omit<EnvironmentSource, 'derived'>,
  reading: Reading,
): Derived[] {
  const types = new Map<string, Type>();
  const derived: Derived[] = [];
  // The environment reads `types` as they come: each formula knows those before it.
  reading.environment = createEnvironment({...source, derived: types});
  const own = new Set(drafts);
  for (const draft of sort([...drafts, ...actives], reading)) {
    if (!own.has(draft)) continue;
    const {id, formula: written} = draft;
    if (!reading.broken.has(id) && !isBroken(written, reading)) {
      new Place(written.path, reading).attempt(() => {
        const formula = defineFormula(written, reading);
        types.set(id, formula.type);
        derived.push({id, formula});
      });
    }
    if (!types.has(id)) reading.broken.add(id);
  }
  return derived;
}

/** Depth first without recursion: chains may be as long as the document. */
function sort(drafts: readonly DerivedDraft[], reading: Reading): DerivedDraft[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const states = new Map<DerivedDraft, 'open' | 'done'>();
  const sorted: DerivedDraft[] = [];
  for (const root of drafts) {
    const trail: {draft: DerivedDraft; names: string[]}[] = [];
    const enter = (draft: DerivedDraft): void => {
      states.set(draft, 'open');
      trail.push({draft, names: namesIn(draft, reading)});
    };
    if (!states.has(root)) enter(root);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const name = top.names.pop();
      const next = name === undefined ? undefined : byId.get(name);
      if (name === undefined) {
        states.set(top.draft, 'done');
        sorted.push(top.draft);
        trail.pop();
      } else if (next && states.get(next) === 'open') {
        const cycle = trail.map(({draft}) => draft);
        reportCycle(cycle.slice(cycle.indexOf(next)), new Place(next.formula.path, reading));
      } else if (next && !states.has(next)) enter(next);
    }
  }
  return sorted;
}

function namesIn({id, formula}: DerivedDraft, reading: Reading): string[] {
  const names = new Place(formula.path, reading).attempt(() => namesOf(parseExpression(formula.source, formula)));
  if (!names) reading.broken.add(id);
  return [...(names ?? [])].reverse();
}

function reportCycle(cycle: readonly DerivedDraft[], place: Place): void {
  const {broken} = place.reading;
  const ids = cycle.map(({id}) => id);
  if (ids.some((id) => broken.has(id))) return;
  for (const id of ids) broken.add(id);
  const chain = [...ids, ids[0]].join(' → ');
  place.report('formula-cyclic', `The formula reads itself: ${chain}. Take one of these out of the circle.`);
}

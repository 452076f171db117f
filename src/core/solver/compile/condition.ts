import type {EngineConstraint} from '../engine/engine-model.js';

/** A set of indices of one variable, neither empty nor all. */
export interface IndexSet {
  readonly kind: 'set';
  readonly variable: number;
  readonly size: number;
  /** Ascending: from each even place up to, not including, what stands at the next. */
  readonly runs: readonly number[];
}

/** Something that may have to hold, in a form in which only sets are ever negated: `true`, `false`, or what to post. */
export type Condition =
  | boolean
  | IndexSet
  | {readonly kind: 'and' | 'or'; readonly items: readonly Exclude<Condition, boolean>[]}
  | {readonly kind: 'constraint'; readonly constraint: Exclude<EngineConstraint, {readonly kind: 'clauses'}>};

/** The indices for which something is true. */
export function setOf(variable: number, size: number, has: (index: number) => boolean): IndexSet | boolean {
  const runs: number[] = [];
  for (let index = 0; index < size; index++) if (has(index) !== (runs.length % 2 === 1)) runs.push(index);
  return setOfRuns(variable, size, runs);
}

/** @param runs The last may be left open, and reaches the end then. */
export function setOfRuns(variable: number, size: number, runs: readonly number[]): IndexSet | boolean {
  if (runs.length === 0) return false;
  const closed = runs.length % 2 === 0 ? runs : [...runs, size];
  return closed.length === 2 && closed[0] === 0 && closed[1] === size
    ? true
    : {kind: 'set', variable, size, runs: closed};
}

/** Everything that a set leaves out. */
export function complement(set: IndexSet | boolean): IndexSet | boolean {
  return typeof set === 'boolean' ? !set : {...set, runs: gapsOf(set)};
}

/** The runs of what a set leaves out. */
export function gapsOf({runs, size}: IndexSet): readonly number[] {
  const gaps = runs[0] === 0 ? runs.slice(1) : [0, ...runs];
  return gaps.at(-1) === size ? gaps.slice(0, -1) : [...gaps, size];
}

export function all(conditions: Iterable<Condition>): Condition {
  return join('and', conditions);
}

export function some(conditions: Iterable<Condition>): Condition {
  return join('or', conditions);
}

function join(kind: 'and' | 'or', conditions: Iterable<Condition>): Condition {
  const items: Exclude<Condition, boolean>[] = [];
  for (const condition of conditions) {
    if (typeof condition !== 'boolean') {
      if (condition.kind === kind) items.push(...condition.items);
      else items.push(condition);
    } else if (condition === (kind === 'or')) return condition;
  }
  const [only, ...others] = items;
  return !only ? kind === 'and' : others.length === 0 ? only : {kind, items};
}

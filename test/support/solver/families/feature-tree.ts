import type {Network} from '../network.js';
import {createRandom, type Random} from '../random.js';

/** What a tree of features becomes. */
export interface FeatureTreeSize {
  /** How many features there are. */
  readonly features: number;
  /** Clauses across the tree for each feature. Default 0.4. */
  readonly crossing?: number;
  /** Share of the features whose children exclude each other in one large group. Default 0.1. */
  readonly alternatives?: number;
}

/**
 * A feature model as the field draws them: a tree of mandatory and optional features, groups of which one or at least
 * one is chosen, and clauses across the tree. A configuration known in advance satisfies all clauses, so that the model
 * is never void.
 */
export function featureTree(seed: number, {features, crossing = 0.4, alternatives = 0.1}: FeatureTreeSize): Network {
  const random = createRandom(seed);
  const cnf: number[][] = [[1]];
  const isTrue: boolean[] = [true];
  const open: number[] = [0];
  while (isTrue.length < features && open.length > 0) {
    // Breadth varies: the oldest feature grows on, or any.
    const parent = open.splice(random.chance(0.5) ? 0 : random.below(open.length), 1)[0] ?? 0;
    // Below the root stand the areas of the product; were one of few dead, the model would be all but fixed.
    const isGroup = parent > 0 && random.chance(alternatives);
    const count = Math.min(
      features - isTrue.length,
      isGroup ? random.between(2, largestGroup(features)) : random.between(parent > 0 ? 1 : 6, parent > 0 ? 6 : 12),
    );
    const children = Array.from({length: count}, (_, place) => isTrue.length + place);
    open.push(...children);
    if (isGroup) addGroup(random, {parent, children, isTrue, cnf});
    else addChildren(random, {parent, children, isTrue, cnf});
  }
  for (let index = 0; index < isTrue.length * crossing; index++) cnf.push(crossClause(random, isTrue));
  return {
    format: 'cfgn/1',
    name: `feature-tree-${features}-${seed}`,
    vars: isTrue.map((_, index) => ({n: `f${index}`})),
    cnf,
  };
}

/** The largest group of a real model grows with the model, but slowly. */
function largestGroup(features: number): number {
  return Math.max(3, Math.round(Math.sqrt(features) * 1.1));
}

interface Branch {
  readonly parent: number;
  readonly children: readonly number[];
  readonly isTrue: boolean[];
  readonly cnf: number[][];
}

/** Children that are mandatory or optional, each by itself. */
function addChildren(random: Random, {parent, children, isTrue, cnf}: Branch): void {
  for (const child of children) {
    const isMandatory = random.chance(parent > 0 ? 0.25 : 0.7);
    cnf.push([-(child + 1), parent + 1]);
    if (isMandatory) cnf.push([-(parent + 1), child + 1]);
    isTrue.push((isTrue[parent] ?? false) && (isMandatory || random.chance(0.4)));
  }
}

/** Children of which one is chosen with the parent, or at least one. */
function addGroup(random: Random, {parent, children, isTrue, cnf}: Branch): void {
  const isExclusive = random.chance(0.7);
  const chosen = random.pick(children);
  cnf.push([-(parent + 1), ...children.map((child) => child + 1)]);
  children.forEach((child, place) => {
    cnf.push([-(child + 1), parent + 1]);
    if (isExclusive) for (const other of children.slice(0, place)) cnf.push([-(child + 1), -(other + 1)]);
    isTrue.push((isTrue[parent] ?? false) && (child === chosen || (!isExclusive && random.chance(0.3))));
  });
}

/** "Requires" and "excludes" mostly, sometimes more; true in the configuration that is known. */
function crossClause(random: Random, isTrue: readonly boolean[]): number[] {
  const length = random.chance(0.8) ? 2 : random.between(3, 5);
  const first = Math.min(12, isTrue.length >> 2);
  const places = random.sample(
    Array.from({length: 40}, () => random.between(first, isTrue.length - 1)),
    length,
  );
  const literals = [...new Set(places)].map((place) => (random.chance(0.3) ? place + 1 : -(place + 1)));
  const holds = literals.some((literal) => isTrue[Math.abs(literal) - 1] === literal > 0);
  const [turned = 1, ...rest] = literals;
  return holds ? literals : [-turned, ...rest];
}

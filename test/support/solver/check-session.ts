import {keeps, solutionsOf} from './brute-force.js';
import type {SeededStep} from './network-arbitrary.js';
import {constraintsOf, sizeOf, withConstraints, type Choice, type Network} from './network.js';
import {maxRepairs, type Conflict, type Subject} from './subject.js';

/**
 * Chooses and takes back, and compares everything a subject says with the list of all solutions.
 *
 * @throws Error that says what is wrong.
 */
export function checkSession(
  network: Network,
  solutions: readonly number[][],
  subject: Subject,
  steps: readonly SeededStep[],
): void {
  const chosen: Choice[] = [];
  checkDomains(network, solutions, subject, chosen);
  for (const {variable: seed, index, isRelease} of steps) {
    const variable = seed % network.vars.length;
    const choice = {variable, index: indexOf(network, solutions, variable, index)};
    const place = chosen.findIndex((each) => each.variable === variable);
    if (place >= 0) {
      subject.release(variable);
      chosen.splice(place, 1);
    }
    if (!isRelease) {
      const conflict = subject.choose(choice);
      const isPossible = solutions.some((solution) => keeps(solution, [...chosen, choice]));
      expectEqual(conflict === null, isPossible, `choosing ${textOf([choice])} after ${textOf(chosen)}`);
      if (conflict) checkConflict(network, solutions, {chosen, choice, conflict});
      else chosen.push(choice);
    }
    checkDomains(network, solutions, subject, chosen);
  }
}

/** Mostly a value that is possible before any choice: conflicts with choices are what matters. */
function indexOf({vars}: Network, solutions: readonly number[][], variable: number, seed: number): number {
  const possible = [...new Set(solutions.map((solution) => solution[variable] ?? 0))];
  return seed % 9 === 8 ? seed % sizeOf(vars[variable] ?? {n: ''}) : (possible[seed % possible.length] ?? 0);
}

function checkDomains(
  network: Network,
  solutions: readonly number[][],
  subject: Subject,
  chosen: readonly Choice[],
): void {
  network.vars.forEach((definition, variable) => {
    const others = chosen.filter((each) => each.variable !== variable);
    const left = solutions.filter((solution) => keeps(solution, others));
    const possible = new Set(left.map((solution) => solution[variable]));
    for (let index = 0; index < sizeOf(definition); index++) {
      expectEqual(
        subject.isPossible({variable, index}),
        possible.has(index),
        `${variable}=${index} after ${textOf(chosen)}`,
      );
    }
    const bounds = subject.bounds(variable);
    if (!bounds) return;
    const indices = left.map((solution) => solution[variable] ?? 0);
    expectEqual(
      bounds,
      {min: Math.min(...indices), max: Math.max(...indices)},
      `bounds of ${variable} after ${textOf(chosen)}`,
    );
  });
  const completed = Array.from(subject.solution());
  if (!keeps(completed, chosen) || !solutions.some((solution) => solution.join() === completed.join())) {
    throw new Error(`${completed.join()} is no solution with ${textOf(chosen)}`);
  }
}

interface FoundConflict {
  readonly chosen: readonly Choice[];
  readonly choice: Choice;
  readonly conflict: Conflict;
}

/** An explanation suffices, and none of it can be left out; repairs are all there are, in order. */
function checkConflict(
  network: Network,
  solutions: readonly number[][],
  {chosen, choice, conflict}: FoundConflict,
): void {
  const what = `${textOf([choice])} after ${textOf(chosen)}`;
  const {choices, constraints, repairs} = conflict;
  const all = constraintsOf(network);
  const solvable = (kept: readonly Choice[], among: readonly number[] | null): boolean => {
    const found = among
      ? solutionsOf(
          withConstraints(
            network,
            among.flatMap((place) => all[place] ?? []),
          ),
        )
      : solutions;
    return found.some((solution) => keeps(solution, [...kept, choice]));
  };
  if (solvable(choices, constraints)) throw new Error(`${what} is not impossible with ${textOf(choices)}`);
  for (const left of choices) {
    const rest = choices.filter((each) => each !== left);
    if (!solvable(rest, constraints)) throw new Error(`${what}: ${textOf([left])} is not needed to explain it`);
  }
  for (const left of constraints ?? []) {
    const rest = constraints?.filter((each) => each !== left) ?? [];
    if (!solvable(choices, rest)) throw new Error(`${what}: constraint ${left} is not needed to explain it`);
  }
  const expected = smallestRepairs(chosen, (kept) => solvable(kept, null));
  expectEqual(repairs.map(textOf), expected.slice(0, maxRepairs).map(textOf), `repairs of ${what}`);
}

/** All sets of which none contains another: fewest first, among equals those with the oldest. */
export function smallestRepairs<T>(items: readonly T[], isFine: (kept: readonly T[]) => boolean): T[][] {
  const sets = Array.from({length: 2 ** items.length}, (_, bits) =>
    items.map((_, age) => age).filter((age) => ((bits >> age) & 1) === 1),
  ).filter((set) => isFine(items.filter((_, age) => !set.includes(age))));
  return sets
    .filter((set) => !sets.some((other) => other.length < set.length && other.every((age) => set.includes(age))))
    .sort((a, b) => a.length - b.length || firstDifference(a, b))
    .map((set) => set.flatMap((age) => items[age] ?? []));
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((age, index) => age !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

function textOf(choices: readonly Choice[]): string {
  return `{${choices.map(({variable, index}) => `${variable}=${index}`).join(' ')}}`;
}

function expectEqual(found: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
}

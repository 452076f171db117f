import {compares, numberAt, sizeOf, type Choice, type Network} from './network.js';

/** Every solution of a small network, in lexicographic order: an index for each variable. */
export function solutionsOf(network: Network): number[][] {
  const checks = checksOf(network);
  let partial: number[][] = [[]];
  network.vars.forEach((definition, variable) => {
    const due = checks.filter(({last}) => last === variable);
    partial = partial
      .flatMap((start) => Array.from({length: sizeOf(definition)}, (_, index) => [...start, index]))
      // What is decided already is checked at once, so that the list stays short.
      .filter((solution) => due.every(({holds}) => holds(solution)));
  });
  return checks.every(({last}) => last >= 0) ? partial : [];
}

/** Whether a solution makes all choices. */
export function keeps(solution: ArrayLike<number>, choices: readonly Choice[]): boolean {
  return choices.every(({variable, index}) => solution[variable] === index);
}

interface Check {
  /** The last variable it reads; -1: none, and then it holds for nothing. */
  readonly last: number;
  holds(solution: readonly number[]): boolean;
}

function checksOf({vars, cnf = [], tables = [], clauses = [], lin = []}: Network): Check[] {
  const valueOf = (solution: readonly number[], variable: number): number =>
    numberAt(vars[variable] ?? {n: ''}, solution[variable] ?? 0);
  const check = (variables: readonly number[], holds: Check['holds']): Check => ({
    last: Math.max(-1, ...variables),
    holds,
  });
  return [
    ...cnf.map((clause) =>
      check(
        clause.map((literal) => Math.abs(literal) - 1),
        (solution) => clause.some((literal) => (solution[Math.abs(literal) - 1] === 1) === literal > 0),
      ),
    ),
    ...tables.map(({v, r}) =>
      check(v, (solution) =>
        r.some((row) => row.every((index, place) => index < 0 || solution[v[place] ?? 0] === index)),
      ),
    ),
    ...clauses.map((clause) =>
      check(
        clause.map(([variable]) => variable),
        (solution) => clause.some(([variable, op, value]) => compares(valueOf(solution, variable), op, value)),
      ),
    ),
    ...lin.map(({v, c, op, k}) =>
      check(v, (solution) =>
        compares(
          v.reduce((sum, variable, place) => sum + (c[place] ?? 0) * valueOf(solution, variable), 0),
          op,
          k,
        ),
      ),
    ),
  ];
}

import {compares, numberAt, sizeOf, type Choice, type Comparison, type Network} from './network.js';

/** A network for clingo, as the ground text ("aspif") that its solver reads. */
export interface GroundProgram {
  /** All but the last line, so that statements about choices can follow. */
  readonly text: string;
  /** The atom that says of a variable which value it has. */
  atomOf(choice: Choice): number;
}

/**
 * Writes a network for clingo. Values are atoms of which each variable chooses one; sums and counts are weighted bodies:
 * nothing here resembles the engine under test. Shown atoms are called `variable:index`.
 */
export function groundProgramOf(network: Network): GroundProgram {
  const {vars, cnf = [], tables = [], clauses = [], lin = []} = network;
  const lines = ['asp 1 0 0'];
  const starts: number[] = [];
  let atoms = 0;
  const newAtoms = (count: number): number[] => Array.from({length: count}, () => ++atoms);
  const atomOf = ({variable, index}: Choice): number => (starts[variable] ?? 0) + index;

  vars.forEach((variable, place) => {
    const own = newAtoms(sizeOf(variable));
    starts[place] = own[0] ?? 0;
    lines.push(choice(own), forbid(own.map((atom) => -atom)));
    if (own.length > 1)
      lines.push(
        forbidAtLeast(
          2,
          own.map((atom) => [atom, 1]),
        ),
      );
    own.forEach((atom, index) => {
      const name = `${place}:${index}`;
      lines.push(`4 ${name.length} ${name} 1 ${atom}`);
    });
  });
  const holding = (variable: number, isRight: (index: number) => boolean): number[] =>
    Array.from({length: sizeOf(vars[variable] ?? {n: ''})}, (_, index) => index)
      .filter(isRight)
      .map((index) => atomOf({variable, index}));
  const numberOf = (variable: number, index: number): number => numberAt(vars[variable] ?? {n: ''}, index);

  for (const clause of cnf) {
    lines.push(forbid(clause.map((literal) => -atomOf({variable: Math.abs(literal) - 1, index: literal > 0 ? 1 : 0}))));
  }
  for (const {v, r} of tables) {
    const rows = newAtoms(r.length);
    lines.push(choice(rows), forbid(rows.map((row) => -row)));
    r.forEach((row, number) =>
      row.forEach((index, place) => {
        if (index >= 0) lines.push(forbid([rows[number] ?? 0, -atomOf({variable: v[place] ?? 0, index})]));
      }),
    );
  }
  for (const clause of clauses) {
    const all = clause.flatMap(([variable, comparison, value]) =>
      holding(variable, (index) => compares(numberOf(variable, index), comparison, value)),
    );
    lines.push(forbid(all.map((atom) => -atom)));
  }
  for (const {v, c, op, k} of lin) {
    const terms = v.map((variable, place) =>
      holding(variable, () => true).map((atom, index): Term => [atom, (c[place] ?? 0) * numberOf(variable, index)]),
    );
    lines.push(...sumLines(terms, op, k, newAtoms));
  }
  return {text: lines.join('\n') + '\n', atomOf};
}

/** The lines that make choices hold, and the last one. */
export function keeping({atomOf}: GroundProgram, choices: readonly Choice[]): string {
  return [...choices.map((each) => forbid([-atomOf(each)])), '0\n'].join('\n');
}

/** The lines that make a solution the better the fewer choices it gives up, and the last one. */
export function givingUpFewest(program: GroundProgram, choices: readonly Choice[], wanted: Choice): string {
  const costs = choices.map((each) => ` ${-program.atomOf(each)} 1`).join('');
  return `2 0 ${choices.length}${costs}\n${keeping(program, [wanted])}`;
}

type Term = readonly [atom: number, weight: number];

/** A free choice of any of the atoms. */
function choice(atoms: readonly number[]): string {
  return `1 1 ${atoms.length}${list(atoms)} 0 0`;
}

/** These are not all true at once. */
function forbid(literals: readonly number[]): string {
  return `1 0 0 0 ${literals.length}${list(literals)}`;
}

function forbidAtLeast(bound: number, terms: readonly Term[]): string {
  return `1 0 0 ${weighted(bound, terms)}`;
}

function weighted(bound: number, terms: readonly Term[]): string {
  return `1 ${bound} ${terms.length}${list(terms.flat())}`;
}

function list(numbers: readonly number[]): string {
  return numbers.map((each) => ` ${each}`).join('');
}

/** Weights must be positive; each variable has exactly one value, so they can be moved together with the bound. */
function sumLines(
  groups: readonly (readonly Term[])[],
  comparison: Comparison,
  total: number,
  newAtoms: (count: number) => number[],
): string[] {
  const least = groups.map((terms) => Math.min(...terms.map(([, weight]) => weight)));
  const terms = groups
    .flatMap((group, place) => group.map(([atom, weight]): Term => [atom, weight - (least[place] ?? 0)]))
    .filter(([, weight]) => weight > 0);
  const bound = total - least.reduce((sum, weight) => sum + weight, 0);
  /** An atom that is true when the sum is at least so much. */
  const lines: string[] = [];
  const atLeast = (limit: number): number => {
    const [atom = 0] = newAtoms(1);
    lines.push(limit <= 0 ? `1 0 1 ${atom} 0 0` : `1 0 1 ${atom} ${weighted(limit, terms)}`);
    return atom;
  };
  const reached = atLeast(bound);
  const exceeded = atLeast(bound + 1);
  switch (comparison) {
    case '<':
      return [...lines, forbid([reached])];
    case '<=':
      return [...lines, forbid([exceeded])];
    case '>':
      return [...lines, forbid([-exceeded])];
    case '>=':
      return [...lines, forbid([-reached])];
    case '=':
      return [...lines, forbid([-reached]), forbid([exceeded])];
    case '!=':
      return [...lines, forbid([reached, -exceeded])];
  }
}

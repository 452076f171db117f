/** A variable of a network; without a list of values it is a boolean with the values false and true. */
export interface NetworkVariable {
  readonly n: string;
  readonly d?: readonly (string | number)[];
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * A constraint problem in the neutral form of the field's collections, `cfgn/1`: short keys, so that files of 200,000
 * rows stay small. A configuration gives each variable one value, and all constraints hold.
 */
export interface Network {
  readonly format: 'cfgn/1';
  readonly name: string;
  readonly vars: readonly NetworkVariable[];
  /** Clauses over booleans: `3` says that the variable at 2 is true, `-3` that it is false. */
  readonly cnf?: readonly (readonly number[])[];
  /** Tuples of the variables `v` are one of the rows `r` of value indices; -1 is any value. */
  readonly tables?: readonly {readonly v: readonly number[]; readonly r: readonly (readonly number[])[]}[];
  /** Of each at least one statement `[variable, comparison, number]` holds; numbers are values, not indices. */
  readonly clauses?: readonly (readonly (readonly [variable: number, comparison: Comparison, value: number])[])[];
  /** The sum of each coefficient times the value compares like this with `k`. */
  readonly lin?: readonly {
    readonly v: readonly number[];
    readonly c: readonly number[];
    readonly op: Comparison;
    readonly k: number;
  }[];
}

/** How many values a variable has. */
export function sizeOf({d}: NetworkVariable): number {
  return d?.length ?? 2;
}

/** The number at an index, as sums and comparisons see it; false and true are 0 and 1. */
export function numberAt({n, d}: NetworkVariable, index: number): number {
  const value = d ? d[index] : index;
  if (typeof value !== 'number') throw new TypeError(`${n} has no number at ${index}.`);
  return value;
}

export function compares(a: number, comparison: Comparison, b: number): boolean {
  switch (comparison) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** A choice: a variable has the value at an index. */
export interface Choice {
  readonly variable: number;
  readonly index: number;
}

/** Every constraint by itself, so that some can be left out. */
export type NetworkConstraint =
  | {readonly kind: 'cnf'; readonly item: NonNullable<Network['cnf']>[number]}
  | {readonly kind: 'table'; readonly item: NonNullable<Network['tables']>[number]}
  | {readonly kind: 'clause'; readonly item: NonNullable<Network['clauses']>[number]}
  | {readonly kind: 'sum'; readonly item: NonNullable<Network['lin']>[number]};

export function constraintsOf({cnf = [], tables = [], clauses = [], lin = []}: Network): NetworkConstraint[] {
  return [
    ...cnf.map((item) => ({kind: 'cnf' as const, item})),
    ...tables.map((item) => ({kind: 'table' as const, item})),
    ...clauses.map((item) => ({kind: 'clause' as const, item})),
    ...lin.map((item) => ({kind: 'sum' as const, item})),
  ];
}

/** The network with these constraints only. */
export function withConstraints({format, name, vars}: Network, constraints: readonly NetworkConstraint[]): Network {
  return {
    format,
    name,
    vars,
    cnf: constraints.flatMap((each) => (each.kind === 'cnf' ? [each.item] : [])),
    tables: constraints.flatMap((each) => (each.kind === 'table' ? [each.item] : [])),
    clauses: constraints.flatMap((each) => (each.kind === 'clause' ? [each.item] : [])),
    lin: constraints.flatMap((each) => (each.kind === 'sum' ? [each.item] : [])),
  };
}

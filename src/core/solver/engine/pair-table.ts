import type {Kernel} from './kernel.js';

/** Tables of two columns and up to so many rows become clauses: what follows from a value is found without a look at the rows. */
const mostRows = 256;

/**
 * Says a table of two columns with clauses, one for each value: with it goes one of those that it stands beside. False: the
 * table is not of that kind.
 */
export function addAsPairs(
  kernel: Kernel,
  variables: readonly number[],
  rows: readonly (readonly (number | readonly number[])[])[],
): boolean {
  const [one = 0, other = 0] = variables;
  if (variables.length !== 2 || one === other || rows.length > mostRows) return false;
  const {domains} = kernel;
  const besides = variables.map((variable) => Array.from({length: domains.size(variable)}, () => new Set<number>()));
  for (const row of rows) {
    const [ones = [], others = []] = variables.map((variable, column) => valuesOf(row[column] ?? -1, variable));
    for (const at of ones) for (const beside of others) besides[0]?.[at]?.add(beside);
    for (const at of others) for (const beside of ones) besides[1]?.[at]?.add(beside);
  }
  besides.forEach((values, column) => {
    const opposite = column === 0 ? other : one;
    values.forEach((beside, index) => {
      if (beside.size === domains.size(opposite)) return;
      const supports = [...beside].map((at) => domains.equal(opposite, at));
      kernel.addOpenClause([domains.equal(column === 0 ? one : other, index) ^ 1, ...supports]);
    });
  });
  return true;

  /** A negative cell stands for any value. */
  function valuesOf(cell: number | readonly number[], variable: number): readonly number[] {
    if (typeof cell !== 'number') return cell;
    return cell < 0 ? Array.from({length: domains.size(variable)}, (_, index) => index) : [cell];
  }
}

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
  [one, other].forEach((variable, column) => {
    const opposite = column === 0 ? other : one;
    const size = domains.size(opposite);
    for (let index = 0; index < domains.size(variable); index++) {
      const beside = new Set<number>();
      for (const row of rows) {
        if (!allows(row[column], index)) continue;
        for (let at = 0; at < size; at++) if (allows(row[1 - column], at)) beside.add(at);
      }
      if (beside.size === size) continue;
      const supports = [...beside].map((at) => domains.equal(opposite, at));
      kernel.addOpenClause([domains.equal(variable, index) ^ 1, ...supports]);
    }
  });
  return true;
}

/** A negative cell stands for any value. */
function allows(cell: number | readonly number[] | undefined, index: number): boolean {
  if (typeof cell === 'number') return cell === index || cell < 0;
  return cell?.includes(index) === true;
}

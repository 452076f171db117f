/**
 * The smallest set of numbers that has one of each conflict and contains none of the sets that are barred; among equals
 * the one with the lowest numbers. `null` when there is none.
 */
export function nextHittingSet(
  conflicts: readonly (readonly number[])[],
  barred: readonly (readonly number[])[],
): number[] | null {
  const all = new Set(conflicts.flat()).size;
  const set: number[] = [];
  for (let size = 0; size <= all; size++) if (extend(size, -1)) return set;
  return null;

  /** Adds so many numbers above the last. */
  function extend(left: number, last: number): boolean {
    if (barred.some((other) => other.every((number) => set.includes(number)))) return false;
    const open = conflicts.filter((conflict) => !conflict.some((number) => set.includes(number)));
    if (open.length === 0) return true;
    if (disjoint(open) > left) return false;
    // Numbers only go up: each open conflict must have one that is not lower than the next.
    const highest = Math.min(...open.map((conflict) => Math.max(...conflict)));
    const candidates = [...new Set(open.flat())].filter((number) => number > last && number <= highest);
    for (const number of candidates.sort((a, b) => a - b)) {
      set.push(number);
      if (extend(left - 1, number)) return true;
      set.pop();
    }
    return false;
  }
}

/** How many conflicts at least have nothing in common: each needs a number of its own. */
function disjoint(conflicts: readonly (readonly number[])[]): number {
  const used = new Set<number>();
  let count = 0;
  for (const conflict of conflicts) {
    if (conflict.some((number) => used.has(number))) continue;
    count++;
    for (const number of conflict) used.add(number);
  }
  return count;
}

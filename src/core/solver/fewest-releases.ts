/** How many sets are looked at. Products have few ways out that anybody would read. */
const maxSets = 4000;

/**
 * Sets of items to give up so that nothing fails any more: fewest first, among equals those with the earliest items. No
 * set contains another.
 *
 * @param items In order of age, oldest first.
 * @param failing Tells which items, of those not given up, cannot stay together; `null` when the rest is fine. An empty
 * answer means that giving up more does not help.
 */
export function fewestReleases<T>(
  items: readonly T[],
  failing: (released: ReadonlySet<T>) => readonly T[] | null,
  limit: number,
): T[][] {
  const ages = new Map(items.map((item, age) => [item, age]));
  const found: number[][] = [];
  // Every conflict needs one of its items given up: walk through the choices, level by level.
  let level: number[][] = [[]];
  let seen = 0;
  while (level.length > 0 && found.length < limit) {
    const next = new Map<string, number[]>();
    for (const set of level.sort(byAge)) {
      if (found.some((smaller) => smaller.every((age) => set.includes(age)))) continue;
      if (++seen > maxSets) return name(found);
      const conflict = failing(new Set(set.map((age) => items[age]).filter((item) => item !== undefined)));
      if (!conflict) {
        found.push(set);
        if (found.length === limit) return name(found);
        continue;
      }
      for (const item of conflict) {
        const age = ages.get(item);
        if (age === undefined || set.includes(age)) continue;
        const larger = [...set, age].sort((a, b) => a - b);
        next.set(larger.join(), larger);
      }
    }
    level = [...next.values()];
  }
  return name(found);

  function name(sets: readonly (readonly number[])[]): T[][] {
    return sets.map((set) => set.map((age) => items[age]).filter((item) => item !== undefined));
  }
}

function byAge(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((age, index) => age !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** Smaller groups are as good as clauses. */
const smallest = 4;

/**
 * Finds among clauses of two literals those that together say that at most one of a group is true: a choice of hundreds
 * is that many squared clauses, or one group.
 *
 * @param pairs The literals of the clauses, two by two.
 * @param literals How many literals there are.
 * @param addGroup Called with each group.
 * @param addPair Called with each clause that is left.
 */
export function findExclusiveGroups(
  pairs: Int32Array,
  literals: number,
  addGroup: (literals: readonly number[]) => void,
  addPair: (one: number, other: number) => void,
): void {
  // A clause bars two literals from being true together: an edge between them. Groups are cliques.
  const starts = new Int32Array(literals + 1);
  for (const literal of pairs) starts[(literal ^ 1) + 1] = (starts[(literal ^ 1) + 1] ?? 0) + 1;
  for (let literal = 0; literal < literals; literal++) {
    starts[literal + 1] = (starts[literal + 1] ?? 0) + (starts[literal] ?? 0);
  }
  const ends = starts.slice();
  const edges = new Int32Array(pairs.length);
  for (let place = 0; place < pairs.length; place++) {
    const end = (pairs[place] ?? 0) ^ 1;
    edges[ends[end] ?? 0] = (pairs[place ^ 1] ?? 0) ^ 1;
    ends[end] = (ends[end] ?? 0) + 1;
  }
  const isUsed = new Uint8Array(edges.length);
  /** Who is a candidate now: those that have the present stamp. */
  const stamps = new Int32Array(literals);
  let stamp = 0;
  const mark = (some: readonly number[]): void => {
    stamp++;
    for (const literal of some) stamps[literal] = stamp;
  };
  for (let first = 0; first < literals; first++) {
    for (let start = starts[first] ?? 0; start < (starts[first + 1] ?? 0); start++) {
      if (isUsed[start]) continue;
      const group = [first];
      let candidates: number[] = [];
      for (let place = start; place < (starts[first + 1] ?? 0); place++) {
        if (!isUsed[place]) candidates.push(edges[place] ?? 0);
      }
      if (candidates.length < smallest - 1) break;
      while (candidates.length > 0) {
        const next = candidates[0] ?? 0;
        mark(candidates);
        group.push(next);
        stamps[next] = 0;
        candidates = [];
        for (let place = starts[next] ?? 0; place < (starts[next + 1] ?? 0); place++) {
          const other = edges[place] ?? 0;
          if (stamps[other] !== stamp) continue;
          stamps[other] = 0;
          candidates.push(other);
        }
      }
      if (group.length < smallest) continue;
      addGroup(group);
      mark(group);
      for (const literal of group) {
        for (let place = starts[literal] ?? 0; place < (starts[literal + 1] ?? 0); place++) {
          if (stamps[edges[place] ?? 0] === stamp) isUsed[place] = 1;
        }
      }
    }
  }
  for (let literal = 0; literal < literals; literal++) {
    for (let place = starts[literal] ?? 0; place < (starts[literal + 1] ?? 0); place++) {
      const other = edges[place] ?? 0;
      if (!isUsed[place] && literal < other) addPair(literal ^ 1, other ^ 1);
    }
  }
}

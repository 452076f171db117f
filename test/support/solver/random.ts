/** Numbers that look random and depend on a seed alone. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** A whole number, both ends included. */
  between(least: number, greatest: number): number;
  /** True in this share of the cases. */
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, each once, in random order. */
  sample<T>(items: readonly T[], count: number): T[];
}

/** The generator "mulberry32" of Tommy Ettinger: small, and good enough to make test data. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  };
  return {
    below,
    between: (least, greatest) => least + below(greatest - least + 1),
    chance: (share) => next() < share,
    pick,
    sample(items, count) {
      const rest = [...items];
      return Array.from({length: Math.min(count, rest.length)}, () => rest.splice(below(rest.length), 1)).flat();
    },
  };
}

import {numberAt, sizeOf, type Comparison, type Network, type NetworkVariable} from '../network.js';
import {createRandom, type Random} from '../random.js';

export interface SumsSize {
  readonly variables: number;
  readonly sums: number;
  /** How many terms a sum has at most; at least 5 where there are as many variables. */
  readonly terms: number;
  /** The most values a variable has. Default 30. */
  readonly values?: number;
}

/** Power, weight and slots: sums over five and more variables, next to clauses of comparisons and small tables. */
export function sums(seed: number, {variables, sums: count, terms, values = 30}: SumsSize): Network {
  const random = createRandom(seed);
  const vars = Array.from({length: variables}, (_, index): NetworkVariable => {
    const step = random.pick([1, 1, 5, 10, 25]);
    const from = random.chance(0.3) ? -random.below(4) * step : 0;
    return {
      n: `x${index}`,
      d: Array.from(
        {length: random.between(2, random.chance(0.3) ? values : Math.min(values, 8))},
        (_, at) => from + at * step,
      ),
    };
  });
  const known = vars.map((variable) => random.below(sizeOf(variable)));
  const valueOf = (index: number): number => numberAt(vars[index] ?? {n: ''}, known[index] ?? 0);
  const all = vars.map((_, index) => index);
  return {
    format: 'cfgn/1',
    name: `sums-${variables}-${seed}`,
    vars,
    lin: Array.from({length: count}, () => {
      const v = random.sample(all, random.between(Math.min(5, terms), terms));
      const c = v.map(() => random.pick([1, 1, 1, -1, 2, 3, -2]));
      const total = v.reduce((sum, index, place) => sum + (c[place] ?? 0) * valueOf(index), 0);
      return {v, c, ...boundAround(random, total)};
    }),
    clauses: Array.from({length: variables >> 1}, () => clauseAround(random, all, valueOf)),
    tables: Array.from({length: variables >> 3}, () => {
      const v = random.sample(all, 2);
      const rows = Array.from({length: random.between(3, 10)}, () =>
        v.map((index) => random.below(sizeOf(vars[index] ?? {n: ''}))),
      );
      return {v, r: [v.map((index) => known[index] ?? 0), ...rows]};
    }),
  };
}

/** A comparison that the known total passes, mostly closely. */
function boundAround(random: Random, total: number): {op: Comparison; k: number} {
  const slack = random.pick([0, 1, 3, 10, 40]);
  if (random.chance(0.15)) return {op: '=', k: total};
  if (random.chance(0.1)) return {op: '!=', k: total + slack + 1};
  return random.pick([
    {op: '<=' as const, k: total + slack},
    {op: '>=' as const, k: total - slack},
    {op: '<' as const, k: total + slack + 1},
    {op: '>' as const, k: total - slack - 1},
  ]);
}

/** "When this is large, that is not small": one statement holds at the known values, the others may. */
function clauseAround(
  random: Random,
  all: readonly number[],
  valueOf: (variable: number) => number,
): [number, Comparison, number][] {
  const [first = 0, ...others] = random.sample(all, random.between(2, 3));
  const near = boundAround(random, valueOf(first));
  return [
    [first, near.op, near.k],
    ...others.map((other): [number, Comparison, number] => [
      other,
      random.pick(['=', '!=', '<', '<=', '>', '>='] as const),
      valueOf(other) + random.between(-5, 5),
    ]),
  ];
}

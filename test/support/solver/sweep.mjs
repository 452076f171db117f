// Random tests whose number follows the tier. `TWIK_SEED=…` runs a printed seed again.
import * as fc from 'fast-check';

const tier = process.env.TWIK_TIER ?? 'quick';

/** How many runs the tier takes: a hundred or so in quick, a thousand in all, ten thousand in long, times a share. */
export function runsOf(share = 1) {
  const runs = {quick: 100, all: 1000, long: 10_000};
  return Math.ceil((runs[tier] ?? runs.quick) * share);
}

/**
 * Checks a property with a fresh seed, which the test prints. A failure is shrunk and says how to see it again.
 *
 * @param share Of the tier's runs, for what takes longer than the rest.
 */
export function sweep(test, property, share = 1) {
  const seed = process.env.TWIK_SEED ? Number(process.env.TWIK_SEED) : Date.now() & 0x7fffffff;
  const numRuns = runsOf(share);
  test.diagnostic(`${test.name}: seed ${seed}, ${numRuns} runs`);
  fc.assert(property, {seed, numRuns});
}

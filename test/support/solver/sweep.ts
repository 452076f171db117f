import * as fc from 'fast-check';
import {runs} from '../runs.js';

declare const process: {readonly env: {readonly TWIK_SEED?: string}};

/** As much of a Node test as is needed to say something in its name. */
interface Speaker {
  readonly name: string;
  diagnostic(message: string): void;
}

/**
 * Checks a property with a fresh seed, which the test prints: a hundred runs in the quick tier, a thousand in all, ten
 * thousand in the long one. A failure is shrunk and says how to see it again; `TWIK_SEED=…` runs a printed seed once more.
 *
 * @param share Of these runs, for what takes longer than the rest.
 */
export function sweep<Ts>(test: Speaker, property: fc.IProperty<Ts>, share = 1): void {
  const given = Number(process.env.TWIK_SEED);
  const seed = Number.isInteger(given) ? given : Date.now() & 0x7fffffff;
  const numRuns = Math.ceil(runs(100, 1000, 10_000) * share);
  test.diagnostic(`${test.name}: seed ${seed}, ${numRuns} runs`);
  fc.assert(property, {seed, numRuns});
}

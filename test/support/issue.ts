import {TwikError} from '../../src/core/error.js';

/** The TwikError that `run` throws; anything else, nothing included, fails the test. */
export function issueOf(run: () => unknown): TwikError {
  try {
    run();
  } catch (error) {
    if (error instanceof TwikError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

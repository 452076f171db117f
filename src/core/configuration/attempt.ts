import {TwikError} from '../error.js';

/** Runs what may fail on purpose, and gives the error in place of a result. Any other error is thrown on. */
export function attempt<T>(run: () => T): T | TwikError {
  try {
    return run();
  } catch (error) {
    if (error instanceof TwikError) return error;
    throw error;
  }
}

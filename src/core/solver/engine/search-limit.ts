import {TwikError} from '../../error.js';

/** What is thrown where an answer takes more work than was allowed. */
export function searchLimit(): TwikError {
  return new TwikError('search-limit', 'This question takes more work than was allowed. Simplify the constraints.');
}

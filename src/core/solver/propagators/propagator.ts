import type {Domains} from '../domains.js';

/** A constraint at work. */
export interface Propagator {
  readonly variables: readonly number[];
  /**
   * Takes values out of the domains that the constraint rules out, or fails them. Once all variables are fixed it fails
   * exactly when the constraint does not hold. Returns whether the constraint holds whatever else happens.
   */
  propagate(domains: Domains): boolean;
}

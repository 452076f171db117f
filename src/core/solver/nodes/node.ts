import type {Domains} from '../domains.js';
import type {Possible} from '../possible.js';

/**
 * A formula over domains instead of values. What a failing formula would give is left out: who needs its value cannot
 * hold then.
 */
export interface Node {
  /** What it can be, as of the last `forward`. */
  readonly value: Possible;
  /** Works `value` out from the domains. */
  forward(domains: Domains): void;
  /** Takes values out of the domains with which it could not be among these. Needs `forward` first. */
  narrow(domains: Domains, allowed: Possible): void;
  /** Like `narrow`, to anything but this single value. */
  exclude(domains: Domains, single: Possible): void;
}

/** What nodes of all kinds do the same way. */
export abstract class BaseNode implements Node {
  abstract readonly value: Possible;
  abstract forward(domains: Domains): void;
  abstract narrow(domains: Domains, allowed: Possible): void;

  exclude(domains: Domains, single: Possible): void {
    this.narrow(domains, this.value.without(single));
  }
}

/** Counts passes, so that what several formulas share is worked out once in each. */
export class Pass {
  current = 0;
}

import {TwikError} from '../error.js';

/** What is wrong with a formula: in its text, not yet where. */
export interface Fault {
  readonly code: string;
  /** What is wrong, such as `Unknown name "finsh"`. */
  readonly what: string;
  /** What to do about it, a sentence. */
  readonly cure: string;
}

/** Throws a fault with its place: JSON pointer, and 1-based column in UTF-16 units. */
export function fail({code, what, cure}: Fault, start: number, path: string): never {
  throw new TwikError(code, `${what} in column ${start + 1}. ${cure}`, {path});
}

/** A cure that lists what there is: `Options: oak, walnut, …`. */
export function listing(title: string, words: Iterable<string>): string {
  const all = [...words];
  if (all.length === 0) return `There are no ${title.toLowerCase()} here.`;
  return `${title}: ${all.slice(0, 8).join(', ')}${all.length > 8 ? ', …' : ''}.`;
}

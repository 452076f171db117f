import {TwikError} from '../error.js';
import {didYouMean} from '../text/did-you-mean.js';

/** Throws what is wrong with a formula, with its place: JSON pointer, and 1-based column in UTF-16 units. */
export function fail(code: string, what: string, cure: string, {start}: {start: number}, path: string): never {
  throw new TwikError(code, `${what} in column ${start + 1}. ${cure}`, {path});
}

/** Throws `<kind>-unknown` for a word that is not among those that are known. */
export function failUnknown(
  kind: string,
  word: string,
  known: Iterable<string>,
  place: {start: number},
  path: string,
): never {
  fail(`${kind}-unknown`, `Unknown ${kind} "${word.slice(0, 64)}"`, cureFor(word, [...known]), place, path);
}

/** What to write in place of a word that is not known: the nearest, or what there is. */
export function cureFor(word: string, known: readonly string[]): string {
  const first = known.slice(0, 12).join(', ');
  return didYouMean(word, known) || `Known: ${first || 'none'}${known.length > 12 ? ', …' : ''}.`;
}

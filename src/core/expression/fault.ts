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
  const words = [...known];
  const cure = didYouMean(word, words) || listing('Known', words);
  fail(`${kind}-unknown`, `Unknown ${kind} "${word.slice(0, 64)}"`, cure, place, path);
}

/** A cure that lists what there is: `Known: oak, walnut, ….` */
export function listing(title: string, words: readonly string[]): string {
  const first = words.slice(0, 12).join(', ');
  return `${title}: ${first || 'none'}${words.length > 12 ? ', …' : ''}.`;
}

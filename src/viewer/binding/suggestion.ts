import {didYouMean} from '../../core/text/did-you-mean.js';

/** What to write instead of a name that is not there: the nearest one, or all of them when they are few. */
export function suggestion(word: string, names: readonly string[]): string {
  const near = didYouMean(word, names);
  if (near) return near;
  if (names.length === 0) return 'The file names none.';
  const rest = names.length - 8;
  return `There are ${names
    .slice(0, 8)
    .map((name) => `"${name}"`)
    .join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

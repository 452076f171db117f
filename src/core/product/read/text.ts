import {below, report, reportNot, type Read} from '../json/place.js';
import {isObject} from '../json/readers.js';
import type {Text} from '../../text/text.js';

const locale = /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/;

/** What a person reads: never empty, in no language. */
export const text: Read<Text> = (value, place) => {
  if (typeof value !== 'string' && !isObject(value)) return reportNot(place, 'a text, or one for each language', value);
  const texts: [string, unknown][] = typeof value === 'string' ? [['', value]] : Object.entries(value);
  if (texts.length === 0)
    return report(place, 'text-missing', 'There is no text here. Write one, or leave the key out.');
  let isRight = true;
  for (const [key, words] of texts) {
    const at = key ? below(place, key) : place;
    if (key !== '' && !locale.test(key)) {
      report(at, 'locale-invalid', `"${key}" is not a language tag. Write one such as "en" or "de-CH".`);
    } else if (typeof words !== 'string') reportNot(at, 'a text', words);
    else if (words.trim() === '') report(at, 'text-missing', 'The text is empty. Write one, or leave the key out.');
    else continue;
    isRight = false;
  }
  return isRight ? (value as Text) : undefined;
};

import {matching, anyString, isObject, record} from '../json/readers.js';
import type {Read} from '../json/place.js';
import type {Text} from '../../text/text.js';

/** A BCP 47 language tag. */
export const locale = matching(
  /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/,
  'a language tag such as "en" or "de-CH"',
  'locale-invalid',
);

const words: Read<string> = (value, place) => {
  const text = anyString(value, place);
  return text.trim() ? text : place.fail('text-missing', 'The text is empty. Write one, or leave the key out.');
};

const texts = record((value, place, key) => {
  locale(key, place);
  return words(value, place);
});

/** What a person reads: never empty, in no language. */
export const text: Read<Text> = (value, place) => {
  if (!isObject(value)) return words(value, place);
  if (Object.keys(value).length === 0) words('', place);
  return Object.fromEntries(texts(value, place));
};

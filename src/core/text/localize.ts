import type {Text} from './text.js';

/** A text in a language: the exact locale, else its language, else the default locale, else the first there is. */
export function localize(text: Text, locale: string, defaultLocale: string): string {
  if (typeof text === 'string') return text;
  const entries = Object.entries(text);
  for (const wanted of [locale, languageOf(locale), defaultLocale, languageOf(defaultLocale)]) {
    const found = entries.find(([key]) => key.toLowerCase() === wanted.toLowerCase());
    if (found) return found[1];
  }
  return entries[0]?.[1] ?? '';
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? '';
}

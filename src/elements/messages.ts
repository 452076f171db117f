import type {TwikError} from '../core/error.js';
import {en, type Message, type MessageCode, type MessageTable} from './messages/en.js';

/** What stands in for `{name}` in a sentence. */
export type MessageValues = Readonly<Record<string, string | number>>;

const tables = new Map<string, Partial<MessageTable>>();
/** What all else falls back on. */
let english: Partial<Record<string, Message>> = en;

/**
 * Sets sentences of the interface for a language, or adds one. What a table lacks is taken from the language without
 * region, then from English.
 *
 * @example
 * setMessages('fr', {'actions.undo': 'Annuler'});
 */
export function setMessages(locale: string, table: Partial<MessageTable>): void {
  tables.set(locale, {...tables.get(locale), ...table});
}

/** Adds the sentences of a language that has come; those that the page has set stay. @internal */
export function provideMessages(language: string, table: MessageTable): void {
  tables.set(language, {...table, ...tables.get(language)});
}

/** Adds the English sentences of a part that has come. @internal */
export function provideEnglish(table: Readonly<Record<string, Message>>): void {
  english = {...english, ...table};
}

/**
 * The sentence of a code in a language; of several forms the one for `values.count`. Languages other than English speak
 * once `loadMessages()` has fetched them.
 */
export function msg(code: MessageCode, values: MessageValues, locale: string): string {
  const message = tables.get(locale)?.[code] ?? tables.get(languageOf(locale))?.[code] ?? english[code] ?? code;
  const form = typeof message === 'string' ? message : (message[pluralForm(values, locale)] ?? message.other);
  return form.replace(/\{(\w+)\}/g, (place: string, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

/** An error in the words of its code, or in its own where the table has none. */
export function errorMessage({code, message}: TwikError, locale: string): string {
  const key = `error.${code}`;
  return isMessageCode(key) ? msg(key, {}, locale) : message;
}

function isMessageCode(key: string): key is MessageCode {
  return key in english;
}

/** The language of a locale, without region. @internal */
export function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? locale;
}

function pluralForm({count}: MessageValues, locale: string): Intl.LDMLPluralRule {
  return typeof count === 'number' ? new Intl.PluralRules(locale).select(count) : 'other';
}

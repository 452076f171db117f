import {TwikError} from '../core/error.js';
import {languageOf, provideMessages} from './messages.js';
import type {MessageTable} from './messages/en.js';

/** The languages that Twik speaks besides English, each a file of its own that is fetched when it is first needed. */
const sources: ReadonlyMap<string, () => Promise<MessageTable>> = new Map([
  ['de', async () => (await import('./messages/de.js')).de],
]);

const loads = new Map<string, Promise<void>>();
const loaded = new Set<string>();

/**
 * Fetches the sentences of a language, so that `msg()` speaks it from then on. Returns `null` when there is nothing to
 * wait for: it is there already, or Twik has none for it. Elements do this before they render, and the promise `ready`
 * of a configurator waits for it; only programs that call `msg()` by themselves have to ask.
 *
 * @throws TwikError `messages-unreachable`, by the promise; `msg()` then goes on in English.
 * @example
 * await loadMessages('de-AT');
 * msg('actions.undo', {}, 'de-AT'); // 'Rückgängig'
 */
export function loadMessages(locale: string): Promise<void> | null {
  const language = languageOf(locale);
  const source = sources.get(language);
  if (!source || loaded.has(language)) return null;
  const load = loads.get(language) ?? fetchMessages(language, source);
  loads.set(language, load);
  return load;
}

async function fetchMessages(language: string, source: () => Promise<MessageTable>): Promise<void> {
  try {
    provideMessages(language, await source());
    loaded.add(language);
  } catch (cause) {
    const message = `The sentences for "${language}" could not be loaded, so Twik speaks English. Serve all of its files.`;
    throw new TwikError('messages-unreachable', message, {cause});
  }
}

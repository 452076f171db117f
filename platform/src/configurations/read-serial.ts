import {TwikError, type Origin, type SerialConfiguration, type Value} from '@twik/sdk/core';

const origins: readonly string[] = ['user', 'default', 'rule', 'restored'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isValue = (value: unknown): value is Value =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));

const isOrigin = (value: unknown): value is Origin => typeof value === 'string' && origins.includes(value);

/** Keeps the entries that pass; names the first that does not. */
function readEntries<Entry>(
  json: unknown,
  path: string,
  passes: (value: unknown) => value is Entry,
  wanted: string,
): Record<string, Entry> {
  if (!isRecord(json)) throw new TwikError('body-invalid', `${path} must be an object.`, {path});
  const entries: [string, Entry][] = [];
  for (const [key, value] of Object.entries(json)) {
    const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!passes(value)) throw new TwikError('body-invalid', `${at} must be ${wanted}.`, {path: at});
    entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/**
 * Reads a request body that must be a serial configuration. What it claims of completeness, consistency and hash is
 * dropped: the server works those out.
 *
 * @throws TwikError `body-not-json` or `body-invalid`, with the JSON pointer.
 */
export function readSerialConfiguration(text: string): SerialConfiguration {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new TwikError('body-not-json', 'The body must be JSON.', {cause});
  }
  if (!isRecord(json) || json['format'] !== 1) {
    throw new TwikError('body-invalid', 'The body must be a configuration with "format": 1.', {path: '/format'});
  }
  const {product, productVersion} = json;
  if (typeof product !== 'string')
    throw new TwikError('body-invalid', '/product must be a string.', {path: '/product'});
  if (typeof productVersion !== 'string') {
    throw new TwikError('body-invalid', '/productVersion must be a string.', {path: '/productVersion'});
  }
  return {
    format: 1,
    product,
    productVersion,
    values: readEntries(json['values'], '/values', isValue, 'a string, number, boolean, null or list of strings'),
    origins: readEntries(json['origins'], '/origins', isOrigin, `one of ${origins.join(', ')}`),
    complete: false,
    consistent: false,
    hash: '',
  };
}

import {TwikError} from '../../error.js';
import {checkTree} from './check-tree.js';
import {isObject, type JsonObject} from './readers.js';
import {jsonPosition} from './json-position.js';
import {tooLarge, utf8Length} from './size.js';

/**
 * Turns a product file's text into JSON that is safe to walk.
 *
 * @throws TwikError `product-too-large`, `json-invalid`, `nesting-too-deep`, `key-forbidden`, `value-invalid`.
 */
export function readSource(source: unknown, maxBytes: number): JsonObject {
  if (typeof source === 'string' && utf8Length(source, maxBytes) > maxBytes) throw tooLarge(maxBytes);
  const json = typeof source === 'string' ? parseJson(source) : source;
  checkTree(json, maxBytes);
  if (!isObject(json)) throw new TwikError('value-invalid', 'The product file is no object. Write {"format": 1, …}.');
  // A copy: what is frozen later must not be the caller's, and what JSON cannot say falls away.
  return typeof source === 'string' ? json : parseJson(JSON.stringify(json));
}

function parseJson(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch (cause) {
    const {line, column, found} = jsonPosition(text);
    const fault = found === null ? 'it ends too early' : `${JSON.stringify(found)} is not expected`;
    throw new TwikError(
      'json-invalid',
      `The product file is not JSON: ${fault} in line ${line}, column ${column}. Correct the file there.`,
      {cause},
    );
  }
}

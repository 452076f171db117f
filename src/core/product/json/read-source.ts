import {TwikError} from '../../error.js';
import {checkTree} from './check-tree.js';
import {jsonPosition} from './json-position.js';
import {isObject, type JsonObject} from './readers.js';
import {tooLarge, utf8Length} from './size.js';

/**
 * Turns a product file's text into JSON that is safe to walk.
 *
 * @throws TwikError `product-too-large`, `json-invalid`, `nesting-too-deep`, `key-forbidden`, `value-invalid`.
 */
export function readSource(source: unknown, maxBytes: number): JsonObject {
  const isText = typeof source === 'string';
  if (isText && utf8Length(source, maxBytes) > maxBytes) throw tooLarge(maxBytes);
  const json = isText ? parseJson(source) : source;
  checkTree(json, maxBytes);
  if (!isObject(json)) throw new TwikError('value-invalid', 'A product is an object. Write {"format": 1, …}.');
  // A copy: what is frozen later must not be the caller's, and what JSON cannot say falls away.
  return isText ? json : (JSON.parse(JSON.stringify(json)) as JsonObject);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const {line, column, found} = jsonPosition(text);
    const fault = found === null ? 'it ends too early' : `${JSON.stringify(found)} is not expected`;
    const message = `The product is not JSON: ${fault} in line ${line}, column ${column}. Correct it there.`;
    throw new TwikError('json-invalid', message, {cause});
  }
}

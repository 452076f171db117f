import {TwikError} from '../../error.js';
import type {JsonObject} from '../json/readers.js';

/** Each turns a document of one format into the next: the first lifts format 1 to 2. */
const steps: readonly ((source: JsonObject) => JsonObject)[] = [];

/** The format that this version reads without lifting. */
export const currentFormat = steps.length + 1;

/**
 * Brings a document of any known format to the current one.
 *
 * @throws TwikError `format-missing`, `format-unknown`.
 */
export function liftProduct(source: JsonObject): JsonObject {
  const {format} = source;
  if (format === undefined) {
    throw new TwikError('format-missing', `The format is missing. Add "format": ${currentFormat}.`);
  }
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1 || format > currentFormat) {
    throw new TwikError(
      'format-unknown',
      `Format ${JSON.stringify(format)} is not known; Twik reads up to ${currentFormat} here. Update Twik.`,
      {path: '/format'},
    );
  }
  return steps.slice(format - 1).reduce((document, lift) => lift(document), source);
}

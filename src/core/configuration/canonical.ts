import {TwikError} from '../error.js';

/**
 * JSON in its canonical form (RFC 8785): members sorted by UTF-16 units, no white space, numbers and strings as
 * ECMAScript writes them. Equal data gives equal text, so it can be hashed and signed. Members that are `undefined` are
 * left out, as in JSON.
 *
 * @throws TwikError `json-invalid` for what JSON cannot say: NaN, infinities, functions, halves of a character.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case 'string':
      // Without its other half, a surrogate has no UTF-8 form.
      if (!/\p{Surrogate}/u.test(value)) return JSON.stringify(value);
      break;
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
      const members = Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
      return `{${members.join(',')}}`;
    }
  }
  throw new TwikError('json-invalid', `A value of type ${typeof value} has no JSON form. Use finite numbers and text.`);
}

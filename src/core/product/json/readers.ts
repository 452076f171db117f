import {didYouMean} from '../../text/did-you-mean.js';
import {below, report, reportNot, type Place, type Read} from './place.js';

/** A JSON object whose members nobody has looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of its own, never one that every object inherits. */
export function memberOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A value that passes a test; `what` completes "write …". */
function where<T>(what: string, isRight: (value: unknown) => value is T): Read<T> {
  return (value, place) => (isRight(value) ? value : reportNot(place, what, value));
}

export const boolean = where('true or false', (value) => typeof value === 'boolean');
export const string = where('a text', (value): value is string => typeof value === 'string' && value !== '');
export const anyString = where('a text', (value) => typeof value === 'string');
export const number = where(
  'a number',
  (value): value is number => typeof value === 'number' && Number.isFinite(value),
);
export const whole = where(
  'a whole number from 0',
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
);
export const anything: Read<{readonly value: unknown}> = (value) => ({value});

/** One of a few words. */
export function word<const W extends string>(words: readonly W[]): Read<W> {
  const isWord = (value: unknown): value is W => words.some((known) => known === value);
  return where(
    words
      .map((known) => `"${known}"`)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1'),
    isWord,
  );
}

/** A text of a certain form. */
export function matching(pattern: RegExp, what: string, code = 'value-invalid'): Read<string> {
  return (value, place) => {
    if (typeof value !== 'string') return reportNot(place, what, value);
    return pattern.test(value)
      ? value
      : report(place, code, `"${value.slice(0, 80)}" is not right here; write ${what}.`);
  };
}

/** What may be left out. */
export function optional<T, const D>(read: Read<T>, otherwise: D): Read<T | D> {
  return (value, place) => (value === undefined ? otherwise : read(value, place));
}

/** A list; what is wrong in one item does not hide the others. */
export function list<T>(read: Read<T>, {min = 0, max = Infinity} = {}): Read<T[]> {
  const least = min > 0 ? ` with ${min === max ? min : `at least ${min}`}` : '';
  const what = `a list${least || (max < Infinity ? ` with at most ${max}` : '')}`;
  return (value, place) => {
    if (!Array.isArray(value)) return reportNot(place, what, value);
    if (value.length < min || value.length > max) {
      return report(place, 'value-invalid', `This list has ${value.length}; write ${what}.`);
    }
    const items = value.map((item: unknown, index) => read(item, below(place, index)));
    return items.filter((item) => item !== undefined);
  };
}

/** An object with members of free names. */
export function record<T>(read: (value: unknown, place: Place, key: string) => T | undefined): Read<Map<string, T>> {
  return (value, place) => {
    if (!isObject(value)) return reportNot(place, 'an object', value);
    const entries = Object.entries(value).map(([key, member]) => [key, read(member, below(place, key), key)] as const);
    return new Map(entries.filter((entry): entry is [string, T] => entry[1] !== undefined));
  };
}

type Shape = Readonly<Record<string, Read<unknown>>>;
type Shaped<S extends Shape> = {readonly [K in keyof S]: S[K] extends Read<infer T> ? T : never};

/** An object with members of known names. `undefined` when any of them is wrong, after all have been read. */
export function object<S extends Shape>(shape: S): Read<Shaped<S>> {
  return (value, place) => {
    if (!isObject(value)) return reportNot(place, 'an object', value);
    reportUnknownKeys(value, Object.keys(shape), place);
    const members = Object.entries(shape).map(([key, read]) => [key, read(memberOf(value, key), below(place, key))]);
    return members.some(([, member]) => member === undefined) ? undefined : (Object.fromEntries(members) as Shaped<S>);
  };
}

/** Reports members that mean nothing here. */
export function reportUnknownKeys(value: JsonObject, known: readonly string[], place: Place): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key) || key === '$schema' || key === '$comment' || key.startsWith('x-')) continue;
    const cure = didYouMean(key, known) || `Known here: ${known.join(', ')}. Prefix your own keys with "x-".`;
    report(below(place, key), 'key-unknown', `Unknown key "${key}". ${cure}`);
  }
}

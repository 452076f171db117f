import {cureFor} from '../../expression/fault.js';
import type {Place, Read} from './place.js';

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
  return (value, place) => (isRight(value) ? value : place.failNot(what, value));
}

export const anything: Read<unknown> = (value) => value;
export const boolean = where('true or false', (value) => typeof value === 'boolean');
export const anyString = where('a text', (value) => typeof value === 'string');
export const string = where('a text', (value): value is string => typeof value === 'string' && value !== '');
export const number = where('a number', (value): value is number => Number.isFinite(value));
export const whole = where(
  'a whole number from 0',
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
);
export const anyObject = where('an object', isObject);

/** One of a few words. */
export function word<const W extends string>(...words: readonly W[]): Read<W> {
  return where(`one of ${words.join(', ')}`, (value): value is W => words.some((known) => known === value));
}

/** A text of a certain form. */
export function matching(pattern: RegExp, what: string, code = 'value-invalid'): Read<string> {
  return (value, place) => {
    const text = anyString(value, place);
    return pattern.test(text) ? text : place.fail(code, `"${text.slice(0, 80)}" is not right here; write ${what}.`);
  };
}

/** What may be left out; a default of `undefined` leaves it out of the object too. */
export function optional<T>(read: Read<T>): Read<T | null>;
export function optional<T, const D>(read: Read<T>, otherwise: D): Read<T | D>;
export function optional(read: Read<unknown>, ...others: readonly unknown[]): Read<unknown> {
  const otherwise = others.length > 0 ? others[0] : null;
  return (value, place) => (value === undefined ? otherwise : read(value, place));
}

/** A reader with a check that reports what else is wrong. */
export function checked<T>(read: Read<T>, check: (value: T, place: Place, source: unknown) => void): Read<T> {
  return (source, place) => {
    const value = read(source, place);
    check(value, place, source);
    return value;
  };
}

/** A list; what is wrong in one item does not hide the others. */
export function list<T>(read: Read<T>, min = 0, max = Infinity): Read<T[]> {
  const what = min > 0 ? `a list with ${min === max ? '' : 'at least '}${min}` : 'a list';
  return (value, place) => {
    if (!Array.isArray(value)) return place.failNot(what, value);
    if (value.length < min || value.length > max) {
      place.fail('value-invalid', `There are ${value.length} here; write ${min < max ? `${min} to ${max}` : min}.`);
    }
    return value.flatMap((item: unknown, index) => {
      const at = place.at(index);
      return at.attempt(() => [read(item, at)], []);
    });
  };
}

/** A list of two. */
export function pair<T>(read: Read<T>): Read<readonly [T, T]> {
  return tuple(read, 2) as Read<unknown> as Read<readonly [T, T]>;
}

/** A list of three. */
export function triple<T>(read: Read<T>): Read<readonly [T, T, T]> {
  return tuple(read, 3) as Read<unknown> as Read<readonly [T, T, T]>;
}

function tuple<T>(read: Read<T>, length: number): Read<T[]> {
  return checked(list(read, length, length), (items, place) => {
    if (items.length < length) place.giveUp();
  });
}

/** An object with members of free names. */
export function record<T>(read: (value: unknown, place: Place, key: string) => T): Read<Map<string, T>> {
  return (value, place) => {
    const entries = Object.entries(anyObject(value, place)).flatMap(([key, member]) => {
      const at = place.at(key);
      return at.attempt(() => [[key, read(member, at, key)] as const], []);
    });
    return new Map(entries);
  };
}

type Shape = Readonly<Record<string, Read<unknown>>>;
type Shaped<S extends Shape> = {readonly [K in keyof S]: S[K] extends Read<infer T> ? T : never};

/** An object with members of known names. Every wrong one is reported before the object is given up. */
export function object<S extends Shape>(shape: S): Read<Shaped<S>> {
  return (value, place) => {
    const source = anyObject(value, place);
    reportUnknownKeys(source, Object.keys(shape), place);
    const members = Object.entries(shape).flatMap(([key, read]) => {
      const at = place.at(key);
      return at.attempt(() => [[key, read(memberOf(source, key), at)]], []);
    });
    if (members.length < Object.keys(shape).length) return place.giveUp();
    return Object.fromEntries(members.filter(([, member]) => member !== undefined)) as Shaped<S>;
  };
}

/** Reports members that mean nothing here. */
export function reportUnknownKeys(value: JsonObject, known: readonly string[], place: Place): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key) || /^(\$schema|\$comment|x-.*)$/.test(key)) continue;
    place.at(key).report('key-unknown', `Unknown key "${key}". ${cureFor(key, known)} Your own keys begin with "x-".`);
  }
}

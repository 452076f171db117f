import type {Issue} from '../../error.js';
import type {ExpressionEnvironment} from '../../expression/environment.js';

/** What all readers of one document share. */
export interface Reading {
  readonly issues: Issue[];
  /** What formulas may name; grows while the document is read. */
  environment: ExpressionEnvironment;
  /** The same for formulas that give article numbers and materials. */
  wordsEnvironment: ExpressionEnvironment;
  /** Names whose own definition is at fault: formulas with them are not judged. */
  readonly broken: Set<string>;
}

/** Where a reader stands in the document. */
export interface Place {
  /** JSON pointer (RFC 6901). */
  readonly path: string;
  readonly reading: Reading;
}

/** Turns one JSON value into what it means, or reports what is wrong and gives `undefined`. */
export type Read<T> = (value: unknown, place: Place) => T | undefined;

/** The place of a member. */
export function below({path, reading}: Place, key: string | number): Place {
  return {path: `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`, reading};
}

/** Notes what is wrong. Returns `undefined`, so that a reader can end with it. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- What the reader would have given.
export function report<T>({path, reading}: Place, code: string, message: string): T | undefined {
  reading.issues.push({code, message, path});
  return undefined;
}

/** Notes that a value is not `what` it must be, or is not there at all. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- What the reader would have given.
export function reportNot<T>(place: Place, what: string, value: unknown): T | undefined {
  const slash = place.path.lastIndexOf('/');
  const key = place.path.slice(slash + 1) || 'The document';
  if (value !== undefined) return report(place, 'value-invalid', `"${key}" is ${kindOf(value)}; write ${what}.`);
  // A pointer to nothing helps nobody: what lacks the value is named instead.
  return report({...place, path: place.path.slice(0, slash)}, 'value-missing', `"${key}" is missing; write ${what}.`);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return JSON.stringify(value).slice(0, 60);
}

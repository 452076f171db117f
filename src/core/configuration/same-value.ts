import type {Value} from '../product/parameter.js';

/** Whether two values of one parameter are the same. */
export function isSameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((option, index) => option === b[index]);
}

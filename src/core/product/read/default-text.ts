import {below, report, type Place} from '../json/place.js';
import type {TextParameter} from '../parameter.js';

/** In code points. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Checks a text's limits, and that its default keeps them. */
export function checkDefaultText(
  {
    minLength,
    maxLength,
    pattern,
    default: value,
  }: Pick<TextParameter, 'minLength' | 'maxLength' | 'pattern' | 'default'>,
  place: Place,
): void {
  if (minLength > maxLength) {
    report(below(place, 'minLength'), 'range-invalid', `The minimum is above the maximum. Write at most ${maxLength}.`);
  }
  let whole: RegExp | null = null;
  try {
    whole = pattern === null ? null : new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    report(below(place, 'pattern'), 'pattern-invalid', 'This is not a regular expression (with flag u). Correct it.');
  }
  if (value === null) return;
  const length = lengthOf(value);
  if (length < minLength || length > maxLength || (whole && !whole.test(value))) {
    report(
      below(place, 'default'),
      'default-invalid',
      'The default breaks the limits of its parameter. Change either.',
    );
  }
}

import type {Place} from '../json/place.js';
import type {ColorParameter, TextParameter} from '../parameter.js';

/** Checks a text's limits, and that its default keeps them. */
export function checkTextLimits(
  {
    minLength,
    maxLength,
    pattern,
    default: value,
  }: Pick<TextParameter, 'minLength' | 'maxLength' | 'pattern' | 'default'>,
  place: Place,
): void {
  if (minLength > maxLength) place.report('range-invalid', 'Write a "maxLength" that is not below "minLength".');
  let isMatch = true;
  try {
    isMatch = pattern === null || new RegExp(`^(?:${pattern})$`, 'u').test(value ?? '');
  } catch {
    place.at('pattern').fail('pattern-invalid', 'This is no regular expression (flag "u"). Correct it.');
  }
  if (value === null) return;
  const {length} = Array.from(value);
  if (!isMatch || length < minLength || length > maxLength) {
    place.at('default').report('default-invalid', 'The default breaks the limits of its parameter. Change either.');
  }
}

/** Checks that some colour can be picked, and the default be one of them. */
export function checkSwatches(
  {free, swatches, default: value}: Pick<ColorParameter, 'free' | 'swatches' | 'default'>,
  place: Place,
): void {
  if (free) return;
  if (swatches.length === 0) place.report('range-invalid', 'No colour can be picked. Add "swatches".');
  else if (value !== null) place.at('default').isKnown(value, swatches, 'swatch', 'default-invalid');
}

import type {TextParameter} from '../../../core/product/parameter.js';

/** What keeps a text from being the value. */
export type TextProblem =
  | {readonly kind: 'long'; readonly count: number}
  | {readonly kind: 'short'; readonly count: number}
  /** These characters are not allowed anywhere. */
  | {readonly kind: 'characters'; readonly characters: readonly string[]}
  | {readonly kind: 'form'};

/** In Unicode code points, as the limits are. */
export function textLength(text: string): number {
  return Array.from(text).length;
}

/** What is wrong with a text, the most helpful thing to say first; `null` when nothing is. */
export function textProblem(
  text: string,
  {minLength, maxLength, pattern}: Pick<TextParameter, 'minLength' | 'maxLength' | 'pattern'>,
): TextProblem | null {
  const length = textLength(text);
  if (pattern !== null) {
    const form = new RegExp(`^(?:${pattern})$`, 'u');
    if (!form.test(text)) {
      const characters = [...new Set(text)].filter((character) => !form.test(character));
      const rest = Array.from(text)
        .filter((character) => !characters.includes(character))
        .join('');
      // Where leaving some characters out cures it, they are the problem and worth naming.
      const isCured = characters.length > 0 && rest !== '' && form.test(rest);
      if (isCured || (characters.length === 1 && rest === '')) return {kind: 'characters', characters};
      if (length >= minLength && length <= maxLength) return {kind: 'form'};
    }
  }
  if (length > maxLength) return {kind: 'long', count: length - maxLength};
  if (length < minLength) return {kind: 'short', count: minLength};
  return null;
}

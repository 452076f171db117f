import {fail} from './fault.js';

/** The smallest piece of a formula. `text` of a string is what it says, without quotes and escapes. */
export interface Token {
  readonly kind: 'number' | 'name' | 'string' | 'symbol' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern =
  /(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|'((?:[^'\\]|\\[\\'"nt])*)'|(&&|\|\||[=!<>]=|[-+*/<>!?:,()[\]])/y;

const escapes: Readonly<Record<string, string>> = {n: '\n', t: '\t'};

/** How to put right what people write who know other languages. */
const cures: Readonly<Record<string, string>> = {
  '=': 'Write "==" to compare.',
  '&': 'Write "&&".',
  '|': 'Write "||".',
  '"': "Put texts in single quotes: 'oak'.",
  "'": "Close the text with a single quote; inside it write \\' and \\\\.",
  '.': "There is no member access, and a decimal begins with a digit: attribute(finish, 'density'), 0.5.",
  'and': 'Write "&&".',
  'or': 'Write "||".',
  'not': 'Write "!".',
};

/** What to do about a character or word that people take from another language. */
export function cureFor(text: string): string | undefined {
  return Object.hasOwn(cures, text) ? cures[text] : undefined;
}

/** @throws TwikError `expression-syntax`. */
export function tokenize(source: string, path: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (;;) {
    while (/\s/.test(source.charAt(start))) start++;
    if (start === source.length) return [...tokens, {kind: 'end', text: '', start, end: start}];
    pattern.lastIndex = start;
    const match = pattern.exec(source);
    if (!match) {
      const text = String.fromCodePoint(source.codePointAt(start) ?? 0);
      const what = text === "'" ? 'A text that is not closed' : `Unexpected "${text}"`;
      return fail({code: 'expression-syntax', what, cure: cureFor(text) ?? 'Remove it.'}, start, path);
    }
    const [whole, number, name, string] = match;
    const end = start + whole.length;
    if (number !== undefined) tokens.push({kind: 'number', text: number, start, end});
    else if (name !== undefined) tokens.push({kind: 'name', text: name, start, end});
    else if (string !== undefined) {
      const text = string.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
      tokens.push({kind: 'string', text, start, end});
    } else tokens.push({kind: 'symbol', text: whole, start, end});
    start = end;
  }
}

import {fail} from './fault.js';

/** The smallest piece of a formula. `text` of a string is what it says, without quotes and escapes. */
export interface Token {
  readonly kind: 'number' | 'name' | 'string' | 'symbol' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern =
  /(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|'(?<string>(?:[^'\\]|\\[\\'nt])*)'|&&|\|\||[=!<>]=|[-+*/<>!?:,()[\]]/y;

const escapes: Readonly<Record<string, string>> = {n: '\n', t: '\t'};

/** How to put right what people write who know other languages. */
const cures: ReadonlyMap<string, string> = new Map([
  ['=', 'Write "==".'],
  ['&', 'Write "&&".'],
  ['|', 'Write "||".'],
  ['and', 'Write "&&".'],
  ['or', 'Write "||".'],
  ['not', 'Write "!".'],
  ['"', "Write texts in single quotes: 'oak'."],
  ["'", "Close the text with a single quote; inside it write \\' and \\\\."],
  ['.', "Write decimals as 0.5, and facts about options as attribute(finish, 'density')."],
]);

/** Throws `expression-syntax` for what cannot stand where it stands; `otherwise` is the cure unless there is a better. */
export function failUnexpected(text: string, otherwise: string, place: {start: number}, path: string): never {
  fail('expression-syntax', `Unexpected ${text ? `"${text}"` : 'end'}`, cures.get(text) ?? otherwise, place, path);
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
    if (!match)
      return failUnexpected(String.fromCodePoint(source.codePointAt(start) ?? 0), 'Remove it.', {start}, path);
    const [text] = match;
    const {number, name, string} = match.groups ?? {};
    const place = {start, end: (start += text.length)};
    if (string !== undefined) {
      const said = string.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
      tokens.push({kind: 'string', text: said, ...place});
    } else tokens.push({kind: number ? 'number' : name ? 'name' : 'symbol', text, ...place});
  }
}

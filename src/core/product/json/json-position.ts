const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const character = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const space = /[ \t\n\r]*/y;

/** Line and column, from 1, of where a text stops being JSON, and the character there. Engines do not agree on telling it; some do not at all. */
export function jsonPosition(text: string): {line: number; column: number; found: string | null} {
  const end = faultOf(text);
  const before = text.slice(0, end);
  const code = text.codePointAt(end);
  const found = code === undefined ? null : String.fromCodePoint(code);
  return {line: before.split('\n').length, column: end - before.lastIndexOf('\n'), found};
}

/** Walks the text by what JSON allows next, without recursion. */
function faultOf(text: string): number {
  const open: string[] = [];
  let at = 0;
  let expects: 'value' | 'value or ]' | 'key' | 'key or }' | 'comma or end' = 'value';

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const isThere = pattern.test(text);
    if (isThere) at = pattern.lastIndex;
    return isThere;
  };
  const takeString = (): boolean => {
    at++;
    while (take(character));
    return text[at++] === '"';
  };

  for (;;) {
    take(space);
    const next = text[at];
    const start = at;
    if (next === undefined) return at;
    if (expects === 'comma or end') {
      const opener = open.at(-1);
      if (next === ',' && opener !== undefined) expects = opener === '{' ? 'key' : 'value';
      else if (next === (opener === '{' ? '}' : ']') && opener !== undefined) open.pop();
      else return at;
      at++;
    } else if (next === '}' && expects === 'key or }') {
      open.pop();
      expects = 'comma or end';
      at++;
    } else if (expects.startsWith('key')) {
      if (next !== '"') return at;
      if (!takeString()) return at - 1;
      take(space);
      if (text[at] !== ':') return at;
      expects = 'value';
      at++;
    } else if (next === ']' && expects === 'value or ]') {
      open.pop();
      expects = 'comma or end';
      at++;
    } else if (next === '{' || next === '[') {
      open.push(next);
      expects = next === '{' ? 'key or }' : 'value or ]';
      at++;
    } else {
      if (next === '"' ? !takeString() : !take(literal)) return next === '"' ? at - 1 : start;
      expects = 'comma or end';
    }
  }
}

const space = /[ \t\n\r]*/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const characters = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Line and column, from 1, of where a text stops being JSON. Engines do not agree on telling it; some do not at all. */
export function jsonPosition(text: string): {line: number; column: number; found: string | null} {
  let at = 0;
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const isThere = pattern.test(text);
    if (isThere) at = pattern.lastIndex;
    return isThere;
  };
  const take = (sign: string): boolean => {
    match(space);
    const isThere = text[at] === sign;
    if (isThere) at++;
    return isThere;
  };
  const string = (): boolean => {
    if (!take('"')) return false;
    while (match(characters));
    return text[at] === '"' && ++at > 0;
  };
  const members = (end: string, member: () => boolean): boolean => {
    if (take(end)) return true;
    while (member()) {
      if (take(end)) return true;
      if (!take(',')) return false;
    }
    return false;
  };
  const value = (): boolean => {
    if (take('{')) return members('}', () => string() && take(':') && value());
    if (take('[')) return members(']', value);
    return text[at] === '"' ? string() : match(scalar);
  };
  try {
    if (value()) match(space);
  } catch {
    // Nested deeper than the stack: that is where it went wrong.
  }
  const code = text.codePointAt(at);
  return {
    line: text.slice(0, at).split('\n').length,
    column: at - text.lastIndexOf('\n', at - 1),
    found: code === undefined ? null : String.fromCodePoint(code),
  };
}

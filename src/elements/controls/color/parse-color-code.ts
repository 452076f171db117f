/** `#rrggbb` in lower case for what people write: `1D3557`, `#abc`, ` #1d3557 `; `null` for anything else. */
export function parseColorCode(text: string): string | null {
  const digits = /^\s*#?([\da-f]{3}|[\da-f]{6})\s*$/i.exec(text)?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return digits.length === 6 ? `#${digits}` : `#${digits.replace(/./g, '$&$&')}`;
}

/** What there is instead of a name that is not there. */
export function suggest(names: Iterable<string>): string {
  const known = [...new Set(names)].filter((name) => name !== '');
  if (known.length === 0) return 'The file names none.';
  const listed = known.slice(0, 12).map((name) => `"${name}"`);
  return `There are ${listed.join(', ')}${known.length > 12 ? ` and ${known.length - 12} more` : ''}.`;
}

/** Fills `{name}` in a sentence. Anything else in braces is left as it is. */
export function interpolate(template: string, valueOf: (name: string) => string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name));
}

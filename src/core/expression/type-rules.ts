import {formatDimension, sameDimension} from './dimension.js';
import type {Type} from './type.js';

/** A type in words, with its article. */
export function formatType(type: Type): string {
  return type.kind === 'number' ? formatDimension(type.dimension) : words[type.kind];
}

const words = {
  boolean: 'a condition',
  option: 'an option',
  options: 'a set of options',
  text: 'a text',
  null: 'null',
} as const;

/** Whether values of the types can be the same: `==`, `in`, keys of a lookup. */
export function areComparable(a: Type, b: Type): boolean {
  if (a.kind === 'null' || b.kind === 'null') return true;
  if (a.kind === 'number' && b.kind === 'number') return sameDimension(a.dimension, b.dimension);
  if (isTextual(a)) return isTextual(b);
  return a.kind === b.kind && a.kind === 'boolean';
}

/** The type of what is one or the other, or `null` when that has none. */
export function unite(a: Type, b: Type): Type | null {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if ((a.kind === 'option' && b.kind === 'option') || (a.kind === 'options' && b.kind === 'options')) {
    return {kind: a.kind, options: new Set([...a.options, ...b.options])};
  }
  if (isTextual(a) && isTextual(b)) return {kind: 'text'};
  return areComparable(a, b) ? a : null;
}

export function isTextual(type: Type): boolean {
  return type.kind === 'text' || type.kind === 'option';
}

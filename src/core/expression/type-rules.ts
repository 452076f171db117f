import {BARE, formatDimension, formatUnit, sameDimension} from './dimension.js';
import type {Dimension, Type} from './type.js';
import {unitOf} from './units.js';

/** A type in words, with its article. */
export function formatType(type: Type): string {
  switch (type.kind) {
    case 'boolean':
      return 'a condition';
    case 'number':
      return formatDimension(type.dimension);
    case 'option':
      return 'an option';
    case 'options':
      return 'a set of options';
    case 'text':
      return 'a text';
    case 'null':
      return 'null';
  }
}

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

/** The code for two types that do not go together. */
export function mismatchCode(a: Type, b: Type): 'unit-mismatch' | 'type-mismatch' {
  return a.kind === 'number' && b.kind === 'number' ? 'unit-mismatch' : 'type-mismatch';
}

/** What to do about numbers of different dimensions. */
export function unitCure(a: Dimension, b: Dimension): string {
  const unit = formatUnit(sameDimension(a, BARE) ? b : a);
  if (!sameDimension(a, BARE) && !sameDimension(b, BARE)) return 'Use measures of one kind.';
  if (unitOf(unit) === null) return `Multiply or divide the bare number by measures until it is in ${unit}.`;
  return `Write a unit after the bare number, such as 5 ${unit}, or divide the measure by 1 ${unit}.`;
}

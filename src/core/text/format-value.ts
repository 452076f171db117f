import type {Parameter, Value} from '../product/parameter.js';
import {localize} from './localize.js';

/** Words for values that have no name of their own. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
  /** Stands for nothing picked. */
  readonly none: string;
}

export interface FormatValueOptions {
  readonly locale: string;
  readonly defaultLocale: string;
  /** In the same language. */
  readonly words: ValueWords;
}

/** A value of a parameter in words. */
export function formatValue(
  parameter: Parameter,
  value: Value,
  {locale, defaultLocale, words}: FormatValueOptions,
): string {
  if (value === null || value === '') return words.none;
  switch (parameter.kind) {
    case 'boolean':
      return value === true ? words.yes : words.no;
    case 'integer':
    case 'number':
      return typeof value === 'number' ? formatNumber(value, locale, parameter.unit) : String(value);
    case 'choice':
    case 'choices': {
      const ids = Array.isArray(value) ? value : [value];
      const names = parameter.options
        .filter((option) => ids.includes(option.id))
        .map((option) => localize(option.name, locale, defaultLocale));
      return names.length > 0 ? new Intl.ListFormat(locale).format(names) : words.none;
    }
    case 'text':
    case 'color':
      return String(value);
  }
}

/** A number with up to six decimals and, if it has one, its unit: `1,200 mm`, `30°`, `1.5 m²`. */
export function formatNumber(value: number, locale: string, unit: string | null = null): string {
  const number = value.toLocaleString(locale, {maximumFractionDigits: 6});
  if (unit === null) return number;
  return unit === 'deg' ? `${number}°` : `${number}\u00a0${unitSymbol(unit)}`;
}

/** What people write for a unit of the language: `m²` for `m2`. */
export function unitSymbol(unit: string): string {
  return unit === 'deg' ? '°' : unit.replace('2', '²').replace('3', '³');
}

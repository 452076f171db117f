import type {Money} from '../core/price/price.js';
import type {Parameter, Value} from '../core/product/parameter.js';
import {localize} from '../core/text/localize.js';
import {msg} from './messages.js';

/** An amount with its currency as people of a locale write it. `signed` puts a plus before what is more. */
export function formatMoney({amount, currency}: Money, locale: string, {signed = false} = {}): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
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

/** A share such as `0.19` as `19 %`. */
export function formatShare(share: string, locale: string): string {
  return Number(share).toLocaleString(locale, {style: 'percent', maximumFractionDigits: 2});
}

/** A value of a parameter in words. */
export function formatValue(parameter: Parameter, value: Value, locale: string, defaultLocale: string): string {
  if (value === null || value === '') return msg(parameter.required ? 'open' : 'none', {}, locale);
  switch (parameter.kind) {
    case 'boolean':
      return msg(value === true ? 'yes' : 'no', {}, locale);
    case 'integer':
    case 'number':
      return typeof value === 'number' ? formatNumber(value, locale, parameter.unit) : String(value);
    case 'choice':
    case 'choices': {
      const ids = Array.isArray(value) ? value : [value];
      const names = parameter.options
        .filter((option) => ids.includes(option.id))
        .map((option) => localize(option.name, locale, defaultLocale));
      return names.length > 0 ? new Intl.ListFormat(locale).format(names) : msg('none', {}, locale);
    }
    case 'text':
    case 'color':
      return String(value);
  }
}

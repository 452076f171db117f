import type {Money} from '../core/price/price.js';
import type {Parameter, Value} from '../core/product/parameter.js';
import {formatValue as valueInWords} from '../core/text/format-value.js';
import {msg} from './messages.js';

export {formatNumber, unitSymbol} from '../core/text/format-value.js';

/** An amount with its currency as people of a locale write it. `signed` puts a plus before what is more. */
export function formatMoney({amount, currency}: Money, locale: string, {signed = false} = {}): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** A share such as `0.19` as `19 %`. */
export function formatShare(share: string, locale: string): string {
  return Number(share).toLocaleString(locale, {style: 'percent', maximumFractionDigits: 2});
}

/** A value of a parameter in words. */
export function formatValue(parameter: Parameter, value: Value, locale: string, defaultLocale: string): string {
  if (value === null || value === '') return msg(parameter.required ? 'open' : 'none', {}, locale);
  const words = {yes: msg('yes', {}, locale), no: msg('no', {}, locale), none: msg('none', {}, locale)};
  return valueInWords(parameter, value, {locale, defaultLocale, words});
}

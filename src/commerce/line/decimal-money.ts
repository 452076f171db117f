import {minorDigits} from '../../core/price/currency.js';
import type {Money} from '../../core/price/price.js';

/** An amount as the decimal text that shops take, with all places of its currency: `129.00`. */
export function decimalMoney({amount, currency}: Money): string {
  const digits = minorDigits(currency);
  const sign = amount < 0 ? '-' : '';
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const point = text.length - digits;
  return digits === 0 ? sign + text : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
}

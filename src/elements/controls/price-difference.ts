import {subtract} from '../../core/number/arithmetic.js';
import {parseDecimal} from '../../core/number/decimal.js';
import {toMinorUnits} from '../../core/number/rounding.js';
import {minorDigits} from '../../core/price/currency.js';
import {formatMoney} from '../format.js';

/**
 * What picking an option adds to or takes from the price of the options, such as `+€20.00`; `''` when it is the same or
 * the option has no price of its own. Prices are decimal strings in major units.
 */
export function priceDifference(
  price: string | null,
  instead: string | null,
  currency: string | null,
  locale: string,
): string {
  if (price === null || currency === null) return '';
  const [to, from] = [parseDecimal(price), parseDecimal(instead ?? '0')];
  if (to === null || from === null) return '';
  const amount = toMinorUnits(subtract(to, from), minorDigits(currency));
  return amount === 0 ? '' : formatMoney({amount, currency}, locale, {signed: true});
}

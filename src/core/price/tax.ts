import {add, divide, multiply} from '../number/arithmetic.js';
import type {Exact} from '../number/exact.js';
import {toMinorUnits} from '../number/rounding.js';
import type {Money, TaxedMoney} from './price.js';

/**
 * Splits an amount of minor units into net and tax, rounding once, half-even.
 *
 * @param isGross Whether the amount includes the tax.
 * @param rate Share of the net amount.
 */
export function taxed(amount: number, currency: string, rate: Exact, isGross: boolean): TaxedMoney {
  const net = isGross ? toMinorUnits(divide(amount, add(1, rate)), 0) : amount;
  const tax = isGross ? amount - net : toMinorUnits(multiply(amount, rate), 0);
  return {net: money(net, currency), tax: money(tax, currency), gross: money(toMinorUnits(add(net, tax), 0), currency)};
}

/** The sums of net, tax and gross. */
export function sumOf(lines: readonly TaxedMoney[], currency: string): TaxedMoney {
  return eachOf((key) => lines.reduce<Exact>((sum, line) => add(sum, line[key].amount), 0), currency);
}

/** So many times each. */
export function timesOf(price: TaxedMoney, quantity: number, currency: string): TaxedMoney {
  return eachOf((key) => multiply(price[key].amount, quantity), currency);
}

function eachOf(amount: (key: keyof TaxedMoney) => Exact, currency: string): TaxedMoney {
  const of = (key: keyof TaxedMoney): Money => money(toMinorUnits(amount(key), 0), currency);
  return {net: of('net'), tax: of('tax'), gross: of('gross')};
}

function money(amount: number, currency: string): Money {
  return {amount, currency};
}

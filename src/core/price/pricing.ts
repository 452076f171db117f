import {TwikError} from '../error.js';
import {compileExpression, within} from '../expression/compile-expression.js';
import type {Expression} from '../expression/expression.js';
import {numberOf} from '../expression/operators.js';
import type {RuntimeValue, ValueScope} from '../expression/value.js';
import {multiply} from '../number/arithmetic.js';
import {parseDecimal} from '../number/decimal.js';
import type {Exact} from '../number/exact.js';
import {toMinorUnits} from '../number/rounding.js';
import {environmentOf, optionsOf} from '../product/environment.js';
import type {Parameter} from '../product/parameter.js';
import type {PriceLineDefinition} from '../product/price-definition.js';
import type {Product} from '../product/product.js';
import type {Text} from '../text/text.js';
import {minorDigits} from './currency.js';
import type {Price, PriceLine, PriceReason} from './price.js';
import {sumOf, taxed, timesOf} from './tax.js';

export interface PricingOptions {
  /** How many pieces: a whole number from 1. Default 1. */
  readonly quantity?: number;
  /** Something required is still open. Default `false`. */
  readonly isEstimated?: boolean;
}

/** Prices one configuration, given the values of its parameters and derived values; `null` when there is no price. */
export type Pricing = (scope: ValueScope, options?: PricingOptions) => Price | null;

interface Charge {
  readonly id: string;
  readonly label: Text;
  readonly reason: PriceReason;
  /** In major units; `null` when the line is left out. */
  readonly amount: Exact | null;
  readonly path: string;
}

/**
 * Compiles the price of a product.
 *
 * @throws TwikError when called: what a formula fails with, `amount-too-large`, or `quantity-invalid`.
 * @example
 * const price = createPricing(product)(scope, {quantity: 3});
 */
export function createPricing(product: Product): Pricing {
  const {price: definition} = product;
  if (!definition) return () => null;
  const {currency, taxIncluded, taxRate} = definition;
  const digits = minorDigits(currency);
  const rate = parseDecimal(taxRate) ?? 0;
  const environment = environmentOf(product, {purpose: 'price'});
  const compile = (formula: Expression): Formula => compileExpression(formula, environment);
  const lines = definition.lines.map((line) => compileLine(line, compile));
  const priced = product.parameters.filter((parameter) => optionsOf(parameter).some(({price}) => price !== null));

  return (scope, {quantity = 1, isEstimated = false} = {}) => {
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      throw new TwikError('quantity-invalid', `The quantity ${quantity} is not a whole number from 1. Correct it.`);
    }
    const inScope: ValueScope = (name) => (name === 'quantity' ? quantity : scope(name));
    const charges = [
      ...lines.map((line) => line(inScope)),
      ...priced.flatMap((parameter) => optionCharges(parameter, scope(parameter.id))),
    ];
    const priceLines = charges.flatMap(({amount, path, ...charge}): PriceLine[] => {
      if (amount === null) return [];
      const minor = within(path, () => taxed(toMinorUnits(amount, digits), currency, rate, taxIncluded));
      return [{...charge, ...minor}];
    });
    const unit = within('/price', () => sumOf(priceLines, currency));
    const total = within('/price', () => timesOf(unit, quantity, currency));
    return {currency, taxIncluded, taxRate, lines: priceLines, unit, quantity, total, isEstimated};
  };
}

type Formula = (scope: ValueScope) => RuntimeValue;

function compileLine(
  line: PriceLineDefinition,
  compile: (formula: Expression) => Formula,
): (scope: ValueScope) => Charge {
  const when = line.when && compile(line.when);
  const formulas = line.kind === 'amount' ? [line.amount] : [line.rate, line.of];
  const factors = [...formulas, ...(line.times ? [line.times] : [])].map(compile);
  const {id, label, path} = line;
  const reason: PriceReason = {kind: 'line', line: id};
  return (scope) => {
    const isThere = !when || when(scope) === true;
    return {id, label, reason, path, amount: isThere ? productOf(factors, scope) : null};
  };
}

/** `null` as soon as one of them is. */
function productOf(factors: readonly Formula[], scope: ValueScope): Exact | null {
  let product: Exact = 1;
  for (const factor of factors) {
    const value = numberOf(factor(scope));
    if (value === null) return null;
    product = multiply(product, value);
  }
  return product;
}

function optionCharges(parameter: Parameter, value: RuntimeValue): Charge[] {
  const picked = Array.isArray(value) ? value : [value];
  return optionsOf(parameter)
    .map((option, index): Charge => {
      const amount = option.price === null || !picked.includes(option.id) ? null : parseDecimal(option.price);
      const reason: PriceReason = {kind: 'option', parameter: parameter.id, option: option.id};
      const path = `${parameter.path}/options/${index}/price`;
      // Free options are nobody's business in a price.
      return {id: `${parameter.id}.${option.id}`, label: option.name, reason, path, amount: amount || null};
    })
    .filter(({amount}) => amount !== null);
}

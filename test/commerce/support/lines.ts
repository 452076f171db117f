import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import {TwikError} from '../../../src/core/error.js';
import type {Value} from '../../../src/core/product/parameter.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import type {ConfiguredLine} from '../../../src/commerce/line/configured-line.js';
import {shelf} from '../../support/products.js';

/** The product of tests, with everything required chosen. */
export const shelfPicks: Readonly<Record<string, Value>> = {
  width: 1200,
  finish: 'walnut',
  glass: 'smoked',
  extras: ['light', 'felt'],
  label: 'For Ann',
};

/** A configuration as it goes into a cart. */
export function lineOf(
  definition: object,
  picks: Readonly<Record<string, Value>>,
  changed: Partial<ConfiguredLine> = {},
): ConfiguredLine {
  const product = parseProduct(definition);
  const configuration = createConfiguration(product);
  for (const [parameter, value] of Object.entries(picks)) {
    const {kind} = configuration.request({kind: 'set', parameter, value});
    if (kind !== 'applied') throw new Error(`"${parameter}" cannot be ${JSON.stringify(value)}: ${kind}.`);
  }
  const quantity = changed.quantity ?? 1;
  const price = configuration.price({quantity});
  if (price instanceof TwikError) throw price;
  return {
    product,
    configuration: configuration.serialize(),
    id: 'cfg_8Kd2',
    url: 'https://walnut.example/shelf#twik=1.abc',
    quantity,
    price,
    locale: 'en',
    ...changed,
  };
}

export function shelfLine(changed: Partial<ConfiguredLine> = {}): ConfiguredLine {
  return lineOf(shelf, shelfPicks, changed);
}

/** One choice of a product made from a shop's data. */
export interface Axis {
  readonly id: string;
  readonly name: string;
  readonly values: readonly string[];
}

/** A product whose options are a shop's values: ids of our own, the shop's words as names. */
export function definitionOf(id: string, axes: readonly Axis[], price = '100.00', currency = 'EUR'): object {
  return {
    format: 1,
    id,
    version: '1',
    defaultLocale: 'en',
    name: id,
    parameters: axes.map((axis) => ({
      id: axis.id,
      kind: 'choice',
      name: axis.name,
      options: axis.values.map((value) => ({id: optionId(value), name: value})),
    })),
    price: {currency, taxIncluded: true, taxRate: '0.20', lines: [{id: 'base', label: id, amount: price}]},
  };
}

export function optionId(value: string): string {
  return value.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

import {TwikError} from '../../core/error.js';
import type {Value} from '../../core/product/parameter.js';
import type {ConfiguredLine} from '../line/configured-line.js';
import {decimalMoney} from '../line/decimal-money.js';
import type {VariantMapping} from './shop-mapping.js';

/**
 * The article of the shop that a configuration is sold as.
 *
 * @throws TwikError `variant-unmapped`, `price-missing`, `price-currency`, `price-beyond-steps`.
 */
export function chooseVariant(mapping: VariantMapping, {configuration, price, product}: ConfiguredLine): string {
  switch (mapping.kind) {
    case 'one':
      return mapping.variant;
    case 'table': {
      const {parameters, rows} = mapping;
      const values = parameters.map((id) => keyOf(configuration.values[id] ?? null));
      const row = rows.find(({cells}) => cells.every((cell, column) => cell === null || cell === values[column]));
      if (row) return row.variant;
      const chosen = parameters.map((id, column) => `${id} ${values[column] ?? ''}`).join(', ');
      throw new TwikError('variant-unmapped', `The shop has no variant of "${product.id}" for ${chosen}. Add a row.`);
    }
    case 'price-steps': {
      if (!price) {
        const message = `"${product.id}" has no price to choose a price step by. Give it one.`;
        throw new TwikError('price-missing', message);
      }
      const {currency, steps} = mapping;
      const unit = price.taxIncluded ? price.unit.gross : price.unit.net;
      if (unit.currency !== currency) {
        const message = `The price is in ${unit.currency}, the price steps are in ${currency}. Add steps in ${unit.currency}.`;
        throw new TwikError('price-currency', message);
      }
      const step = steps.find(({upTo}) => unit.amount <= upTo);
      if (step) return step.variant;
      const message = `No price step reaches ${decimalMoney(unit)} ${currency}. Add a variant for it.`;
      throw new TwikError('price-beyond-steps', message);
    }
  }
}

/** A value as mappings write it; `''` is none. */
export function keyOf(value: Value): string {
  return value === null ? '' : String(value);
}

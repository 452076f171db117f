import {TwikError} from '../../core/error.js';
import {checkLine, type ConfiguredLine} from '../line/configured-line.js';
import {labelsOf} from '../line/labels.js';
import {machineFieldsOf, type MachineFields} from '../line/machine-fields.js';
import {chooseVariant} from '../mapping/choose-variant.js';
import {choicesOf} from '../mapping/mapped-options.js';
import type {ShopMapping} from '../mapping/shop-mapping.js';

/** The body of `cart/add-item` of the Store API. */
export interface WooAddItemBody {
  /** Of the product or of the variation. */
  readonly id: number;
  readonly quantity: number;
  readonly variation: readonly {readonly attribute: string; readonly value: string}[];
  /** Ours: the shop takes it over by the filter `woocommerce_store_api_add_to_cart_data`. */
  readonly twik: MachineFields & {readonly labels: readonly {readonly name: string; readonly value: string}[]};
}

/**
 * A line for WooCommerce; the mapping's variant is the number of the product or the variation.
 *
 * @throws TwikError what `checkLine` and `chooseVariant` throw, `value-unmapped`, `variant-invalid`.
 */
export function wooAddItemBody(line: ConfiguredLine, mapping: ShopMapping): WooAddItemBody {
  checkLine(line);
  const variant = chooseVariant(mapping.variant, line);
  if (!/^[1-9]\d{0,14}$/.test(variant)) {
    const message = `"${variant.slice(0, 80)}" is no product of WooCommerce. Write its number, such as 13.`;
    throw new TwikError('variant-invalid', message);
  }
  return {
    id: Number(variant),
    quantity: line.quantity,
    variation: choicesOf(mapping, line).map(({mapping: {option}, value}) => ({attribute: option, value})),
    twik: {...machineFieldsOf(line), labels: labelsOf(line).map(({name, value}) => ({name, value}))},
  };
}

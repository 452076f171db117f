import {checkLine, type ConfiguredLine} from '../line/configured-line.js';
import {chooseVariant} from '../mapping/choose-variant.js';
import type {ShopMapping} from '../mapping/shop-mapping.js';
import type {FormField} from '../send/form-field.js';
import {shopifyProperties} from './properties.js';
import {variantNumber} from './variant-id.js';

/** The properties as fields of a product form that has its own `id` and `quantity`. */
export function shopifyPropertyFields(line: ConfiguredLine): FormField[] {
  return Object.entries(shopifyProperties(line)).map(([name, value]) => [`properties[${name}]`, value] as const);
}

/**
 * All fields of a product form.
 *
 * @throws TwikError what `checkLine` and `chooseVariant` throw, `variant-invalid`.
 */
export function shopifyFields(
  line: ConfiguredLine,
  {variant}: Pick<ShopMapping, 'variant'>,
  {sellingPlan}: {readonly sellingPlan?: number} = {},
): FormField[] {
  checkLine(line);
  return [
    ['id', String(variantNumber(chooseVariant(variant, line)))],
    ['quantity', String(line.quantity)],
    ...(sellingPlan === undefined ? [] : [['selling_plan', String(sellingPlan)] as const]),
    ...shopifyPropertyFields(line),
  ];
}

import {checkLine, type ConfiguredLine} from '../line/configured-line.js';
import {chooseVariant} from '../mapping/choose-variant.js';
import {choicesOf, textsOf} from '../mapping/mapped-options.js';
import type {ShopMapping} from '../mapping/shop-mapping.js';
import type {FormField} from '../send/form-field.js';
import {magentoUid} from './uid.js';

/** A line as `addProductsToCart` takes it (`CartItemInput`). */
export interface MagentoCartItem {
  readonly sku: string;
  readonly quantity: number;
  /** Uids. */
  readonly selected_options: readonly string[];
  readonly entered_options: readonly {readonly uid: string; readonly value: string}[];
}

/**
 * A line for GraphQL; the mapping's variant is the SKU of the product, of a configurable one the parent's.
 *
 * @throws TwikError what `checkLine` and `chooseVariant` throw, `value-unmapped`.
 */
export function magentoCartItem(line: ConfiguredLine, mapping: ShopMapping): MagentoCartItem {
  checkLine(line);
  return {
    sku: chooseVariant(mapping.variant, line),
    quantity: line.quantity,
    selected_options: choicesOf(mapping, line).map(({mapping: {kind, option}, value, uid}) => {
      return uid ?? magentoUid(kind === 'variant' ? 'configurable' : 'custom-option', option, value);
    }),
    entered_options: textsOf(mapping, line).map(({mapping: {option, uid}, value}) => {
      return {uid: uid ?? magentoUid('custom-option', option), value};
    }),
  };
}

/** A line as the REST API of guest carts takes it. */
export interface MagentoRestBody {
  readonly cartItem: {
    readonly quote_id: string;
    readonly sku: string;
    readonly qty: number;
    readonly product_option: {
      readonly extension_attributes: {
        readonly custom_options: readonly {readonly option_id: string; readonly option_value: string}[];
        readonly configurable_item_options: readonly {readonly option_id: string; readonly option_value: number}[];
      };
    };
  };
}

/**
 * A line for `POST /V1/guest-carts/{cartId}/items`.
 *
 * @param cartId The masked id.
 * @throws TwikError what `checkLine` and `chooseVariant` throw, `value-unmapped`.
 */
export function magentoRestBody(line: ConfiguredLine, mapping: ShopMapping, cartId: string): MagentoRestBody {
  checkLine(line);
  const choices = choicesOf(mapping, line);
  const variants = choices.filter(({mapping: {kind}}) => kind === 'variant');
  const custom = new Map<string, string>();
  for (const {mapping: choice, value} of choices) {
    if (choice.kind !== 'custom') continue;
    const before = custom.get(choice.option);
    // Several values of one option are one text.
    custom.set(choice.option, before === undefined ? value : `${before},${value}`);
  }
  for (const {mapping: text, value} of textsOf(mapping, line)) custom.set(text.option, value);
  return {
    cartItem: {
      quote_id: cartId,
      sku: chooseVariant(mapping.variant, line),
      qty: line.quantity,
      product_option: {
        extension_attributes: {
          custom_options: Array.from(custom, ([option_id, option_value]) => ({option_id, option_value})),
          configurable_item_options: variants.map(({mapping: {option}, value}) => {
            return {option_id: option, option_value: Number(value)};
          }),
        },
      },
    },
  };
}

/**
 * The fields of a product form, but for `product` and `form_key`, which the page has.
 *
 * @throws TwikError what `checkLine` throws, `value-unmapped`.
 */
export function magentoFields(line: ConfiguredLine, mapping: ShopMapping): FormField[] {
  checkLine(line);
  return [
    ['qty', String(line.quantity)],
    ...choicesOf(mapping, line).map(({mapping: {kind, option, parameter}, value}): FormField => {
      if (kind === 'variant') return [`super_attribute[${option}]`, value];
      const isList = Array.isArray(line.configuration.values[parameter]);
      return [`options[${option}]${isList ? '[]' : ''}`, value];
    }),
    ...textsOf(mapping, line).map(({mapping: {option}, value}): FormField => [`options[${option}]`, value]),
  ];
}

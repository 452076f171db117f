import {TwikError} from '../../core/error.js';
import {parseDecimal} from '../../core/number/decimal.js';
import {toMinorUnits} from '../../core/number/rounding.js';
import {minorDigits} from '../../core/price/currency.js';
import {Reading, Place, type Read} from '../../core/product/json/place.js';
import {isObject, list, matching, memberOf, object, optional, string, word} from '../../core/product/json/readers.js';
import type {Product} from '../../core/product/product.js';
import {readOptions, readTable} from './read-values.js';
import type {ShopMapping, TextMapping, VariantMapping} from './shop-mapping.js';

/**
 * Reads how a shop sells a product and checks it against the product: every parameter and option exists, and every
 * option has its counterpart.
 *
 * @throws TwikError `mapping-invalid` with all `issues`, each with its JSON pointer.
 * @example
 * const mapping = readMapping({variant: {table: ['finish'], rows: [{values: ['oak'], variant: '36110175633573'}]}}, product);
 */
export function readMapping(json: unknown, product: Product): ShopMapping {
  const reading = new Reading();
  const place = new Place('', reading);
  const mapping = place.attempt(() => readDocument(product)(json, place));
  const {issues} = reading;
  const [first] = issues;
  if (mapping && !first) return mapping;
  const {message, path} = first ?? {message: 'The mapping cannot be read.', path: ''};
  const others = issues.length > 1 ? ` And ${issues.length - 1} more.` : '';
  throw new TwikError('mapping-invalid', `${message}${others}`, {path, issues});
}

function readDocument(product: Product): Read<ShopMapping> {
  return object({
    variant: variantOf(product),
    options: optional(list(readOptions(product)), []),
    texts: optional(list(textOf(product)), []),
  });
}

function variantOf(product: Product): Read<VariantMapping> {
  return (value, place) => {
    if (!isObject(value)) return {kind: 'one', variant: string(value, place)};
    return memberOf(value, 'priceSteps') === undefined ? readTable(product)(value, place) : readSteps(value, place);
  };
}

const amount = matching(/^\d{1,12}(\.\d{1,4})?$/, 'an amount such as "129.00"');
const stepsDocument = object({
  currency: matching(/^[A-Z]{3}$/, 'a currency such as "EUR"'),
  priceSteps: list(object({upTo: amount, variant: string}), 1),
});

const readSteps: Read<VariantMapping> = (value, place) => {
  const {currency, priceSteps} = stepsDocument(value, place);
  const steps = priceSteps.map(({upTo, variant}) => ({
    upTo: toMinorUnits(parseDecimal(upTo) ?? 0, minorDigits(currency)),
    variant,
  }));
  return {kind: 'price-steps', currency, steps: steps.sort((a, b) => a.upTo - b.upTo)};
};

const field = word('configuration', 'hash', 'product', 'product_version', 'url', 'preview', 'offer', 'summary');
const textDocument = object({
  option: string,
  parameter: optional(string),
  field: optional(field),
  uid: optional(string),
});

function textOf({parameters}: Product): Read<TextMapping> {
  const ids = parameters.map(({id}) => id);
  return (value, place) => {
    const {option, parameter, field, uid} = textDocument(value, place);
    if (field !== null) return {option, uid, source: {kind: 'field', field}};
    if (parameter === null) return place.failNot('"parameter" or "field"', value);
    place.at('parameter').isKnown(parameter, ids, 'parameter');
    return {option, uid, source: {kind: 'parameter', parameter}};
  };
}

import type {Read} from '../json/place.js';
import {boolean, isObject, list, matching, memberOf, object, optional} from '../json/readers.js';
import type {PriceDefinition, PriceLineDefinition} from '../price-definition.js';
import {decimal} from './exact.js';
import {formula} from './formula.js';
import {plainId, reportDuplicates} from './identity.js';
import {text} from './text.js';

const bare = formula('number');
const common = {
  id: plainId,
  label: optional(text),
  times: optional(bare),
  when: optional(formula('boolean')),
};
const amountLine = object({...common, amount: bare});
const rateLine = object({...common, rate: bare, of: formula('measure')});

const line: Read<PriceLineDefinition> = (value, place) => {
  const {path} = place;
  if (memberOf(value, 'rate') !== undefined) {
    const read = rateLine(value, place);
    return {...read, kind: 'rate', label: read.label ?? read.id, path};
  }
  if (isObject(value) && value['amount'] === undefined) {
    place.fail('price-missing', 'This line has no price. Write "amount", or "rate" and "of".');
  }
  const read = amountLine(value, place);
  return {...read, kind: 'amount', label: read.label ?? read.id, path};
};

const taxRate: Read<string> = (value, place) => {
  const rate = decimal(value, place);
  // The nearest float of a decimal is on the same side of 0 and 1.
  if (Number(rate) >= 0 && Number(rate) <= 1) return rate;
  return place.fail('tax-rate-invalid', `${rate} is not in 0 to 1. Write "0.19" for 19 %.`);
};

const shape = object({
  currency: matching(/^[A-Z]{3}$/, 'an ISO 4217 code such as "EUR"', 'currency-invalid'),
  taxIncluded: boolean,
  taxRate,
  lines: optional(list(line), []),
});

/** How the product is priced; whether it is at all is for the caller to check. */
export const price: Read<PriceDefinition> = (value, place) => {
  reportDuplicates(memberOf(value, 'lines'), place.at('lines'));
  return shape(value, place);
};

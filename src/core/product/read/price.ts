import {compare} from '../../number/arithmetic.js';
import {parseDecimal} from '../../number/decimal.js';
import {below, report, type Place, type Read} from '../json/place.js';
import {boolean, list, matching, memberOf, object, optional, type JsonObject} from '../json/readers.js';
import type {PriceDefinition, PriceLineDefinition} from '../price-definition.js';
import {decimal} from './exact.js';
import {formula} from './formula.js';
import {plainId, reportDuplicates} from './identity.js';
import {text} from './text.js';

const bare = formula('number');
const common = {
  id: plainId,
  label: optional(text, null),
  times: optional(bare, null),
  when: optional(formula('boolean'), null),
};
const amountLine = object({...common, amount: bare});
const rateLine = object({...common, rate: bare, of: formula('measure')});

const line: Read<PriceLineDefinition> = (value, place) => {
  const path = place.path;
  const has = (key: string) => memberOf(value, key) !== undefined;
  if (has('rate') && has('of') && !has('amount')) {
    const read = rateLine(value, place);
    return read && {...read, kind: 'rate', label: read.label ?? read.id, path};
  }
  if (!has('amount') && isLine(value)) {
    return report(place, 'price-missing', 'This line has no price. Write "amount", or "rate" and "of".');
  }
  const read = amountLine(value, place);
  return read && {...read, kind: 'amount', label: read.label ?? read.id, path};
};

function isLine(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const taxRate: Read<string> = (value, place) => {
  const written = decimal(value, place);
  const rate = written === undefined ? null : parseDecimal(written);
  if (rate !== null && (compare(rate, 0) < 0 || compare(rate, 1) > 0)) {
    return report(place, 'tax-rate-invalid', `A tax of ${written} is not in 0 to 1. Write "0.19" for 19 %.`);
  }
  return written;
};

const shape = object({
  currency: matching(/^[A-Z]{3}$/, 'an ISO 4217 code such as "EUR"', 'currency-invalid'),
  taxIncluded: boolean,
  taxRate,
  lines: optional(list(line), []),
});

/** How the product is priced; whether it is at all is for the caller to check. */
export const price: Read<PriceDefinition> = (value, place: Place) => {
  reportDuplicates(memberOf(value, 'lines'), below(place, 'lines'));
  return shape(value, place);
};

import type {Option} from '../parameter.js';
import {list, object, optional, record, string, anyString} from '../json/readers.js';
import {below, report, type Read} from '../json/place.js';
import {decimal} from './exact.js';
import {freeId} from './identity.js';
import {color} from './color.js';
import {text} from './text.js';

const shape = object({
  id: freeId,
  name: optional(text, null),
  description: optional(text, null),
  sku: optional(string, null),
  attributes: optional(record(anyString), new Map<string, string>()),
  price: optional(decimal, null),
  color: optional(color, null),
  image: optional(string, null),
});

const option: Read<Option> = (value, place) => {
  const read = shape(value, place);
  return read && {...read, name: read.name ?? read.id, attributes: Object.fromEntries(read.attributes)};
};

const some = list(option, {min: 1});

/** The options of a choice: at least one, and priced all or none. */
export const options: Read<Option[]> = (value, place) => {
  const all = some(value, place);
  if (all?.some(({price}) => price !== null)) {
    all.forEach(({id, price}, index) => {
      if (price !== null) return;
      report(below(place, index), 'price-missing', `Option "${id}" has no price, others have. Write "price": "0.00".`);
    });
  }
  return all;
};

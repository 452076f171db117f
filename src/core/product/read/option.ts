import type {Option} from '../parameter.js';
import {anyString, list, object, optional, record, string} from '../json/readers.js';
import type {Read} from '../json/place.js';
import {color} from './color.js';
import {decimal} from './exact.js';
import {freeId} from './identity.js';
import {text} from './text.js';

const shape = object({
  id: freeId,
  name: optional(text),
  description: optional(text),
  sku: optional(string),
  attributes: optional(record(anyString), []),
  price: optional(decimal),
  color: optional(color),
  image: optional(string),
});

const some = list<Option>((value, place) => {
  const option = shape(value, place);
  return {...option, name: option.name ?? option.id, attributes: Object.fromEntries(option.attributes)};
}, 1);

/** The options of a choice: at least one, and priced all or none. */
export const options: Read<Option[]> = (value, place) => {
  const all = some(value, place);
  if (all.some(({price}) => price)) {
    all.forEach(({id, price}, index) => {
      if (price) return;
      place.at(index).report('price-missing', `"${id}" has no price, other options have. Write "price": "0.00".`);
    });
  }
  return all;
};

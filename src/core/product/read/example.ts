import {anyObject, boolean, object, optional} from '../json/readers.js';
import type {Read} from '../json/place.js';
import type {Example} from '../product.js';
import {decimal} from './exact.js';

const expectation = object({
  price: optional(decimal, undefined),
  consistent: optional(boolean, undefined),
  complete: optional(boolean, undefined),
});
const shape = object({picks: anyObject, expect: optional(expectation, {})});

/** Reads examples whose picks are for the given parameters. */
export function exampleReader(parameters: readonly string[]): Read<Example> {
  return (value, place) => {
    const read = shape(value, place);
    for (const name of Object.keys(read.picks)) {
      place.at('picks', name).isKnown(name, parameters, 'parameter', 'name-unknown');
    }
    return {...read, path: place.path};
  };
}

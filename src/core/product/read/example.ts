import {boolean, object, optional, record} from '../json/readers.js';
import type {Read} from '../json/place.js';
import type {Example} from '../product.js';
import {decimal} from './exact.js';

const expectation = object({
  price: optional(decimal, undefined),
  consistent: optional(boolean, undefined),
  complete: optional(boolean, undefined),
});
const shape = object({picks: record((value) => [value] as const), expect: optional(expectation, {})});

/** Reads examples whose picks are for the given parameters. */
export function exampleReader(parameters: readonly string[]): Read<Example> {
  return (value, place) => {
    const {picks, expect} = shape(value, place);
    for (const name of picks.keys()) place.at('picks', name).isKnown(name, parameters, 'parameter', 'name-unknown');
    const told = Object.entries(expect).filter(([, wanted]) => wanted !== undefined);
    return {
      picks: Object.fromEntries([...picks].map(([name, [pick]]) => [name, pick])),
      expect: Object.fromEntries(told),
      path: place.path,
    };
  };
}

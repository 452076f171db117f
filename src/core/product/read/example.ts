import {anything, boolean, object, optional, record} from '../json/readers.js';
import {below, report, type Place, type Read} from '../json/place.js';
import {didYouMean} from '../../text/did-you-mean.js';
import type {Example} from '../product.js';
import {decimal} from './exact.js';

const shape = object({
  picks: record(anything),
  expect: optional(
    object({
      price: optional(decimal, null),
      consistent: optional(boolean, null),
      complete: optional(boolean, null),
    }),
    {price: null, consistent: null, complete: null},
  ),
});

/** Reads examples whose picks are for the given parameters. */
export function exampleReader(parameters: readonly string[]): Read<Example> {
  return (value, place) => {
    const read = shape(value, place);
    if (!read) return undefined;
    for (const name of read.picks.keys()) checkName(name, parameters, below(below(place, 'picks'), name));
    const {price, consistent, complete} = read.expect;
    return {
      picks: Object.fromEntries([...read.picks].map(([name, pick]) => [name, pick.value])),
      expect: {
        ...(price !== null && {price}),
        ...(consistent !== null && {consistent}),
        ...(complete !== null && {complete}),
      },
      path: place.path,
    };
  };
}

function checkName(name: string, known: readonly string[], place: Place): void {
  if (known.includes(name)) return;
  report(place, 'name-unknown', `There is no parameter "${name}". ${didYouMean(name, known) || 'Take the pick out.'}`);
}

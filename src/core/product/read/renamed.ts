import {below, report, type Place, type Read} from '../json/place.js';
import {object, optional, record} from '../json/readers.js';
import {optionsOf} from '../environment.js';
import type {Parameter} from '../parameter.js';
import type {Product} from '../product.js';
import {freeId, isKnown} from './identity.js';

const shape = object({
  parameters: optional(record(freeId), new Map<string, string>()),
  options: optional(record(freeId), new Map<string, string>()),
});

/** Reads what parameters and options were called in earlier versions. */
export function renamedReader(parameters: readonly Parameter[]): Read<Product['renamed']> {
  const byId = new Map(parameters.map((parameter) => [parameter.id, parameter]));
  const ids = [...byId.keys()];
  return (value, place) => {
    const read = shape(value, place);
    if (!read) return undefined;
    for (const [old, now] of read.parameters) {
      const at = below(below(place, 'parameters'), old);
      if (byId.has(old)) reportTaken(old, 'parameter', at);
      isNamed(now, ids, at);
    }
    const before = new Map([...read.parameters].map(([old, now]) => [now, old]));
    const options = new Map<string, string>();
    for (const [key, now] of read.options) {
      const at = below(below(place, 'options'), key);
      const [name = '', old = ''] = split(key);
      const id = read.parameters.get(name) ?? name;
      const parameter = byId.get(id);
      if (!isNamed(id, ids, at) || !parameter) continue;
      const known = optionsOf(parameter).map((option) => option.id);
      if (!old) report(at, 'value-invalid', `"${key}" is not an old option. Write "parameter.option".`);
      if (known.includes(old)) reportTaken(old, 'option', at);
      isKnown(now, 'option', known, at);
      // Old picks come under the parameter's old name, later ones under its new one.
      for (const each of [id, before.get(id)]) if (each !== undefined) options.set(`${each}.${old}`, now);
    }
    return {parameters: read.parameters, options};
  };
}

function isNamed(id: string, known: readonly string[], place: Place): boolean {
  return !place.reading.broken.has(id) && isKnown(id, 'parameter', known, place);
}

function reportTaken(old: string, what: string, place: Place): void {
  report(place, 'id-duplicate', `"${old}" is still the id of a ${what}. Take this renaming out.`);
}

/** At the first dot: ids of parameters have none. */
function split(key: string): string[] {
  const dot = key.indexOf('.');
  return dot < 0 ? [key] : [key.slice(0, dot), key.slice(dot + 1)];
}

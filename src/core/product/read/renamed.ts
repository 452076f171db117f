import type {Read} from '../json/place.js';
import {object, optional, record} from '../json/readers.js';
import {optionsOf} from '../environment.js';
import type {Parameter} from '../parameter.js';
import type {Product} from '../product.js';
import {freeId} from './identity.js';

const names = optional(record(freeId), new Map<string, string>());
const shape = object({parameters: names, options: names});

/** Reads what parameters and options were called in earlier versions. */
export function renamedReader(all: readonly Parameter[]): Read<Product['renamed']> {
  return (value, place) => {
    const known = [...all.map(({id}) => id), ...place.reading.broken];
    const {parameters, options: written} = shape(value, place);
    for (const [old, now] of parameters) {
      const at = place.at('parameters', old);
      at.isKnown(now, known, 'parameter', 'name-unknown');
      if (known.includes(old)) at.report('id-duplicate', `"${old}" is still there. Take this renaming out.`);
    }
    const options = new Map<string, string>();
    for (const [key, now] of written) {
      const at = place.at('options', key);
      // At the first dot: ids of parameters have none.
      const [, name = '', old = ''] = /^([^.]+)\.([^]+)$/.exec(key) ?? [];
      if (!name) at.fail('value-invalid', `"${key}" is no old option. Write "parameter.option".`);
      const id = parameters.get(name) ?? name;
      const parameter = all.find((each) => each.id === id);
      at.isKnown(id, known, 'parameter', 'name-unknown');
      if (parameter)
        at.isKnown(
          now,
          optionsOf(parameter).map((option) => option.id),
          'option',
        );
      // Old picks come under the parameter's old name, later ones under its new one.
      options.set(key, now).set(`${id}.${old}`, now);
      for (const [before, after] of parameters) if (after === id) options.set(`${before}.${old}`, now);
    }
    return {parameters, options};
  };
}

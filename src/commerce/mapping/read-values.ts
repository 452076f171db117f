import type {Place, Read} from '../../core/product/json/place.js';
import {boolean, isObject, list, object, optional, record, string, word} from '../../core/product/json/readers.js';
import type {Parameter} from '../../core/product/parameter.js';
import type {Product} from '../../core/product/product.js';
import type {OptionMapping, VariantMapping} from './shop-mapping.js';

const anyCell = object({any: boolean});
const tableDocument = object({
  table: list(string, 1),
  rows: list(object({values: list((value: unknown) => value), variant: string}), 1),
});

/** Reads rows of values and the variant that each stands for. */
export function readTable({parameters}: Product): Read<VariantMapping> {
  return (value, place) => {
    const {table, rows} = tableDocument(value, place);
    const columns = table.map((id, index) => parameterOf(parameters, id, place.at('table', index)));
    return {
      kind: 'table',
      parameters: table,
      rows: rows.map(({values, variant}, row) => {
        const at = place.at('rows', row, 'values');
        if (values.length !== columns.length) {
          at.report('row-length', `This row has ${values.length} cells. Write ${columns.length}, one for each column.`);
        }
        return {variant, cells: values.map((cell, column) => readCell(cell, at.at(column), columns[column]))};
      }),
    };
  };
}

function readCell(cell: unknown, place: Place, parameter: Parameter | undefined): string | null {
  if (isObject(cell) && anyCell(cell, place).any) return null;
  if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'boolean') {
    return place.failNot('a value, or {"any": true}', cell);
  }
  checkOption(String(cell), parameter, place);
  return String(cell);
}

const optionDocument = object({
  option: string,
  kind: optional(word('variant', 'custom'), 'variant'),
  parameter: string,
  values: record(string),
  uids: optional(record(string), new Map<string, string>()),
});

/** Reads a choice that the shop knows too; each of our options must have its counterpart. */
export function readOptions({parameters}: Product): Read<OptionMapping> {
  return (value, place) => {
    const mapping = optionDocument(value, place);
    const parameter = parameterOf(parameters, mapping.parameter, place.at('parameter'));
    const at = place.at('values');
    for (const key of mapping.values.keys()) if (key !== '') checkOption(key, parameter, at.at(key));
    for (const key of optionsOf(parameter)) {
      if (mapping.values.has(key)) continue;
      at.report('option-unmapped', `Option "${key}" of "${mapping.parameter}" has no counterpart in the shop. Add it.`);
    }
    return mapping;
  };
}

function parameterOf(parameters: readonly Parameter[], id: string, place: Place): Parameter | undefined {
  place.isKnown(
    id,
    parameters.map((parameter) => parameter.id),
    'parameter',
  );
  return parameters.find((parameter) => parameter.id === id);
}

function checkOption(key: string, parameter: Parameter | undefined, place: Place): void {
  const known = optionsOf(parameter);
  if (known.length > 0) place.isKnown(key, known, 'option');
}

/** The values of a parameter as texts, where they can be counted off. */
function optionsOf(parameter: Parameter | undefined): string[] {
  switch (parameter?.kind) {
    case 'choice':
    case 'choices':
      return parameter.options.map(({id}) => id);
    case 'boolean':
      return ['true', 'false'];
    default:
      return [];
  }
}

import {BARE} from '../expression/dimension.js';
import type {ExpressionEnvironment, LookupTable} from '../expression/environment.js';
import type {Type} from '../expression/type.js';
import {unitOf} from '../expression/units.js';
import type {RuntimeValue} from '../expression/value.js';
import {parseDecimal} from '../number/decimal.js';
import type {Option, Parameter} from './parameter.js';
import type {DataTable, Product} from './product.js';

const bareNumber: Type = {kind: 'number', dimension: BARE};
const text: Type = {kind: 'text'};

/** What formulas may name, before or after the product is whole. */
export interface EnvironmentSource {
  readonly parameters: readonly Parameter[];
  readonly derived: ReadonlyMap<string, Type>;
  readonly tables: readonly DataTable[];
}

export interface EnvironmentOptions {
  /** `price` knows the bare number `quantity` too; `words` takes every attribute as text, so that `007` stays so. */
  readonly purpose?: 'value' | 'price' | 'words';
}

/** What formulas of a product may name, and how it is typed. */
export function environmentOf(product: Product, options: EnvironmentOptions = {}): ExpressionEnvironment {
  const derived = new Map(product.derived.map(({id, formula}) => [id, formula.type]));
  return createEnvironment({...product, derived}, options);
}

/** @internal */
export function createEnvironment(
  {parameters, derived, tables}: EnvironmentSource,
  {purpose = 'value'}: EnvironmentOptions = {},
): ExpressionEnvironment {
  const types = new Map(parameters.map((parameter) => [parameter.id, typeOf(parameter)]));
  if (purpose === 'price') types.set('quantity', bareNumber);
  const options = new Map(parameters.map((parameter) => [parameter.id, optionsOf(parameter)]));
  const columns = new Map(tables.map((table) => [table.id, typedTable(table)]));
  return {
    typeOf: (name) => types.get(name) ?? derived.get(name) ?? null,
    names: () => [...types.keys(), ...derived.keys()],
    attribute(parameter, key) {
      const cells = new Map<string, string>();
      for (const option of options.get(parameter) ?? []) {
        const cell = attributeOf(option, key);
        if (cell !== null) cells.set(option.id, cell);
      }
      if (cells.size === 0) return null;
      const {type, values} = typedCells([...cells.values()], purpose === 'words');
      return {type, values: new Map([...cells.keys()].map((id, index) => [id, values[index] ?? null]))};
    },
    attributeKeys: (parameter) =>
      new Set((options.get(parameter) ?? []).flatMap((option) => Object.keys(option.attributes))),
    table: (id) => columns.get(id) ?? null,
    tableNames: () => columns.keys(),
  };
}

/** The options of a parameter; none for kinds without. */
export function optionsOf(parameter: Parameter): readonly Option[] {
  return parameter.kind === 'choice' || parameter.kind === 'choices' ? parameter.options : [];
}

/** An option's fact; its article number answers to `sku`. */
function attributeOf({attributes, sku}: Option, key: string): string | null {
  return (Object.hasOwn(attributes, key) ? attributes[key] : null) ?? (key === 'sku' ? sku : null);
}

function typeOf(parameter: Parameter): Type {
  switch (parameter.kind) {
    case 'choice':
    case 'choices': {
      const options = new Set(parameter.options.map(({id}) => id));
      return {kind: parameter.kind === 'choice' ? 'option' : 'options', options};
    }
    case 'boolean':
      return {kind: 'boolean'};
    case 'integer':
    case 'number':
      return {kind: 'number', dimension: unitOf(parameter.unit ?? '')?.dimension ?? BARE};
    default:
      return text;
  }
}

/** Cells are numbers when there are any and all of them are. */
function typedCells(cells: readonly string[], isText = false): {type: Type; values: readonly RuntimeValue[]} {
  const numbers = isText || cells.length === 0 ? [null] : cells.map(parseDecimal);
  return numbers.every((number) => number !== null) ? {type: bareNumber, values: numbers} : {type: text, values: cells};
}

function typedTable({columns, rows}: DataTable): LookupTable {
  const typed = columns.map((name, column) => ({name, ...typedCells(rows.map((row) => row[column] ?? ''))}));
  return {columns: typed, rows: rows.map((_, row) => typed.map(({values}) => values[row] ?? null))};
}

import type {RuntimeValue} from '../expression/value.js';
import {baseValue} from '../expression/units.js';
import {parseDecimal} from '../number/decimal.js';
import {environmentOf} from '../product/environment.js';
import type {FiniteParameter} from '../product/parameter.js';
import type {Product, Rule, TableCell} from '../product/product.js';
import type {Constraint, Decision, Model, Variable} from './model.js';
import {hasNone, indexOfNumber, isFinite, numberAt, properSizeOf} from './parameter-values.js';
import {sortByActivity} from './sort-by-activity.js';

/**
 * Turns a product into variables and constraints. A `choices` parameter becomes a boolean for each option, and a
 * constraint that counts them; texts and colours have no part in it. Decisions are in the order of the product, but
 * after those that tell whether they exist.
 */
export function compileModel(product: Product): Model {
  const variables: Variable[] = [];
  const decisions: Decision[] = [];
  const constraints: Constraint[] = [];
  for (const parameter of sortByActivity(product)) {
    const own = variablesOf(parameter);
    const indices = own.map((_, place) => variables.length + place);
    variables.push(...own);
    const {id, active} = parameter;
    const options = parameter.kind === 'choices' ? parameter.options.map((option) => option.id) : null;
    decisions.push({id, variables: indices, options});
    if (active && indices.length > 0) constraints.push({kind: 'active', id, variables: indices, active});
    if (parameter.kind === 'choices' && (parameter.min > 0 || parameter.max < parameter.options.length)) {
      const {min, max, required} = parameter;
      constraints.push({kind: 'count', id, variables: indices, min, max, isOptional: !required});
    }
  }
  const parameters = new Map(product.parameters.filter(isFinite).map((parameter) => [parameter.id, parameter]));
  const places = new Map(decisions.map((decision) => [decision.id, decision.variables[0] ?? 0]));
  for (const rule of product.rules) constraints.push(constraintOf(rule, parameters, places));
  return {variables, decisions, constraints, derived: product.derived, environment: environmentOf(product)};
}

function variablesOf(parameter: FiniteParameter): Variable[] {
  const properSize = properSizeOf(parameter);
  const noneSize = hasNone(parameter) ? 1 : 0;
  const size = properSize + noneSize + (parameter.active ? 1 : 0);
  const absentIndex = parameter.active ? size - 1 : -1;
  const variable = (id: string, proper: (index: number) => RuntimeValue): Variable => ({
    id,
    size,
    properSize,
    absentIndex,
    value: (index) => (index < properSize ? proper(index) : null),
  });
  switch (parameter.kind) {
    case 'choice':
      return [variable(parameter.id, (index) => parameter.options[index]?.id ?? null)];
    case 'choices':
      return parameter.options.map((option) => variable(`${parameter.id}.${option.id}`, (index) => index === 1));
    case 'boolean':
      return [variable(parameter.id, (index) => index === 1)];
    case 'integer':
    case 'number':
      return [variable(parameter.id, (index) => baseValue(numberAt(parameter, index), parameter.unit))];
  }
}

function constraintOf(
  rule: Rule,
  parameters: ReadonlyMap<string, FiniteParameter>,
  places: ReadonlyMap<string, number>,
): Constraint {
  if (rule.kind === 'condition') {
    return {kind: 'condition', id: rule.id, when: rule.when, require: rule.require};
  }
  const columns = rule.parameters.map((id) => readerOf(parameters.get(id)));
  return {
    kind: 'table',
    id: rule.id,
    variables: rule.parameters.map((id) => places.get(id) ?? 0),
    rows: rule.rows.map((row) => row.map((cell, column) => columns[column]?.(cell) ?? null)),
  };
}

/** Gives the indices that the cells of a column allow; `null` for any. */
function readerOf(parameter: FiniteParameter | undefined): (cell: TableCell) => readonly number[] | null {
  if (!parameter) return () => null;
  const proper = properSizeOf(parameter);
  const nulls = [proper, proper + 1].slice(0, (hasNone(parameter) ? 1 : 0) + (parameter.active ? 1 : 0));
  // Tables are long: looking through the options for each cell would take seconds.
  const options = new Map(parameter.kind === 'choice' ? parameter.options.map(({id}, index) => [id, index]) : []);
  const indexOf = (value: string | boolean): number | null => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (parameter.kind !== 'integer' && parameter.kind !== 'number') return options.get(value) ?? null;
    const x = parseDecimal(value);
    return x === null ? null : indexOfNumber(parameter, x);
  };
  return (cell) => (cell === 'any' ? null : cell.flatMap((value) => (value === null ? nulls : (indexOf(value) ?? []))));
}

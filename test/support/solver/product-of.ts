import {constraintsOf, sizeOf, type Comparison, type Network, type NetworkVariable} from './network.js';
import type {Value} from '../../../src/core/product/parameter.js';

/** A network as a product definition: a parameter `p…` for each variable and a rule `r…` for each constraint. */
export function productOf(network: Network): Record<string, unknown> {
  const {vars} = network;
  const rules = constraintsOf(network).map((constraint): Record<string, unknown> => {
    switch (constraint.kind) {
      case 'cnf':
        return {require: constraint.item.map(literalText).join(' || ')};
      case 'table':
        return {
          table: constraint.item.v.map((variable) => `p${variable}`),
          rows: constraint.item.r.map((row) =>
            row.map((index, column) => (index < 0 ? {any: true} : cellOf(vars, constraint.item.v[column] ?? 0, index))),
          ),
        };
      case 'clause':
        return {
          require: constraint.item
            .map(([variable, op, value]) => `${numberText(vars, variable)} ${operatorText(op)} ${value}`)
            .join(' || '),
        };
      case 'sum': {
        const {v, c, op, k} = constraint.item;
        const terms = v.map((variable, place) => `${c[place] ?? 0} * ${numberText(vars, variable)}`);
        return {require: `${terms.join(' + ')} ${operatorText(op)} ${k}`};
      }
    }
  });
  return {
    format: 1,
    id: 'network',
    version: '1',
    parameters: vars.map((variable, index) => ({id: `p${index}`, ...parameterOf(variable)})),
    rules: rules.map((rule, index) => ({id: `r${index}`, ...rule})),
  };
}

/** The value at an index, as the store knows it. */
export function productValue(variable: NetworkVariable, index: number): Value {
  if (!variable.d) return index === 1;
  const value = variable.d[index] ?? null;
  return isNumeric(variable) ? value : String(value);
}

/** The index of a value of the store. */
export function indexOfValue(variable: NetworkVariable, value: Value): number {
  return Array.from({length: sizeOf(variable)}, (_, index) => productValue(variable, index)).indexOf(value);
}

/** Whether all values are numbers; then they are evenly spaced, as parameters need them. */
export function isNumeric({d}: NetworkVariable): boolean {
  return d?.every((value) => typeof value === 'number') ?? false;
}

function parameterOf(variable: NetworkVariable): Record<string, unknown> {
  const {d} = variable;
  if (!d) return {kind: 'boolean'};
  if (!isNumeric(variable)) return {kind: 'choice', options: d.map((value) => ({id: String(value)}))};
  const [first = 0, second] = d.map(Number);
  return {kind: 'integer', min: first, max: Number(d.at(-1)), step: second === undefined ? 1 : second - first};
}

function cellOf(vars: readonly NetworkVariable[], variable: number, index: number): unknown {
  return productValue(vars[variable] ?? {n: ''}, index);
}

function literalText(literal: number): string {
  return `${literal < 0 ? '!' : ''}p${Math.abs(literal) - 1}`;
}

function numberText(vars: readonly NetworkVariable[], variable: number): string {
  return vars[variable]?.d ? `p${variable}` : `(p${variable} ? 1 : 0)`;
}

function operatorText(op: Comparison): string {
  return op === '=' ? '==' : op;
}

import {TwikError} from '../error.js';
import type {ExpressionEnvironment} from './environment.js';
import {functions} from './functions.js';
import type {ExpressionNode} from './node.js';
import {isFraction} from './operators.js';
import type {RuntimeValue} from './value.js';

/** A call with its data at hand. */
export interface BoundCall {
  /** The arguments whose values `apply` takes; those that only name tables, columns and keys are left out. */
  readonly arguments: readonly ExpressionNode[];
  /** @throws TwikError such as `lookup-no-row`. */
  readonly apply: (values: readonly RuntimeValue[]) => RuntimeValue;
}

/** Binds a checked call to the data of the environment it was checked in. */
export function bindCall(call: ExpressionNode & {kind: 'call'}, environment: ExpressionEnvironment): BoundCall {
  const apply = functions.get(call.name);
  if (apply) return {arguments: call.arguments, apply};
  const [first, second, ...keys] = call.arguments;
  if (call.name === 'lookup')
    return {arguments: keys, apply: lookup(textOf(first), textOf(second), keys.length, environment)};
  const column = first?.kind === 'name' ? environment.attribute(first.name, textOf(second)) : null;
  return {
    arguments: call.arguments.slice(0, 1),
    apply: ([option]) => (typeof option === 'string' ? (column?.values.get(option) ?? null) : null),
  };
}

function textOf(node: ExpressionNode | undefined): string {
  return node?.kind === 'string' ? node.value : '';
}

function lookup(id: string, columnName: string, keys: number, environment: ExpressionEnvironment): BoundCall['apply'] {
  const table = environment.table(id);
  const column = table?.columns.findIndex(({name}) => name === columnName) ?? -1;
  const found = new Map<string, RuntimeValue>();
  for (const row of table?.rows ?? []) {
    const key = keyOf(row.slice(0, keys));
    if (!found.has(key)) found.set(key, row[column] ?? null);
  }
  return (values) => {
    if (values.includes(null)) return null;
    const value = found.get(keyOf(values));
    if (value !== undefined) return value;
    const sought = values.map((key, index) => `${table?.columns[index]?.name ?? ''} ${wordOf(key)}`).join(', ');
    throw new TwikError('lookup-no-row', `Table "${id}" has no row for ${sought}. Add one.`);
  };
}

function keyOf(values: readonly RuntimeValue[]): string {
  return values.length === 1 ? wordOf(values[0] ?? null) : JSON.stringify(values.map(wordOf));
}

/** Different for different values of one column. */
function wordOf(value: RuntimeValue): string {
  return isFraction(value) ? `${value.numerator}/${value.denominator}` : String(value);
}

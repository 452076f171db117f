import {BARE, LENGTH} from '../../../src/core/expression/dimension.js';
import type {ExpressionEnvironment} from '../../../src/core/expression/environment.js';
import type {Type} from '../../../src/core/expression/type.js';
import type {RuntimeValue, ValueScope} from '../../../src/core/expression/value.js';

const bare: Type = {kind: 'number', dimension: BARE};
const text: Type = {kind: 'text'};

const types: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['width', {kind: 'number', dimension: LENGTH}],
  ['height', {kind: 'number', dimension: LENGTH}],
  ['shelves', bare],
  ['finish', {kind: 'option', options: new Set(['oak', 'walnut', 'white'])}],
  ['legs', {kind: 'option', options: new Set(['steel', 'oak'])}],
  ['extras', {kind: 'options', options: new Set(['led', 'cable'])}],
  ['doors', {kind: 'boolean'}],
  ['label', text],
]);

/** The names of a small shelf, its attributes and one table. */
export const environment: ExpressionEnvironment = {
  typeOf: (name) => types.get(name) ?? null,
  names: () => types.keys(),
  attribute: (parameter, key) => {
    if (parameter !== 'finish') return null;
    if (key === 'density') return {type: bare, values: new Map<string, RuntimeValue>([['oak', 720]])};
    if (key === 'material') return {type: text, values: new Map([['oak', 'wood']])};
    return null;
  },
  attributeKeys: () => ['density', 'material'],
  table: (id) => (id === 'fabric' ? fabric : null),
  tableNames: () => ['fabric'],
};

const fabric = {
  columns: [
    {name: 'finish', type: text},
    {name: 'shelves', type: bare},
    {name: 'price', type: bare},
    {name: 'name', type: text},
  ],
  rows: [
    ['oak', 1, 10, 'Oak single'],
    ['oak', 2, 19, 'Oak double'],
    ['walnut', 1, 12, 'Walnut single'],
  ],
};

/** Reads values, with something sensible for those not given. */
export function scopeOf(values: Readonly<Record<string, RuntimeValue>> = {}): ValueScope {
  const all: Readonly<Record<string, RuntimeValue>> = {
    width: 800,
    height: 1200,
    shelves: 3,
    finish: 'oak',
    legs: 'steel',
    extras: ['led'],
    doors: true,
    label: 'Héllo 🪵',
    ...values,
  };
  return (name) => all[name] ?? null;
}

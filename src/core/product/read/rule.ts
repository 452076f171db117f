import type {Expression} from '../../expression/expression.js';
import {toDecimalString} from '../../number/decimal.js';
import type {Text} from '../../text/text.js';
import {optionsOf} from '../environment.js';
import type {Place, Read} from '../json/place.js';
import {boolean, isObject, list, memberOf, object, optional, string} from '../json/readers.js';
import type {FiniteParameter, Parameter} from '../parameter.js';
import type {Rule, TableCell} from '../product.js';
import {exact} from './exact.js';
import {formula} from './formula.js';
import {nameId} from './identity.js';
import {checkValue} from './number-range.js';
import {checkRows} from './rows.js';
import {text} from './text.js';

const condition = formula('boolean');
const common = {id: nameId, message: optional(text)};
const conditionRule = object({...common, when: optional(condition), require: condition});
const anyRow: Read<readonly unknown[]> = (value, place) =>
  Array.isArray(value) ? value : place.failNot('a list', value);
const anyCell = object({any: boolean});
const tableRule = object({...common, table: list(nameId, 1), rows: list(anyRow)});

/** What rules are checked against. */
export interface RuleContext {
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Names that a message can show. */
  readonly names: readonly string[];
  /** The text or colour that a name reads, itself or through derived values. */
  readonly textBehind: ReadonlyMap<string, string>;
}

/** Reads rules of both kinds. */
export function ruleReader(context: RuleContext): Read<Rule> {
  return (value, place) => {
    const isTable = memberOf(value, 'table') !== undefined;
    const rule = isTable ? readTableRule(value, place, context) : readConditionRule(value, place, context);
    checkMessage(rule.message, place.at('message'), context);
    return rule;
  };
}

/** Reports a formula that would bring a text or a colour into the rule engine. */
export function reportText(expression: Expression | null, place: Place, textBehind: RuleContext['textBehind']): void {
  for (const name of expression?.names ?? []) {
    const source = textBehind.get(name);
    if (source === undefined) continue;
    const message = `Rules cannot read the text or colour "${source}". Limit it by its own "pattern" or "swatches".`;
    place.report('rule-over-text', message);
  }
}

function readConditionRule(value: unknown, place: Place, {textBehind}: RuleContext): Rule {
  const rule = conditionRule(value, place);
  reportText(rule.when, place.at('when'), textBehind);
  reportText(rule.require, place.at('require'), textBehind);
  return {...rule, kind: 'condition', path: place.path};
}

function readTableRule(value: unknown, place: Place, {parameters}: RuleContext): Rule {
  const {id, message, table, rows: written} = tableRule(value, place);
  const columns = table.map((name, index) => columnOf(name, place.at('table', index), parameters));
  checkRows(written, columns.length, place);
  const rows = written.map((cells, row) =>
    cells.map((cell, column) => {
      const at = place.at('rows', row, column);
      return at.attempt(() => readCell(cell, at, columns[column]), 'any');
    }),
  );
  return {kind: 'table', id, message, path: place.path, parameters: table, rows};
}

interface Column {
  readonly parameter: FiniteParameter;
  /** Tables are long: looking through a list for each cell would take seconds. */
  readonly options: ReadonlySet<string>;
}

function columnOf(id: string, place: Place, parameters: RuleContext['parameters']): Column | undefined {
  const parameter = parameters.get(id);
  if (!parameter) {
    if (!place.reading.broken.has(id)) place.isKnown(id, [...parameters.keys()], 'parameter', 'name-unknown');
    return undefined;
  }
  if (parameter.kind !== 'text' && parameter.kind !== 'color' && parameter.kind !== 'choices') {
    return {parameter, options: new Set(optionsOf(parameter).map((option) => option.id))};
  }
  const code = parameter.kind === 'choices' ? 'type-mismatch' : 'rule-over-text';
  place.report(code, `"${id}" cannot be a column. Use a choice, boolean, integer or number.`);
  return undefined;
}

function readCell(cell: unknown, place: Place, column: Column | undefined): TableCell {
  if (!column || (isObject(cell) && anyCell(cell, place).any)) return 'any';
  const values: readonly unknown[] = Array.isArray(cell) ? cell : [cell];
  if (values.length === 0) place.failNot('a value, a list of values, or {"any": true}', cell);
  return values.map((value) => readCellValue(value, place, column));
}

function readCellValue(value: unknown, place: Place, {parameter, options}: Column): string | boolean | null {
  if (value === null) return null;
  switch (parameter.kind) {
    case 'boolean':
      return boolean(value, place);
    case 'choice':
    case 'choices': {
      const option = string(value, place);
      if (!options.has(option)) place.isKnown(option, [...options], 'option');
      return option;
    }
    case 'integer':
    case 'number': {
      const number = exact(value, place);
      checkValue(number, parameter, place, 'range-invalid');
      return toDecimalString(number);
    }
  }
}

function checkMessage(message: Text | null, place: Place, {names}: RuleContext): void {
  for (const [, name = ''] of JSON.stringify(message).matchAll(/\{(\w+)\}/g)) {
    if (!place.reading.broken.has(name)) place.isKnown(name, names, 'name');
  }
}

import type {Expression} from '../../expression/expression.js';
import {isInteger, divide, subtract, compare} from '../../number/arithmetic.js';
import {toDecimalString} from '../../number/decimal.js';
import {didYouMean} from '../../text/did-you-mean.js';
import type {Text} from '../../text/text.js';
import {below, report, reportNot, type Place, type Read} from '../json/place.js';
import {isObject, list, memberOf, object, optional} from '../json/readers.js';
import type {FiniteParameter, Parameter} from '../parameter.js';
import type {Rule, TableCell} from '../product.js';
import {exactOf} from './exact.js';
import {formula} from './formula.js';
import {isKnown, nameId} from './identity.js';
import {text} from './text.js';

const condition = formula('boolean');
const conditionRule = object({
  id: nameId,
  when: optional(condition, null),
  require: condition,
  message: optional(text, null),
});
const anyRow = list<{readonly cells: readonly unknown[]}>((value, place) =>
  Array.isArray(value) ? {cells: value} : reportNot(place, 'a list', value),
);
const tableRule = object({
  id: nameId,
  table: list(nameId, {min: 1}),
  rows: anyRow,
  message: optional(text, null),
});

/** What rules are checked against. */
export interface RuleContext {
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Names that a message can show. */
  readonly names: readonly string[];
  /** The text or colour that a name reads, itself or through derived values, or `null`. */
  readonly textBehind: (name: string) => string | null;
}

/** Reads rules of both kinds. */
export function ruleReader(context: RuleContext): Read<Rule> {
  return (value, place) => {
    const isTable = isObject(value) && 'table' in value;
    const rule = isTable ? readTableRule(value, place, context) : readConditionRule(value, place);
    if (!rule) return undefined;
    if (rule.kind === 'condition') {
      for (const [key, expression] of Object.entries({when: rule.when, require: rule.require})) {
        if (expression) reportText(expression, below(place, key), context);
      }
    }
    checkMessage(rule.message, below(place, 'message'), context);
    return rule;
  };
}

/** Reports a formula that would bring a text or a colour into the rule engine. */
export function reportText({names}: Expression, place: Place, {textBehind}: Pick<RuleContext, 'textBehind'>): void {
  for (const name of names) {
    const behind = textBehind(name);
    if (behind === null) continue;
    report(
      place,
      'rule-over-text',
      `Rules cannot read "${behind}": a text or colour never enters them. Limit it by its own "pattern", "maxLength" or "swatches".`,
    );
  }
}

function readConditionRule(value: unknown, place: Place): Rule | undefined {
  const rule = conditionRule(value, place);
  return rule && {...rule, kind: 'condition', path: place.path};
}

function readTableRule(value: unknown, place: Place, {parameters}: RuleContext): Rule | undefined {
  const rule = tableRule(value, place);
  if (!rule) return undefined;
  const columns = rule.table.map((id, index) => columnOf(id, below(below(place, 'table'), index), parameters));
  const rows = rule.rows.map(({cells}, row) => {
    const at = below(below(place, 'rows'), row);
    if (cells.length !== columns.length) {
      report(at, 'row-length', `This row has ${cells.length} cells for ${columns.length} columns. Write one for each.`);
    }
    return cells.map((cell, column) => readCell(cell, below(at, column), columns[column]) ?? 'any');
  });
  return {kind: 'table', id: rule.id, message: rule.message, path: place.path, parameters: rule.table, rows};
}

function columnOf(id: string, place: Place, parameters: RuleContext['parameters']): FiniteParameter | undefined {
  if (place.reading.broken.has(id) || !isKnown(id, 'parameter', [...parameters.keys()], place)) return undefined;
  const parameter = parameters.get(id);
  if (!parameter || (parameter.kind !== 'text' && parameter.kind !== 'color' && parameter.kind !== 'choices')) {
    return parameter;
  }
  return report(
    place,
    parameter.kind === 'choices' ? 'type-mismatch' : 'rule-over-text',
    `"${id}" (${parameter.kind}) cannot be a column. Use a choice, boolean, integer or number.`,
  );
}

function readCell(cell: unknown, place: Place, parameter: FiniteParameter | undefined): TableCell | undefined {
  if (memberOf(cell, 'any') === true) return 'any';
  if (isObject(cell) || (Array.isArray(cell) && cell.length === 0)) {
    return reportNot(place, 'a value, a list of values, or {"any": true}', cell);
  }
  if (!parameter) return undefined;
  const values = Array.isArray(cell)
    ? cell.map((value: unknown, index) => readCellValue(value, below(place, index), parameter))
    : [readCellValue(cell, place, parameter)];
  return values.filter((value) => value !== undefined);
}

function readCellValue(value: unknown, place: Place, parameter: FiniteParameter): string | boolean | null | undefined {
  if (value === null) return null;
  switch (parameter.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? value : reportNot(place, 'true or false', value);
    case 'choice':
    case 'choices': {
      if (typeof value !== 'string') return reportNot(place, `an option of "${parameter.id}"`, value);
      const known = parameter.options.map(({id}) => id);
      if (known.includes(value)) return value;
      const cure = didYouMean(value, known) || `Options: ${known.slice(0, 8).join(', ')}.`;
      return report(place, 'option-unknown', `"${value}" is not an option of "${parameter.id}". ${cure}`);
    }
    case 'integer':
    case 'number': {
      const number = exactOf(value);
      if (number === null) return reportNot(place, 'a number', value);
      const {min, max, step, id} = parameter;
      if (compare(number, min) < 0 || compare(number, max) > 0 || !isInteger(divide(subtract(number, min), step))) {
        return report(
          place,
          'range-invalid',
          `"${id}" can never be ${toDecimalString(number)}. Write one of its values.`,
        );
      }
      return toDecimalString(number);
    }
  }
}

function checkMessage(message: Text | null, place: Place, {names}: RuleContext): void {
  const texts = message === null ? [] : typeof message === 'string' ? [message] : Object.values(message);
  for (const words of texts) {
    for (const [, name = ''] of words.matchAll(/\{(\w+)\}/g)) {
      if (names.includes(name) || place.reading.broken.has(name)) continue;
      const cure = didYouMean(name, names) || 'Name a parameter or derived value.';
      report(place, 'name-unknown', `The message shows {${name}}, which is not there. ${cure}`);
    }
  }
}

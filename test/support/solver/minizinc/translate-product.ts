import {baseValue} from '../../../../src/core/expression/units.js';
import type {Expression} from '../../../../src/core/expression/expression.js';
import {environmentOf} from '../../../../src/core/product/environment.js';
import type {Parameter} from '../../../../src/core/product/parameter.js';
import type {Product, Rule, TableCell} from '../../../../src/core/product/product.js';
import {decodeValue, isFinite, numberAt, properSizeOf} from '../../../../src/core/solver/parameter-values.js';
import {arithmetic} from './numbers.js';
import {and, negation, numberTerm, or, type Term} from './term.js';
import {holds, translate, type TranslationScope} from './translate-expression.js';

/** Names of a parameter in the translation: its index (of each option, for a set), and whether it is null. */
export const indexName = (id: string, option?: number): string =>
  option === undefined ? `v_${id}` : `v_${id}_${option}`;
export const nullName = (id: string): string => `null_${id}`;

/**
 * A product as a MiniZinc model of its parameters and rules.
 *
 * @param isKept Leaves out what it is false of: rules, and the limits that parameters bring along, by their ids.
 */
export function translateProduct(product: Product, isKept: (id: string) => boolean = () => true): string {
  const lines = [
    // "div" of MiniZinc goes towards zero.
    'function var int: floor_div(var int: a, var int: b) = a div b - bool2int(a < 0 /\\ a mod b != 0);',
  ];
  const codes = new Map<string, number>();
  let count = 0;
  const named = (type: string, expression: string): string => {
    if (/^-?\w+$/.test(expression)) return expression;
    const name = `t${count++}`;
    lines.push(`var ${type}: ${name} = ${expression};`);
    return name;
  };
  const terms = new Map<string, Term>();
  const scope: TranslationScope = {
    environment: environmentOf(product),
    codeOf(text) {
      codes.set(text, codes.get(text) ?? codes.size + 1);
      return codes.get(text) ?? 0;
    },
    integer: (expression) => named('int', expression),
    truth: (expression) => named('bool', expression),
    term(name) {
      const term = terms.get(name);
      if (!term) throw new Error(`${name} is not translated yet.`);
      return term;
    },
  };

  for (const parameter of product.parameters) terms.set(parameter.id, declare(parameter, scope, lines, isKept));
  const require = (condition: string): void => void lines.push(`constraint ${condition};`);
  // Derived values may read each other in any order.
  const waiting = [...product.derived];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if ([...next.formula.names].every((name) => terms.has(name)))
      terms.set(next.id, translate(next.formula.root, scope));
    else waiting.push(next);
  }
  const formula = ({root}: Expression): Term => translate(root, scope);
  for (const parameter of product.parameters) {
    if (!parameter.active || !isKept(parameter.id)) continue;
    const active = formula(parameter.active);
    require(active.defined);
    require(`(absent_${parameter.id} <-> ${negation(holds(active))})`);
  }
  for (const rule of product.rules) if (isKept(rule.id)) require(ruleText(rule, product, formula));
  lines.push('solve satisfy;');
  return lines.join('\n') + '\n';
}

/** Declares the variables of a parameter. While it is null its indices are 0, so that nothing is counted twice. */
function declare(
  parameter: Parameter,
  scope: TranslationScope,
  lines: string[],
  isKept: (id: string) => boolean,
): Term {
  if (!isFinite(parameter)) throw new Error(`${parameter.id} does not enter rules.`);
  const {id} = parameter;
  const size = properSizeOf(parameter);
  const canBeOpen = !parameter.required && parameter.kind !== 'choices';
  const isNull = parameter.active || canBeOpen ? nullName(id) : 'false';
  if (isNull !== 'false') {
    lines.push(`var bool: ${isNull};`, `var bool: absent_${id};`, `constraint absent_${id} -> ${isNull};`);
    if (!parameter.active) lines.push(`constraint not absent_${id};`);
    if (!canBeOpen) lines.push(`constraint ${isNull} -> absent_${id};`);
  }
  const index = (name: string): string => {
    lines.push(`var 0..${size - 1}: ${name};`);
    if (isNull !== 'false') lines.push(`constraint ${isNull} -> ${name} = 0;`);
    return name;
  };
  const base = {isNull, defined: 'true'};
  switch (parameter.kind) {
    case 'boolean':
      return {kind: 'truth', ...base, isTrue: `(${index(indexName(id))} = 1)`};
    case 'choice': {
      const name = index(indexName(id));
      const words = parameter.options.map((option) => scope.codeOf(option.id));
      return {kind: 'word', ...base, code: scope.integer(`[${words.join(', ')}][${name} + 1]`)};
    }
    case 'choices': {
      const members = parameter.options.map((option, place) => ({
        code: scope.codeOf(option.id),
        isPicked: `(${index(indexName(id, place))} = 1)`,
      }));
      const sum = members.map(({isPicked}) => `bool2int(${isPicked})`).join(' + ');
      const isFew = `(${sum} >= ${parameter.min} /\\ ${sum} <= ${parameter.max})`;
      if (isKept(id)) lines.push(`constraint ${or(isNull, isFew, parameter.required ? 'false' : `(${sum} = 0)`)};`);
      return {kind: 'set', ...base, members};
    }
    case 'integer':
    case 'number': {
      const first = numberTerm(baseValue(numberAt(parameter, 0), parameter.unit));
      const step = numberTerm(baseValue(parameter.step, parameter.unit));
      const name = {...numberTerm(0), numerator: index(indexName(id))};
      return {...arithmetic('+', first, arithmetic('*', name, step, scope), scope), ...base};
    }
  }
}

function ruleText(rule: Rule, product: Product, formula: (expression: Expression) => Term): string {
  if (rule.kind === 'condition') {
    const when = rule.when && formula(rule.when);
    const required = formula(rule.require);
    const isMet = and(required.defined, holds(required));
    return when ? and(when.defined, or(negation(holds(when)), isMet)) : isMet;
  }
  return or(
    ...rule.rows.map((row) =>
      and(...row.map((cell, column) => cellText(cell, product, rule.parameters[column] ?? ''))),
    ),
  );
}

/** Cells are values of the store: what an index decodes to is compared with them as text. */
function cellText(cell: TableCell, product: Product, id: string): string {
  const parameter = product.parameters.find((each) => each.id === id);
  if (cell === 'any' || !parameter || !isFinite(parameter)) return 'true';
  const isNull = parameter.active || !parameter.required ? nullName(id) : 'false';
  return or(
    ...cell.map((value) => {
      if (value === null) return isNull;
      const index = Array.from({length: properSizeOf(parameter)}, (_, place) => place).find(
        (place) => String(decodeValue(parameter, [place])) === String(value),
      );
      return index === undefined ? 'false' : and(negation(isNull), `(${indexName(id)} = ${index})`);
    }),
  );
}

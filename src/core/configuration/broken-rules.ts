import {evaluate} from '../expression/compile-expression.js';
import type {Expression} from '../expression/expression.js';
import type {ValueScope} from '../expression/value.js';
import type {Value} from '../product/parameter.js';
import type {Rule, TableCell} from '../product/product.js';
import {attempt} from './attempt.js';
import type {Machinery} from './machinery.js';

/**
 * The rules that values do not keep, found by evaluating each; the engine has no part in it. A rule whose formula fails
 * is not kept.
 */
export function brokenRules({product, model}: Machinery, scope: ValueScope, valueOf: (id: string) => Value): Rule[] {
  const isTrue = (condition: Expression): boolean => evaluate(condition, model.environment, scope) === true;
  const holds = (rule: Rule): boolean => {
    if (rule.kind === 'condition') return (rule.when !== null && !isTrue(rule.when)) || isTrue(rule.require);
    const values = rule.parameters.map(valueOf);
    return rule.rows.some((row) => row.every((cell, column) => allows(cell, values[column] ?? null)));
  };
  return product.rules.filter((rule) => attempt(() => holds(rule)) !== true);
}

/** Cells hold numbers as decimal texts. */
function allows(cell: TableCell, value: Value): boolean {
  return cell === 'any' || cell.some((one) => one === value || (typeof one === 'string' && Number(one) === value));
}

import {TwikError} from '../error.js';
import {compileExpression} from '../expression/compile-expression.js';
import type {ValueScope} from '../expression/value.js';
import type {Rule} from '../product/product.js';
import type {Machinery} from './machinery.js';

/**
 * The rules that values do not keep, found by evaluating each; the engine has no part in it. A rule whose formula fails
 * is not kept.
 *
 * @param indexOf The index of each variable's value.
 */
export function brokenRules(
  {product, model}: Machinery,
  scope: ValueScope,
  indexOf: (variable: number) => number,
): Rule[] {
  const tables = new Map(
    model.constraints.flatMap((constraint) => (constraint.kind === 'table' ? [[constraint.id, constraint]] : [])),
  );
  const holds = (rule: Rule): boolean => {
    if (rule.kind === 'condition') {
      const isTrue = (condition: Rule & {kind: 'condition'}, key: 'when' | 'require'): boolean => {
        const formula = condition[key];
        return formula === null || compileExpression(formula, model.environment)(scope) === true;
      };
      return !isTrue(rule, 'when') || isTrue(rule, 'require');
    }
    const {rows = [], variables = []} = tables.get(rule.id) ?? {};
    return rows.some((row) => row.every((cell, column) => cell?.includes(indexOf(variables[column] ?? 0)) ?? true));
  };
  return product.rules.filter((rule) => {
    try {
      return !holds(rule);
    } catch (error) {
      if (error instanceof TwikError) return true;
      throw error;
    }
  });
}

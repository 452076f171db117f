import type {ExpressionNode} from '../../expression/node.js';
import {multiply, subtract} from '../../number/arithmetic.js';
import type {Exact} from '../../number/exact.js';
import {denominatorOf} from '../../number/rational.js';
import {all, complement, setOf, some, type Condition} from './condition.js';
import {FAILED, type Formulas, type Outcome} from './formulas.js';
import {isNumber} from './range.js';

/** Variables with more values have no table of weights. */
const maxWeights = 10_000;
/** How many places are tried to find one where the sum is a number. */
const maxTrials = 8;

/** What is false of two numbers exactly where the other is true. */
export const opposites = {'==': '!=', '<': '>=', '<=': '>', '>': '<=', '>=': '<'} as const;
export type Comparison = keyof typeof opposites;

/**
 * How a difference compares with 0, where it is a sum of what single variables contribute; otherwise `null`. Where it
 * is null no comparison holds.
 */
export function compareSum(
  difference: ExpressionNode,
  operator: Comparison,
  isTrue: boolean,
  formulas: Formulas,
): Condition | null {
  const variables = formulas.supportOf(difference);
  if (!formulas.isSum(difference) || variables.some((variable) => formulas.sizeOf(variable) > maxWeights)) return null;
  // What a variable contributes is how much the whole changes with it, from a place where all is a number.
  const evaluate = formulas.evaluationOf(difference);
  const bases = Array.from({length: maxTrials}, (_, index) =>
    evaluate((variable) => Math.min(index, formulas.sizeOf(variable) - 1)),
  );
  const place = bases.findIndex(isNumber);
  const base = bases[place];
  if (base === undefined || !isNumber(base)) return null;
  const columns = variables.map((variable) =>
    Array.from({length: formulas.sizeOf(variable)}, (_, index) =>
      evaluate((each) => (each === variable ? index : Math.min(place, formulas.sizeOf(each) - 1))),
    ),
  );
  const where = (outcome: Outcome) =>
    columns.map((column, at) => setOf(variables[at] ?? 0, column.length, (index) => column[index] === outcome));
  const compared = compareWeights(variables, columns, base, isTrue ? operator : opposites[operator]);
  if (!compared) return null;
  const nulls = where(null);
  return all([
    ...where(FAILED).map(complement),
    isTrue ? all([...nulls.map(complement), compared]) : some([...nulls, compared]),
  ]);
}

function compareWeights(
  variables: readonly number[],
  columns: readonly (readonly Outcome[])[],
  base: Exact,
  operator: Comparison | '!=',
): Condition | null {
  const sign = operator === '>' || operator === '>=' ? -1 : 1;
  const by = operator === '==' || operator === '!=' ? operator : '<=';
  const scale = commonDenominator(columns.flat().filter(isNumber));
  const whole = (x: Exact): number => {
    const found = multiply(x, multiply(scale, sign));
    return typeof found === 'number' ? found : NaN;
  };
  // What is null or fails must not widen what the others allow: it counts as the base, which is there.
  const weights = columns.map((column) =>
    column.map((outcome) => (isNumber(outcome) ? whole(subtract(outcome, base)) : 0)),
  );
  const total = (operator === '<' || operator === '>' ? -1 : 0) - whole(base);
  const reach = weights.reduce((sum, column) => sum + Math.max(...column.map(Math.abs)), Math.abs(total));
  return Number.isSafeInteger(reach)
    ? {kind: 'constraint', constraint: {kind: 'sum', variables, weights, operator: by, total}}
    : null;
}

function commonDenominator(numbers: readonly Exact[]): Exact {
  return numbers.reduce<Exact>((common, x) => {
    const denominator = denominatorOf(multiply(x, common));
    return denominator === 1n ? common : multiply(common, Number(denominator));
  }, 1);
}

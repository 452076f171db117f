import {alike, Checker, unitCure, type TypedNode} from './check.js';
import {checkConstants} from './constant-faults.js';
import {ANGLE, BARE, formatDimension, LENGTH, sameDimension} from './dimension.js';
import type {ExpressionEnvironment} from './environment.js';
import type {Expression} from './expression.js';
import {namesOf} from './names.js';
import {parseExpression} from './parse-expression.js';
import type {Dimension} from './type.js';
import {isTextual} from './type-rules.js';

/** What a formula must give: `number` is a bare one, `measure` one of any dimension; options are text too. */
export type Expectation =
  'boolean' | 'text' | 'number' | 'length' | 'angle' | 'measure' | {readonly dimension: Dimension};

export interface DefineOptions {
  /** JSON pointer of the formula. */
  path: string;
  /** What it may refer to. */
  environment: ExpressionEnvironment;
  /** Default: anything. */
  expected?: Expectation;
}

/**
 * Parses and checks a formula.
 *
 * @throws TwikError with the column in its sentence: what `parseExpression` throws, and `name-unknown`,
 * `function-unknown`, `argument-count`, `type-mismatch`, `unit-mismatch`, `option-unknown`, `attribute-unknown`,
 * `table-unknown`, `column-unknown`; `division-by-zero` and `step-invalid` where that is so whatever the names stand for.
 * @example
 * defineExpression('width > 1200 mm', {path: '/rules/0/when', environment, expected: 'boolean'});
 */
export function defineExpression(source: string, {path, environment, expected}: DefineOptions): Expression {
  const checker = new Checker(environment, path);
  const root = checker.check(parseExpression(source, {path}));
  if (expected !== undefined && root.type.kind !== 'null') requireType(root, expected, checker);
  checkConstants(root, environment, path);
  return {source, path, type: root.type, root, names: namesOf(root)};
}

const dimensions: Readonly<Record<string, Dimension>> = {number: BARE, length: LENGTH, angle: ANGLE};

function requireType(root: TypedNode, expected: Expectation, checker: Checker): void {
  if (expected === 'boolean') checker.condition(root);
  else if (expected === 'text') {
    if (!isTextual(root.type)) checker.expected('a text', root, "Write it in single quotes: 'oak'.");
  } else {
    const dimension = checker.number(root);
    if (expected === 'measure') return;
    const wanted = typeof expected === 'string' ? (dimensions[expected] ?? BARE) : expected.dimension;
    if (sameDimension(dimension, wanted)) return;
    checker.expected(formatDimension(wanted), root, unitCure(root, wanted) ?? alike, 'unit-mismatch');
  }
}

import type {ExpressionNode} from '../../expression/node.js';
import {isSameValue} from '../../expression/operators.js';
import {all, complement, setOf, some, type Condition} from './condition.js';
import {FAILED, type Formulas, type Outcome} from './formulas.js';
import {NULL, type Range} from './range.js';
import {Ranges} from './ranges.js';
import {compareSum, opposites, type Comparison} from './sums.js';

/** Equality of two values is broken down by value, when so few are compared. */
const maxValues = 300;

type Binary = ExpressionNode & {readonly kind: 'binary'};
type Conditional = ExpressionNode & {readonly kind: 'conditional'};

/** What turns the parts of a formula into conditions. */
interface Parts {
  readonly formulas: Formulas;
  of(node: ExpressionNode, isTrue: boolean): Condition;
  either(condition: ExpressionNode, whenTrue: Condition, whenFalse: Condition): Condition;
}

/** A comparison as a condition; `null` when it has no structure that could be used. */
export function comparison(node: Binary, isTrue: boolean, parts: Parts): Condition | null {
  const {formulas} = parts;
  const {operator} = node;
  if (operator === '!=') return comparison({...node, operator: '=='}, !isTrue, parts);
  const [left, right] = [formulas.resolve(node.left), formulas.resolve(node.right)];
  // Where one side is one of two things, both are compared.
  if (isOpen(left, formulas)) return eitherOf(left, (part) => parts.of({...node, left: part}, isTrue), parts);
  if (isOpen(right, formulas)) return eitherOf(right, (part) => parts.of({...node, right: part}, isTrue), parts);
  // Multiplied by what is positive, a quotient is mostly a sum. With null, both sides would be the same.
  if (left.kind === 'binary' && left.operator === '/' && isPositive(rangeOf(left.right, formulas))) {
    const product = {...left, operator: '*', left: right} as const;
    return parts.of({...node, left: left.left, right: product}, isTrue);
  }
  if (operator === '==') {
    const found = absence(left, right, isTrue, formulas) ?? equality(left, right, isTrue, formulas);
    // Null is the same as null, but no number that could be added up.
    if (found || (canBeNull(left, formulas) && canBeNull(right, formulas))) return found;
  }
  const difference: Binary = {...node, operator: '-'};
  return isComparison(operator) ? compareSum(difference, operator, isTrue, formulas) : null;
}

/** `item in list`, where the list is written out or a set of options. */
export function membership(
  node: ExpressionNode & {readonly kind: 'in'},
  isTrue: boolean,
  parts: Parts,
): Condition | null {
  const {formulas} = parts;
  const {item, list} = node;
  const among = (items: readonly ExpressionNode[]): Condition[] =>
    items.map((right) => parts.of({...node, kind: 'binary', operator: '==', left: item, right}, isTrue));
  // All of a list is worked out, so that what fails fails the whole.
  if (formulas.canFail(node)) return null;
  if (list.kind === 'list') return isTrue ? some(among(list.items)) : all(among(list.items));
  const options = formulas.decisionOf(list)?.options?.map((value) => ({...node, kind: 'string', value}) as const);
  if (!options) return null;
  return all([
    isTrue ? some(among(options)) : true,
    ...options.map((option) =>
      some([
        parts.of({...node, kind: 'binary', operator: '!=', left: item, right: option}, true),
        parts.of({...node, item: option}, isTrue),
      ]),
    ),
  ]);
}

/** Whether it is one of two things, depending on more than one variable. */
function isOpen(node: ExpressionNode, formulas: Formulas): node is Conditional {
  return node.kind === 'conditional' && formulas.supportOf(node).length > 1;
}

function eitherOf(node: Conditional, compare: (part: ExpressionNode) => Condition, parts: Parts): Condition {
  return parts.either(node.condition, compare(node.whenTrue), compare(node.whenFalse));
}

function isComparison(operator: string): operator is Comparison {
  return operator in opposites;
}

function isPositive({low, flags}: Range): boolean {
  return low > 0 && (flags & NULL) === 0;
}

function canBeNull(node: ExpressionNode, formulas: Formulas): boolean {
  return (rangeOf(node, formulas).flags & NULL) !== 0;
}

/** What a formula can come to at all. */
function rangeOf(node: ExpressionNode, formulas: Formulas): Range {
  const everything = {has: () => true, min: () => 0, max: (variable: number) => formulas.sizeOf(variable) - 1};
  return new Ranges(node, formulas).measure(everything);
}

/** Whether a set of options is null: then none of them exists. */
function absence(left: ExpressionNode, right: ExpressionNode, isTrue: boolean, formulas: Formulas): Condition | null {
  const set = formulas.decisionOf(left) ?? formulas.decisionOf(right);
  if (!set?.options || (left.kind !== 'null' && right.kind !== 'null')) return null;
  const absent = set.variables.map((variable) => setOf(variable, formulas.sizeOf(variable), (index) => index > 1));
  return isTrue ? all(absent) : some(absent.map(complement));
}

/** Equality of two things that are each over one variable: value by value. */
function equality(left: ExpressionNode, right: ExpressionNode, isTrue: boolean, formulas: Formulas): Condition | null {
  const [x, ...others] = formulas.supportOf(left);
  const [y, ...more] = formulas.supportOf(right);
  if (x === undefined || y === undefined || others.length > 0 || more.length > 0) return null;
  if (Math.max(formulas.sizeOf(x), formulas.sizeOf(y)) > maxValues) return null;
  const [mine, theirs] = [formulas.outcomesOf(left), formulas.outcomesOf(right)];
  const fits = (a: Outcome, b: Outcome = null): boolean => a !== FAILED && b !== FAILED && isSameValue(a, b) === isTrue;
  return all(
    mine.map((value, place) =>
      some([
        setOf(x, mine.length, (index) => index !== place),
        setOf(y, theirs.length, (index) => fits(value, theirs[index])),
      ]),
    ),
  );
}

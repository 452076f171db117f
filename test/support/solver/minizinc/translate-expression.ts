import type {ExpressionEnvironment} from '../../../../src/core/expression/environment.js';
import type {ExpressionNode} from '../../../../src/core/expression/node.js';
import type {RuntimeValue} from '../../../../src/core/expression/value.js';
import {arithmetic, compareNumbers, extremeOf, roundedTo, totalOf} from './numbers.js';
import {and, either, negation, numberTerm, or, type NumberTerm, type Term} from './term.js';

/** What translating needs to know and to add to. */
export interface TranslationScope {
  readonly environment: ExpressionEnvironment;
  /** A parameter or a derived value. */
  term(name: string): Term;
  /** A number for every text, the same for the same. */
  codeOf(text: string): number;
  /** Gives an expression a name, so that what is built of it stays short. */
  integer(expression: string): string;
  truth(expression: string): string;
}

/** Translates formulas by what the documentation says of them. */
export function translate(node: ExpressionNode, scope: TranslationScope): Term {
  const down = (child: ExpressionNode): Term => translate(child, scope);
  switch (node.kind) {
    case 'number':
      return numberTerm(node.value);
    case 'string':
      return {kind: 'word', code: String(scope.codeOf(node.value)), isNull: 'false', defined: 'true'};
    case 'boolean':
      return truthTerm(String(node.value));
    case 'null':
      return {kind: 'null', isNull: 'true', defined: 'true'};
    case 'name':
      return scope.term(node.name);
    case 'unary': {
      const operand = down(node.operand);
      if (node.operator === '!') return truthTerm(negation(holds(operand)), operand.defined);
      return arithmetic('-', numberTerm(0), numberOf(operand), scope);
    }
    case 'binary':
      return binary(node, scope);
    case 'conditional': {
      const condition = down(node.condition);
      return choose(holds(condition), condition.defined, down(node.whenTrue), down(node.whenFalse), scope);
    }
    case 'in':
      return membership(down(node.item), node.list, scope);
    case 'list':
      throw new Error('A list stands in "in" only.');
    case 'call':
      return call(node, scope);
  }
}

/** When a term counts as a condition that is met. */
export function holds(term: Term): string {
  return term.kind === 'truth' ? and(negation(term.isNull), term.isTrue) : 'false';
}

function truthTerm(isTrue: string, defined = 'true'): Term {
  return {kind: 'truth', isTrue, isNull: 'false', defined};
}

function numberOf(term: Term): NumberTerm {
  if (term.kind === 'number') return term;
  if (term.kind === 'null') return {...numberTerm(0), isNull: 'true'};
  throw new Error(`A ${term.kind} is no number.`);
}

function binary(node: ExpressionNode & {kind: 'binary'}, scope: TranslationScope): Term {
  const left = translate(node.left, scope);
  const right = translate(node.right, scope);
  const {operator} = node;
  switch (operator) {
    case '&&':
      // The right side is looked at only when the left holds.
      return truthTerm(and(holds(left), holds(right)), and(left.defined, or(negation(holds(left)), right.defined)));
    case '||':
      return truthTerm(or(holds(left), holds(right)), and(left.defined, or(holds(left), right.defined)));
    case '==':
    case '!=': {
      const same = isSame(left, right);
      return truthTerm(operator === '==' ? same : negation(same), and(left.defined, right.defined));
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const isOrdered = compareNumbers(operator, numberOf(left), numberOf(right));
      const areThere = and(negation(left.isNull), negation(right.isNull));
      return truthTerm(and(areThere, isOrdered), and(left.defined, right.defined));
    }
    default:
      return arithmetic(operator, numberOf(left), numberOf(right), scope);
  }
}

/** Equal values, or both null. */
function isSame(left: Term, right: Term): string {
  const areNull = and(left.isNull, right.isNull);
  const areThere = and(negation(left.isNull), negation(right.isNull));
  if (left.kind === 'number' && right.kind === 'number')
    return or(areNull, and(areThere, compareNumbers('=', left, right)));
  if (left.kind === 'word' && right.kind === 'word')
    return or(areNull, and(areThere, `(${left.code} = ${right.code})`));
  if (left.kind === 'truth' && right.kind === 'truth') {
    return or(areNull, and(areThere, `(${left.isTrue} <-> ${right.isTrue})`));
  }
  return areNull;
}

function choose(condition: string, defined: string, whenTrue: Term, whenFalse: Term, scope: TranslationScope): Term {
  const pick = (a: string, b: string): string => either(condition, a, b);
  const base = {
    isNull: scope.truth(pick(whenTrue.isNull, whenFalse.isNull)),
    defined: scope.truth(and(defined, pick(whenTrue.defined, whenFalse.defined))),
  };
  const [model, other] = whenTrue.kind === 'null' ? [whenFalse, whenTrue] : [whenTrue, whenFalse];
  switch (model.kind) {
    case 'number': {
      const [a, b] = [numberOf(whenTrue), numberOf(whenFalse)];
      return {
        kind: 'number',
        ...base,
        numerator: scope.integer(pick(a.numerator, b.numerator)),
        denominator: scope.integer(pick(a.denominator, b.denominator)),
      };
    }
    case 'word': {
      const code = (term: Term): string => (term.kind === 'word' ? term.code : '0');
      return {kind: 'word', ...base, code: scope.integer(pick(code(whenTrue), code(whenFalse)))};
    }
    case 'truth':
      return {kind: 'truth', ...base, isTrue: scope.truth(pick(holds(whenTrue), holds(whenFalse)))};
    case 'null':
      return other;
    case 'set':
      throw new Error('A conditional gives no set.');
  }
}

function membership(item: Term, list: ExpressionNode, scope: TranslationScope): Term {
  if (list.kind === 'list') {
    const others = list.items.map((other) => translate(other, scope));
    return truthTerm(
      or(...others.map((other) => isSame(item, other))),
      and(item.defined, ...others.map(({defined}) => defined)),
    );
  }
  const set = translate(list, scope);
  if (set.kind !== 'set' || item.kind !== 'word') throw new Error('Only an option can be in a set of options.');
  const isIn = or(...set.members.map(({code, isPicked}) => and(isPicked, `(${item.code} = ${code})`)));
  return truthTerm(and(negation(item.isNull), isIn), and(item.defined, set.defined));
}

function call(node: ExpressionNode & {kind: 'call'}, scope: TranslationScope): Term {
  const [first, second, ...keys] = node.arguments;
  if (node.name === 'attribute' && first?.kind === 'name' && second?.kind === 'string') {
    const values = scope.environment.attribute(first.name, second.value)?.values ?? new Map<string, RuntimeValue>();
    const rows = [...values].map(([option, value]) => ({keys: [option], value}));
    return found([scope.term(first.name)], rows, numberOrWord(rows), scope);
  }
  if (node.name === 'lookup' && first?.kind === 'string' && second?.kind === 'string') {
    const table = scope.environment.table(first.value);
    const column = table?.columns.findIndex(({name}) => name === second.value) ?? -1;
    const rows = (table?.rows ?? []).map((row) => ({keys: row.slice(0, keys.length), value: row[column] ?? null}));
    const terms = keys.map((key) => translate(key, scope));
    const term = found(terms, rows, numberOrWord(rows), scope);
    // A key that no row has is an error, one that is null is not.
    return {...term, defined: and(term.defined, or(negation(term.isNull), ...terms.map(({isNull}) => isNull)))};
  }
  const terms = node.arguments.map((argument) => translate(argument, scope));
  switch (node.name) {
    case 'min':
    case 'max':
      return extremeOf(node.name, terms.map(numberOf), scope);
    case 'sum':
      return totalOf(terms.map(numberOf), scope);
    case 'abs': {
      const x = numberOf(terms[0] ?? numberTerm(0));
      return {...x, numerator: scope.integer(`abs(${x.numerator})`)};
    }
    case 'round':
    case 'floor':
    case 'ceil':
      return roundedTo(node.name, numberOf(terms[0] ?? numberTerm(0)), numberOf(terms[1] ?? numberTerm(1)), scope);
    case 'count': {
      const [only] = terms;
      const truths = only?.kind === 'set' ? only.members.map(({isPicked}) => isPicked) : terms.map(holds);
      const sum = truths.map((truth) => `bool2int(${truth})`).join(' + ');
      const defined = and(...terms.map((term) => term.defined));
      return {...numberTerm(0), numerator: scope.integer(sum), defined};
    }
    default:
      throw new Error(`"${node.name}" has no translation.`);
  }
}

/** A constant for each row of keys; null where there is none. */
function found(
  keys: readonly Term[],
  rows: readonly {readonly keys: readonly RuntimeValue[]; readonly value: RuntimeValue}[],
  kind: 'number' | 'word',
  scope: TranslationScope,
): Term {
  const start: Term =
    kind === 'word' ? {kind: 'word', code: '0', isNull: 'true', defined: 'true'} : {...numberTerm(0), isNull: 'true'};
  const defined = and(...keys.map((key) => key.defined));
  const chain = [...rows].reverse().reduce<Term>((rest, row) => {
    const isHere = and(...keys.map((key, at) => isSame(key, constant(row.keys[at] ?? null, scope))));
    return choose(isHere, 'true', constant(row.value, scope), rest, scope);
  }, start);
  return {...chain, defined};
}

function numberOrWord(rows: readonly {readonly value: RuntimeValue}[]): 'number' | 'word' {
  return rows.some(({value}) => typeof value === 'string') ? 'word' : 'number';
}

function constant(value: RuntimeValue, scope: TranslationScope): Term {
  if (value === null) return {kind: 'null', isNull: 'true', defined: 'true'};
  if (typeof value === 'boolean') return truthTerm(String(value));
  if (typeof value === 'string')
    return {kind: 'word', code: String(scope.codeOf(value)), isNull: 'false', defined: 'true'};
  if (typeof value === 'number' || 'denominator' in value) return numberTerm(value);
  throw new Error('A set is no constant.');
}

import {negate} from '../number/arithmetic.js';
import {parseDecimal} from '../number/decimal.js';
import {fail, failUnknown} from './fault.js';
import type {BinaryOperator, ExpressionNode, Span} from './node.js';
import {failUnexpected, tokenize, type Token} from './tokens.js';
import {unitNames, unitOf} from './units.js';

const maxLength = 4000;
const maxDepth = 64;
const maxNodes = 2000;

/** Words that cannot be names. */
export const keywords: ReadonlySet<string> = new Set(['true', 'false', 'null', 'in']);

const binary: ReadonlyMap<string, {operator: BinaryOperator; power: number}> = new Map(
  ([['||'], ['&&'], ['==', '!=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/']] as const).flatMap((operators, index) =>
    operators.map((operator) => [operator, {operator, power: index + 2}] as const),
  ),
);
const conditionalPower = 1;
const relationPower = 4;
const unaryPower = 7;

/**
 * Reads a formula into a tree without types; names are not looked up.
 *
 * @throws TwikError `expression-syntax`, `unit-unknown`, `expression-too-long` (4,000 characters, 2,000 nodes) or
 * `expression-too-deep` (64 levels of nesting).
 */
export function parseExpression(source: string, {path = ''}: {path?: string} = {}): ExpressionNode {
  if (source.length > maxLength) tooLong(maxLength, path);
  return parse(tokenize(source, path), path);
}

function tooLong(start: number, path: string): never {
  fail('expression-too-long', `More than ${maxLength} characters or ${maxNodes} terms`, split, {start}, path);
}

const split = 'Split it into derived values.';

/** What a node is apart from its place and type. */
type Bare<Node> = Node extends ExpressionNode ? Omit<Node, keyof Span | 'type'> : never;

function parse(tokens: readonly Token[], path: string): ExpressionNode {
  let index = 0;
  let depth = 0;
  let nodes = 0;
  let token = tokenAt(0);

  const root = expression(0);
  return token.kind === 'end' ? root : unexpected(token);

  /** The last token, which ends the formula, is there for ever. */
  function tokenAt(wanted: number): Token {
    return tokens[Math.min(wanted, tokens.length - 1)] ?? {kind: 'end', text: '', start: 0, end: 0};
  }

  function next(): Token {
    const taken = token;
    token = tokenAt(++index);
    return taken;
  }

  /** Goes on when the next token is this symbol. */
  function take(symbol: string): boolean {
    const isThere = token.kind === 'symbol' && token.text === symbol;
    if (isThere) next();
    return isThere;
  }

  function expect(symbol: string): void {
    if (!take(symbol)) unexpected(token, `Write "${symbol}" there.`);
  }

  function unexpected(
    {text, kind, start}: Token,
    cure = kind === 'end' ? 'Complete it.' : 'Write an operator before it.',
  ): never {
    return failUnexpected(kind === 'string' ? `'${text}'` : text, cure, {start}, path);
  }

  function made(bare: Bare<ExpressionNode>, start: number): ExpressionNode {
    if (++nodes > maxNodes) tooLong(start, path);
    return {...bare, type: null, start, end: tokens[index - 1]?.end ?? start};
  }

  function nested(minimum: number): ExpressionNode {
    if (++depth > maxDepth) {
      fail('expression-too-deep', `More than ${maxDepth} levels of nesting`, split, token, path);
    }
    const node = expression(minimum);
    depth--;
    return node;
  }

  /** Everything from here whose operators bind at least as tightly as `minimum`. */
  function expression(minimum: number): ExpressionNode {
    let left = operand();
    for (;;) {
      const {kind, text} = token;
      const {start} = left;
      if (minimum <= conditionalPower && take('?')) {
        const whenTrue = nested(0);
        expect(':');
        left = made({kind: 'conditional', condition: left, whenTrue, whenFalse: nested(conditionalPower)}, start);
      } else if (kind === 'name' && text === 'in' && minimum <= relationPower) {
        next();
        left = made({kind: 'in', item: left, list: expression(relationPower + 1)}, start);
      } else {
        const entry = kind === 'symbol' ? binary.get(text) : undefined;
        if (!entry || entry.power < minimum) return left;
        next();
        left = made({kind: 'binary', operator: entry.operator, left, right: expression(entry.power + 1)}, start);
      }
    }
  }

  function operand(): ExpressionNode {
    const first = next();
    const {kind, text, start} = first;
    switch (kind) {
      case 'number':
        return number(first);
      case 'string':
        return made({kind, value: text}, start);
      case 'name':
        if (text === 'in') break;
        if (text === 'null') return made({kind: text}, start);
        if (keywords.has(text)) return made({kind: 'boolean', value: text === 'true'}, start);
        if (!take('(')) return made({kind, name: text}, start);
        return made({kind: 'call', name: text, arguments: sequence(')')}, start);
      case 'symbol':
        if (text === '(') {
          const inner = nested(0);
          expect(')');
          return inner;
        }
        if (text === '[') return made({kind: 'list', items: sequence(']')}, start);
        if (text === '-' || text === '!') {
          const inner = nested(unaryPower);
          if (text === '-' && inner.kind === 'number') return {...inner, value: negate(inner.value), start};
          return made({kind: 'unary', operator: text, operand: inner}, start);
        }
    }
    return unexpected(first);
  }

  function number(first: Token): ExpressionNode {
    const {start} = first;
    const value = parseDecimal(first.text) ?? unexpected(first, 'Write fewer digits.');
    const {text: unit} = token;
    // `18 in` is a length, but `2 in [1, 2]` asks.
    const isOperator = unit === 'in' && tokenAt(index + 1).text === '[';
    if (token.kind !== 'name' || isOperator) return made({kind: 'number', value, unit: null}, start);
    if (unitOf(unit) === null) {
      if (unit === 'and' || unit === 'or') unexpected(token);
      failUnknown('unit', unit, unitNames, token, path);
    }
    next();
    return made({kind: 'number', value, unit}, start);
  }

  /** Expressions with commas between them, up to and including the bracket that ends them. */
  function sequence(end: ')' | ']'): ExpressionNode[] {
    const items: ExpressionNode[] = [];
    if (take(end)) return items;
    do items.push(nested(0));
    while (take(','));
    expect(end);
    return items;
  }
}

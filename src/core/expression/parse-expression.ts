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
  return new Parser(tokenize(source, path), path).parse();
}

function tooLong(start: number, path: string): never {
  fail('expression-too-long', `More than ${maxLength} characters or ${maxNodes} terms`, split, {start}, path);
}

const split = 'Split it into derived values.';

/** What a node is apart from its place and type. */
type Bare<Node> = Node extends ExpressionNode ? Omit<Node, keyof Span | 'type'> : never;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #path: string;
  #index = 0;
  #depth = 0;
  #nodes = 0;

  constructor(tokens: readonly Token[], path: string) {
    this.#tokens = tokens;
    this.#path = path;
  }

  parse(): ExpressionNode {
    const root = this.#expression(0);
    if (this.#peek().kind !== 'end') this.#unexpected(this.#peek());
    return root;
  }

  /** Everything from here whose operators bind at least as tightly as `minimum`. */
  #expression(minimum: number): ExpressionNode {
    let left = this.#operand();
    for (;;) {
      const token = this.#peek();
      if (this.#is('?') && minimum <= conditionalPower) {
        this.#index++;
        const whenTrue = this.#nested(0);
        this.#expect(':');
        const whenFalse = this.#nested(conditionalPower);
        left = this.#node({kind: 'conditional', condition: left, whenTrue, whenFalse}, left.start);
      } else if (token.kind === 'name' && token.text === 'in' && minimum <= relationPower) {
        this.#index++;
        left = this.#node({kind: 'in', item: left, list: this.#expression(relationPower + 1)}, left.start);
      } else {
        const entry = token.kind === 'symbol' ? binary.get(token.text) : undefined;
        if (!entry || entry.power < minimum) return left;
        this.#index++;
        const right = this.#expression(entry.power + 1);
        left = this.#node({kind: 'binary', operator: entry.operator, left, right}, left.start);
      }
    }
  }

  #operand(): ExpressionNode {
    const token = this.#next();
    const {text, start} = token;
    switch (token.kind) {
      case 'number':
        return this.#number(token);
      case 'string':
        return this.#node({kind: 'string', value: text}, start);
      case 'name':
        return this.#word(token);
      case 'symbol':
        if (text === '(') {
          const inner = this.#nested(0);
          this.#expect(')');
          return inner;
        }
        if (text === '[') return this.#node({kind: 'list', items: this.#sequence(']')}, start);
        if (text === '-') {
          const operand = this.#nested(unaryPower);
          if (operand.kind === 'number') return {...operand, value: negate(operand.value), start};
          return this.#node({kind: 'unary', operator: text, operand}, start);
        }
        if (text === '!') return this.#node({kind: 'unary', operator: text, operand: this.#nested(unaryPower)}, start);
    }
    return this.#unexpected(token);
  }

  #number(token: Token): ExpressionNode {
    const {text, start} = token;
    const value = parseDecimal(text);
    if (value === null) return this.#unexpected(token, 'Write fewer digits.');
    const next = this.#peek();
    // `18 in` is a length, but `2 in [1, 2]` asks.
    const isOperator = next.text === 'in' && this.#tokens[this.#index + 1]?.text === '[';
    if (next.kind !== 'name' || isOperator) return this.#node({kind: 'number', value, unit: null}, start);
    if (unitOf(next.text) === null) {
      if (['and', 'or'].includes(next.text)) this.#unexpected(next);
      failUnknown('unit', next.text, unitNames, next, this.#path);
    }
    this.#index++;
    return this.#node({kind: 'number', value, unit: next.text}, start);
  }

  #word(token: Token): ExpressionNode {
    const {text: name, start} = token;
    if (name === 'true' || name === 'false') return this.#node({kind: 'boolean', value: name === 'true'}, start);
    if (name === 'null') return this.#node({kind: 'null'}, start);
    if (name === 'in') return this.#unexpected(token);
    if (!this.#is('(')) return this.#node({kind: 'name', name}, start);
    this.#index++;
    return this.#node({kind: 'call', name, arguments: this.#sequence(')')}, start);
  }

  /** Expressions with commas between them, up to and including the bracket that ends them. */
  #sequence(end: ')' | ']'): ExpressionNode[] {
    const items: ExpressionNode[] = [];
    if (!this.#is(end)) {
      items.push(this.#nested(0));
      while (this.#is(',')) {
        this.#index++;
        items.push(this.#nested(0));
      }
    }
    this.#expect(end);
    return items;
  }

  #nested(minimum: number): ExpressionNode {
    if (++this.#depth > maxDepth) {
      fail('expression-too-deep', `More than ${maxDepth} levels of nesting`, split, this.#peek(), this.#path);
    }
    const node = this.#expression(minimum);
    this.#depth--;
    return node;
  }

  #node(bare: Bare<ExpressionNode>, start: number): ExpressionNode {
    if (++this.#nodes > maxNodes) tooLong(start, this.#path);
    return {...bare, type: null, start, end: this.#tokens[this.#index - 1]?.end ?? start};
  }

  #peek(): Token {
    const token = this.#tokens[this.#index] ?? this.#tokens.at(-1);
    return token ?? {kind: 'end', text: '', start: 0, end: 0};
  }

  #next(): Token {
    const token = this.#peek();
    this.#index++;
    return token;
  }

  #is(symbol: string): boolean {
    const {kind, text} = this.#peek();
    return kind === 'symbol' && text === symbol;
  }

  #expect(symbol: string): void {
    if (!this.#is(symbol)) this.#unexpected(this.#peek(), `Write "${symbol}" there.`);
    this.#index++;
  }

  #unexpected(
    {text, kind, start}: Token,
    cure = kind === 'end' ? 'Complete it.' : 'Write an operator before it.',
  ): never {
    failUnexpected(kind === 'string' ? `'${text}'` : text, cure, {start}, this.#path);
  }
}

import {negate} from '../number/arithmetic.js';
import {parseDecimal} from '../number/decimal.js';
import {didYouMean} from '../text/did-you-mean.js';
import {fail} from './fault.js';
import type {BinaryOperator, ExpressionNode, Span} from './node.js';
import {cureFor, tokenize, type Token} from './tokens.js';
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
  const cure = 'Split it into derived values, or put data into a table.';
  fail(
    {code: 'expression-too-long', what: `More than ${maxLength} characters or ${maxNodes} terms`, cure},
    start,
    path,
  );
}

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

  #number({text, start}: Token): ExpressionNode {
    const value = parseDecimal(text);
    if (value === null) {
      const cure = 'Write at most 400 digits and an exponent below 400.';
      return fail({code: 'expression-syntax', what: 'The number is too long', cure}, start, this.#path);
    }
    const next = this.#peek();
    // `18 in` is a length, but `2 in [1, 2]` asks.
    const isOperator = next.text === 'in' && this.#tokens[this.#index + 1]?.text === '[';
    if (next.kind !== 'name' || isOperator) return this.#node({kind: 'number', value, unit: null}, start);
    if (unitOf(next.text) === null) {
      if (cureFor(next.text)) this.#unexpected(next);
      const cure = didYouMean(next.text, unitNames) || `Units: ${unitNames.join(', ')}.`;
      fail({code: 'unit-unknown', what: `Unknown unit "${next.text}"`, cure}, next.start, this.#path);
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
      const cure = 'Split it into derived values.';
      const what = `More than ${maxDepth} levels of nesting`;
      fail({code: 'expression-too-deep', what, cure}, this.#peek().start, this.#path);
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
    if (!this.#is(symbol)) this.#unexpected(this.#peek(), symbol);
    this.#index++;
  }

  #unexpected({kind, text, start}: Token, expected?: string): never {
    const isEnd = kind === 'end';
    const what = isEnd ? 'The formula ends too early' : `Unexpected "${text}"`;
    const missing = expected && `Write "${expected}" ${isEnd ? 'there' : 'before it'}.`;
    const cure =
      cureFor(text) ?? missing ?? (isEnd ? 'Complete it.' : 'Remove it, or write what is missing before it.');
    fail({code: 'expression-syntax', what, cure}, start, this.#path);
  }
}

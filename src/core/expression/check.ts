import {didYouMean} from '../text/did-you-mean.js';
import {checkCall} from './check-call.js';
import {BARE, combineDimensions} from './dimension.js';
import type {ExpressionEnvironment} from './environment.js';
import {fail, listing} from './fault.js';
import type {ExpressionNode} from './node.js';
import type {Dimension, Type} from './type.js';
import {areComparable, formatType, isTextual, mismatchCode, unitCure, unite} from './type-rules.js';
import {baseValue, unitOf} from './units.js';

/** A node whose type is known. */
export type TypedNode = ExpressionNode & {readonly type: Type};

const boolean: Type = {kind: 'boolean'};
const text: Type = {kind: 'text'};
const nothing: Type = {kind: 'null'};

/** Gives every node of a tree its type. Throws at the first fault. */
export class Checker {
  readonly environment: ExpressionEnvironment;
  readonly #path: string;

  constructor(environment: ExpressionEnvironment, path: string) {
    this.environment = environment;
    this.#path = path;
  }

  check(node: ExpressionNode): TypedNode {
    switch (node.kind) {
      case 'number': {
        const dimension = (node.unit === null ? null : unitOf(node.unit)?.dimension) ?? BARE;
        return {...node, value: baseValue(node.value, node.unit), type: {kind: 'number', dimension}};
      }
      case 'string':
        return {...node, type: text};
      case 'boolean':
        return {...node, type: boolean};
      case 'null':
        return {...node, type: nothing};
      case 'name':
        return {...node, type: this.#typeOf(node)};
      case 'unary': {
        const operand = this.check(node.operand);
        if (node.operator === '!') this.condition(operand);
        else this.number(operand);
        return {...node, operand, type: operand.type};
      }
      case 'binary':
        return this.#binary(node);
      case 'conditional':
        return this.conditional(node);
      case 'in':
        return this.#in(node);
      case 'list':
        return this.fail(node, 'type-mismatch', 'A list', 'A list stands only on the right of "in".');
      case 'call':
        return checkCall(node, this);
    }
  }

  /** Checks a choice between two values. */
  conditional(node: ExpressionNode & {kind: 'conditional'}): TypedNode {
    const condition = this.check(node.condition);
    this.condition(condition);
    const whenTrue = this.check(node.whenTrue);
    const whenFalse = this.check(node.whenFalse);
    const type = unite(whenTrue.type, whenFalse.type) ?? this.mismatch(whenTrue, whenFalse, ['Either', 'or']);
    return {...node, condition, whenTrue, whenFalse, type};
  }

  condition(node: TypedNode): void {
    if (node.type.kind === 'boolean') return;
    const cure = isTextual(node.type) ? "Compare it: finish == 'oak'." : 'Compare it, such as "x > 0".';
    this.fail(node, 'type-mismatch', `Expected a condition, but found ${formatType(node.type)}`, cure);
  }

  /** The dimension of what must be a number. */
  number(node: TypedNode): Dimension {
    if (node.type.kind === 'number') return node.type.dimension;
    const cure = 'Only numbers can be reckoned with and ordered.';
    return this.fail(node, 'type-mismatch', `Expected a number, but found ${formatType(node.type)}`, cure);
  }

  comparable(left: TypedNode, right: TypedNode): void {
    if (!areComparable(left.type, right.type)) this.mismatch(left, right);
    if (left.type.kind === 'option') this.requireOptions(right, left.type.options);
    if (right.type.kind === 'option') this.requireOptions(left, right.type.options);
  }

  /** Refuses literals that are not among the options. */
  requireOptions(node: ExpressionNode, options: ReadonlySet<string>): void {
    if (node.kind === 'conditional') {
      this.requireOptions(node.whenTrue, options);
      this.requireOptions(node.whenFalse, options);
    } else if (node.kind === 'string' && !options.has(node.value)) {
      const cure = didYouMean(node.value, options) || listing('Options', options);
      this.fail(node, 'option-unknown', `Unknown option "${node.value}"`, cure);
    }
  }

  mismatch(left: TypedNode, right: TypedNode, [before, between] = ['Cannot join', 'and']): never {
    const [a, b] = [left.type, right.type];
    let cure = 'Use values of one kind.';
    if (a.kind === 'number' && b.kind === 'number') cure = unitCure(a.dimension, b.dimension);
    else if (a.kind === 'options' || b.kind === 'options') cure = 'Ask with "in": \'led\' in extras.';
    return this.fail(right, mismatchCode(a, b), `${before} ${formatType(a)} ${between} ${formatType(b)}`, cure);
  }

  fail(node: ExpressionNode, code: string, what: string, cure: string): never {
    return fail({code, what, cure}, node.start, this.#path);
  }

  #typeOf(node: ExpressionNode & {kind: 'name'}): Type {
    const type = this.environment.typeOf(node.name);
    if (type) return type;
    const names = [...this.environment.names()];
    const isOption = names.some((name) => {
      const other = this.environment.typeOf(name);
      return (other?.kind === 'option' || other?.kind === 'options') && other.options.has(node.name);
    });
    const cure = isOption
      ? `Put options in single quotes: '${node.name}'.`
      : didYouMean(node.name, names) || listing('Names', names);
    return this.fail(node, 'name-unknown', `Unknown name "${node.name}"`, cure);
  }

  #binary(node: ExpressionNode & {kind: 'binary'}): TypedNode {
    const {operator} = node;
    const left = this.check(node.left);
    const right = this.check(node.right);
    const typed = (type: Type): TypedNode => ({...node, left, right, type});
    switch (operator) {
      case '&&':
      case '||':
        this.condition(left);
        this.condition(right);
        return typed(boolean);
      case '==':
      case '!=':
        this.comparable(left, right);
        return typed(boolean);
      case '*':
      case '/': {
        const dimension = combineDimensions(this.number(left), this.number(right), operator === '*' ? 1 : -1);
        return typed({kind: 'number', dimension});
      }
      default:
        this.number(left);
        this.number(right);
        this.comparable(left, right);
        return typed(operator === '+' || operator === '-' ? left.type : boolean);
    }
  }

  #in(node: ExpressionNode & {kind: 'in'}): TypedNode {
    const item = this.check(node.item);
    if (node.list.kind === 'list') {
      const items = node.list.items.map((other) => this.check(other));
      for (const other of items) this.comparable(item, other);
      return {...node, item, list: {...node.list, items, type: item.type}, type: boolean};
    }
    const list = this.check(node.list);
    if (list.type.kind !== 'options') {
      const what = `Expected a list, but found ${formatType(list.type)}`;
      return this.fail(list, 'type-mismatch', what, 'Write [a, b], or the name of a parameter of kind "choices".');
    }
    if (!isTextual(item.type)) this.mismatch(item, list);
    this.requireOptions(item, list.type.options);
    return {...node, item, list, type: boolean};
  }
}

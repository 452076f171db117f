import {toDecimalString} from '../number/decimal.js';
import {checkCall} from './check-call.js';
import {BARE, combineDimensions, formatUnit} from './dimension.js';
import type {ExpressionEnvironment} from './environment.js';
import {fail, failUnknown} from './fault.js';
import type {ExpressionNode} from './node.js';
import type {Dimension, Type} from './type.js';
import {areComparable, formatType, isTextual, unite} from './type-rules.js';
import {baseValue, unitOf} from './units.js';

/** A node whose type is known. */
export type TypedNode = ExpressionNode & {readonly type: Type};

const boolean: Type = {kind: 'boolean'};

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
        return {...node, type: {kind: 'text'}};
      case 'boolean':
      case 'null':
        return {...node, type: {kind: node.kind}};
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
      case 'conditional': {
        const condition = this.check(node.condition);
        this.condition(condition);
        const whenTrue = this.check(node.whenTrue);
        const whenFalse = this.check(node.whenFalse);
        const type = unite(whenTrue.type, whenFalse.type) ?? this.#mismatch(whenTrue, whenFalse, ' or ');
        return {...node, condition, whenTrue, whenFalse, type};
      }
      case 'in':
        return this.#in(node);
      case 'list':
        return this.fail(node, 'type-mismatch', 'A list', 'It stands only right of "in".');
      case 'call':
        return checkCall(node, this);
    }
  }

  condition(node: TypedNode): void {
    if (node.type.kind === 'boolean') return;
    this.expected('a condition', node, isTextual(node.type) ? "Compare: finish == 'oak'." : 'Compare: x > 0.');
  }

  /** The dimension of what must be a number. */
  number(node: TypedNode): Dimension {
    if (node.type.kind === 'number') return node.type.dimension;
    return this.expected('a number', node, 'Only numbers can be ordered and reckoned with.');
  }

  comparable(left: TypedNode, right: TypedNode): void {
    if (!areComparable(left.type, right.type)) this.#mismatch(left, right, ' with ');
    if (left.type.kind === 'option') this.#requireOptions(right, left.type.options);
    if (right.type.kind === 'option') this.#requireOptions(left, right.type.options);
  }

  expected(wanted: string, node: TypedNode, cure: string, code = 'type-mismatch'): never {
    return this.fail(node, code, `Expected ${wanted}, but found ${formatType(node.type)}`, cure);
  }

  fail(node: ExpressionNode, code: string, what: string, cure: string): never {
    return fail(code, what, cure, node, this.#path);
  }

  unknown(kind: string, word: string, known: Iterable<string>, node: ExpressionNode): never {
    return failUnknown(kind, word, known, node, this.#path);
  }

  #mismatch(left: TypedNode, right: TypedNode, between: ' with ' | ' or '): never {
    const [a, b] = [left.type, right.type];
    let code = 'type-mismatch';
    let cure = 'Use values of one kind.';
    if (a.kind === 'number' && b.kind === 'number') {
      code = 'unit-mismatch';
      cure = unitCure(left, b.dimension) ?? unitCure(right, a.dimension) ?? alike;
    } else if (a.kind === 'options' || b.kind === 'options') cure = 'Ask with "in": \'led\' in extras.';
    const verb = between === ' or ' ? 'Either' : 'Cannot combine';
    return this.fail(right, code, `${verb} ${formatType(a)}${between}${formatType(b)}`, cure);
  }

  /** Refuses literals that are not among the options. */
  #requireOptions(node: ExpressionNode, options: ReadonlySet<string>): void {
    if (node.kind === 'conditional') {
      this.#requireOptions(node.whenTrue, options);
      this.#requireOptions(node.whenFalse, options);
    } else if (node.kind === 'string' && !options.has(node.value)) this.unknown('option', node.value, options, node);
  }

  #typeOf(node: ExpressionNode & {kind: 'name'}): Type {
    const {environment} = this;
    const type = environment.typeOf(node.name);
    if (type) return type;
    const names = [...environment.names()];
    for (const name of names) {
      const other = environment.typeOf(name);
      if (!other || !('options' in other) || !other.options.has(node.name)) continue;
      this.fail(node, 'name-unknown', `Unknown name "${node.name}"`, `Put options in single quotes: '${node.name}'.`);
    }
    return this.unknown('name', node.name, names, node);
  }

  #binary(node: ExpressionNode & {kind: 'binary'}): TypedNode {
    const {operator} = node;
    const left = this.check(node.left);
    const right = this.check(node.right);
    let type = boolean;
    switch (operator) {
      case '&&':
      case '||':
        this.condition(left);
        this.condition(right);
        break;
      case '*':
      case '/': {
        const dimension = combineDimensions(this.number(left), this.number(right), operator === '*' ? 1 : -1);
        type = {kind: 'number', dimension};
        break;
      }
      case '==':
      case '!=':
        this.comparable(left, right);
        break;
      default:
        this.number(left);
        this.number(right);
        this.comparable(left, right);
        if (operator === '+' || operator === '-') type = left.type;
    }
    return {...node, left, right, type};
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
      return this.expected('a list', list, 'Write [a, b], or a parameter of kind "choices".');
    }
    if (!isTextual(item.type)) this.#mismatch(item, list, ' with ');
    this.#requireOptions(item, list.type.options);
    return {...node, item, list, type: boolean};
  }
}

/** What to do about measures that differ, when nothing better is known. */
export const alike = 'Multiply or divide by a measure, such as 1 mm, until both are alike.';

/** What to do about a number written without its unit, or `null` when that is not the matter. */
export function unitCure(node: ExpressionNode, wanted: Dimension): string | null {
  const unit = formatUnit(wanted);
  if (node.kind !== 'number' || node.unit !== null || unitOf(unit) === null) return null;
  return `Write the unit: ${toDecimalString(node.value)} ${unit}.`;
}

import type {ExpressionNode} from '../../expression/node.js';
import type {Type} from '../../expression/type.js';
import type {RuntimeValue} from '../../expression/value.js';
import {sign} from '../../number/arithmetic.js';
import type {Model, Variable} from '../model.js';
import {Possible, Words} from '../possible.js';
import {ArithmeticNode, ExtremeNode, SumNode, UnaryNode} from './arithmetic.js';
import {ConstantNode, MappedNode, NumberNode, SharedNode} from './leaves.js';
import {ConditionalNode, CountNode, EqualNode, JunctionNode, MemberNode, NotNode, OrderNode} from './logic.js';
import {Pass, type Node} from './node.js';
import type {OpaqueNode} from './opaque.js';
import {roundingBounds} from './rounding.js';

/** What a formula with a name came to. */
interface Named {
  readonly node: SharedNode;
  readonly depth: number;
}

/** Turns trees of formulas into nodes over domains. */
export class NodeCompiler {
  readonly words = new Words();
  readonly pass = new Pass();
  readonly #model: Model;
  readonly #opaque: (node: ExpressionNode, words: Words) => OpaqueNode;
  readonly #derived = new Map<string, Named>();
  #depth = 0;

  constructor(model: Model, opaque: (node: ExpressionNode, words: Words) => OpaqueNode) {
    this.#model = model;
    this.#opaque = opaque;
  }

  compile(node: ExpressionNode): Node {
    switch (node.kind) {
      case 'number':
      case 'string':
      case 'boolean':
        return this.#constant(node.value);
      case 'null':
        return this.#constant(null);
      case 'name':
        return this.#name(node.name) ?? this.#opaque(node, this.words);
      case 'unary':
        return node.operator === '!' ? new NotNode(this.compile(node.operand)) : negated(this.compile(node.operand));
      case 'binary':
        return this.#binary(node);
      case 'conditional': {
        if (isSet(node.type)) return this.#opaque(node, this.words);
        const parts = [node.condition, node.whenTrue, node.whenFalse] as const;
        const [condition, whenTrue, whenFalse] = parts.map((part) => this.compile(part));
        return condition && whenTrue && whenFalse
          ? new ConditionalNode(condition, whenTrue, whenFalse)
          : this.#opaque(node, this.words);
      }
      case 'in':
        return this.#in(node) ?? this.#opaque(node, this.words);
      case 'list':
        return this.#opaque(node, this.words);
      case 'call':
        return this.#call(node) ?? this.#opaque(node, this.words);
    }
  }

  #constant(value: RuntimeValue): Node {
    return new ConstantNode(Possible.value(value, this.words));
  }

  /** The decision or derived value of a name; `null` for a set of options, which has no node of its own. */
  #name(name: string): Node | null {
    const decision = this.#model.decisions.find(({id}) => id === name);
    if (decision) {
      const [index = 0] = decision.variables;
      return decision.options ? null : this.#variable(index);
    }
    const known = this.#derived.get(name);
    if (known) {
      this.#depth = Math.max(this.#depth, known.depth);
      return known.node;
    }
    return null;
  }

  /** Makes a derived value known; those it reads must be already. */
  define(id: string, root: ExpressionNode): SharedNode | null {
    if (isSet(root.type)) return null;
    this.#depth = 0;
    const inner = this.compile(root);
    const depth = this.#depth + 1;
    const node = new SharedNode(inner, this.pass, depth);
    this.#derived.set(id, {node, depth});
    return node;
  }

  #variable(index: number): Node {
    const variable = this.#model.variables[index];
    if (!variable) throw new Error(`There is no variable ${index}.`);
    const first = variable.properSize > 0 ? variable.value(0) : null;
    const isNumber =
      typeof first === 'number' || (typeof first === 'object' && first !== null && 'denominator' in first);
    if (isNumber) return new NumberNode(index, variable);
    return new MappedNode(index, valuesOf(variable), this.words);
  }

  #binary(node: ExpressionNode & {kind: 'binary'}): Node {
    const {operator} = node;
    if (operator === '&&' || operator === '||') {
      return new JunctionNode(
        flatten(node, operator).map((item) => this.compile(item)),
        operator === '||',
      );
    }
    if (isSet(node.left.type) || isSet(node.right.type)) return this.#opaque(node, this.words);
    const left = this.compile(node.left);
    const right = this.compile(node.right);
    switch (operator) {
      case '==':
        return new EqualNode(left, right);
      case '!=':
        return new NotNode(new EqualNode(left, right));
      case '<':
      case '<=':
        return new OrderNode(left, right, operator === '<');
      case '>':
      case '>=':
        return new OrderNode(right, left, operator === '>');
      default:
        return new ArithmeticNode(operator, left, right);
    }
  }

  #in({item, list}: ExpressionNode & {kind: 'in'}): Node | null {
    if (list.kind !== 'list') return item.kind === 'string' ? this.#picked(list, item.value) : null;
    const node = this.compile(item);
    const literals = list.items.map(literalOf);
    if (literals.every((literal) => literal !== undefined)) {
      const set = new Possible();
      for (const literal of literals) set.add(literal, this.words);
      return new MemberNode(node, set);
    }
    return new JunctionNode(
      list.items.map((each) => new EqualNode(node, this.compile(each))),
      true,
    );
  }

  /** Whether an option of a set is picked. */
  #picked(set: ExpressionNode, option: string): Node | null {
    const members = this.#membersOf(set);
    const variable = members?.get(option);
    if (variable !== undefined) return new EqualNode(this.#variable(variable), this.#constant(true));
    return members ? this.#constant(false) : null;
  }

  #membersOf(node: ExpressionNode): ReadonlyMap<string, number> | null {
    const decision = node.kind === 'name' ? this.#model.decisions.find(({id}) => id === node.name) : undefined;
    if (!decision?.options) return null;
    return new Map(decision.options.map((option, index) => [option, decision.variables[index] ?? 0]));
  }

  #call(node: ExpressionNode & {kind: 'call'}): Node | null {
    const {name, arguments: nodes} = node;
    const [first, second] = nodes;
    if (!first) return null;
    switch (name) {
      case 'min':
      case 'max':
        return new ExtremeNode(this.#all(nodes), name === 'min' ? 1 : -1);
      case 'sum':
        return new SumNode(this.#all(nodes));
      case 'abs':
        return new UnaryNode(
          this.compile(first),
          ([low, high]) => [low > 0 ? low : high < 0 ? -high : 0, Math.max(-low, high)],
          ([, high]) => [-high, high],
        );
      case 'round':
      case 'floor':
      case 'ceil': {
        if (second && (second.kind !== 'number' || sign(second.value) <= 0)) return null;
        const step = Possible.value(second ? second.value : 1, this.words);
        const {there, back} = roundingBounds(name, step.low, step.high);
        return new UnaryNode(this.compile(first), there, back);
      }
      case 'count': {
        if (nodes.length > 1 || !isSet(first.type)) return new CountNode(this.#all(nodes));
        const members = this.#membersOf(first);
        return members && new CountNode([...members.values()].map((variable) => this.#variable(variable)));
      }
      case 'attribute':
        return first.kind === 'name' && second?.kind === 'string' ? this.#attribute(first.name, second.value) : null;
      default:
        return null;
    }
  }

  #attribute(name: string, key: string): Node | null {
    const decision = this.#model.decisions.find(({id}) => id === name);
    const variable = decision && this.#model.variables[decision.variables[0] ?? 0];
    const column = this.#model.environment.attribute(name, key);
    if (!decision || decision.options || !variable || !column) return null;
    const values = valuesOf(variable).map((option) =>
      typeof option === 'string' ? (column.values.get(option) ?? null) : null,
    );
    return new MappedNode(decision.variables[0] ?? 0, values, this.words);
  }

  #all(nodes: readonly ExpressionNode[]): Node[] {
    return nodes.map((node) => this.compile(node));
  }
}

function valuesOf(variable: Variable): RuntimeValue[] {
  return Array.from({length: variable.size}, (_, index) => variable.value(index));
}

function negated(operand: Node): Node {
  return new UnaryNode(
    operand,
    ([low, high]) => [0 - high, 0 - low],
    ([low, high]) => [0 - high, 0 - low],
  );
}

function isSet(type: Type | null): boolean {
  return type?.kind === 'options';
}

/** The value of a literal other than a number; bounds cannot hold a set of numbers. */
function literalOf(node: ExpressionNode): string | boolean | null | undefined {
  switch (node.kind) {
    case 'string':
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    default:
      return undefined;
  }
}

/** The operands of a chain of one operator, left to right, without recursion into its left side. */
function flatten(node: ExpressionNode, operator: '&&' | '||'): ExpressionNode[] {
  const items: ExpressionNode[] = [];
  let rest = node;
  while (rest.kind === 'binary' && rest.operator === operator) {
    items.push(rest.right);
    rest = rest.left;
  }
  return [rest, ...items.reverse()];
}

import {TwikError} from '../error.js';
import {bindCall} from './bind-call.js';
import type {ExpressionEnvironment} from './environment.js';
import type {Expression} from './expression.js';
import type {ExpressionNode} from './node.js';
import {binaryOperations, isSameValue} from './operators.js';
import type {RuntimeValue, ValueScope} from './value.js';

type Compiled = (scope: ValueScope) => RuntimeValue;

/**
 * Turns a checked formula into a function. No code is made from text: it works under a strict content security policy.
 *
 * The function throws TwikError, with the formula's path: `division-by-zero`, `lookup-no-row`, `step-invalid`,
 * `number-too-large`.
 *
 * @param environment The one that the formula was checked in.
 */
export function compileExpression(expression: Expression, environment: ExpressionEnvironment): Compiled {
  const run = compile(expression.root, environment);
  return (scope) => within(expression.path, () => run(scope));
}

/** Says where a computation failed that does not know its place. */
export function within<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (path === '' || !(cause instanceof TwikError) || cause.path !== '') throw cause;
    throw new TwikError(cause.code, cause.message, {path, cause});
  }
}

/** The value of a formula that is needed once. */
export function evaluate(expression: Expression, environment: ExpressionEnvironment, scope: ValueScope): RuntimeValue {
  return compileExpression(expression, environment)(scope);
}

function compile(node: ExpressionNode, environment: ExpressionEnvironment): Compiled {
  const down = (child: ExpressionNode): Compiled => compile(child, environment);
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'boolean': {
      const {value} = node;
      return () => value;
    }
    case 'null':
    case 'list':
      // Checking lets lists stand only inside "in", below.
      return () => null;
    case 'name': {
      const {name} = node;
      return (scope) => scope(name);
    }
    case 'unary': {
      const operand = down(node.operand);
      if (node.operator === '!') return (scope) => operand(scope) !== true;
      const minus = binaryOperations['-'];
      return (scope) => minus(0, operand(scope));
    }
    case 'binary': {
      const left = down(node.left);
      const right = down(node.right);
      if (node.operator === '&&') return (scope) => left(scope) === true && right(scope) === true;
      if (node.operator === '||') return (scope) => left(scope) === true || right(scope) === true;
      const operation = binaryOperations[node.operator];
      return (scope) => operation(left(scope), right(scope));
    }
    case 'conditional': {
      const condition = down(node.condition);
      const whenTrue = down(node.whenTrue);
      const whenFalse = down(node.whenFalse);
      return (scope) => (condition(scope) === true ? whenTrue : whenFalse)(scope);
    }
    case 'in': {
      const item = down(node.item);
      const items = node.list.kind === 'list' ? node.list.items.map(down) : null;
      const list = down(node.list);
      return (scope) => {
        const value = item(scope);
        const among = items ? items.map((other) => other(scope)) : list(scope);
        return Array.isArray(among) && among.some((other: RuntimeValue) => isSameValue(value, other));
      };
    }
    case 'call': {
      const {arguments: nodes, apply} = bindCall(node, environment);
      const values = nodes.map(down);
      return (scope) => apply(values.map((value) => value(scope)));
    }
  }
}

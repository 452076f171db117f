import type {Checker, TypedNode} from './check.js';
import {BARE, sameDimension} from './dimension.js';
import type {ExpressionNode, Span} from './node.js';
import type {Type} from './type.js';
import {isTextual} from './type-rules.js';

/** A call whose arguments have been checked. */
interface Call extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly TypedNode[];
  readonly type: Type | null;
}

/** What a function takes and gives. */
interface Signature {
  /** How it is written, for messages. */
  readonly form: string;
  readonly least: number;
  readonly most: number;
  /** Checks the arguments, whose number is right, and tells the type of the whole. */
  readonly check: (call: Call, checker: Checker) => Type;
}

const bare: Type = {kind: 'number', dimension: BARE};

const signatures: ReadonlyMap<string, Signature> = new Map(
  (
    [
      ['min', '(a, b, …)', 1, Infinity, alike],
      ['max', '(a, b, …)', 1, Infinity, alike],
      ['sum', '(a, b, …)', 1, Infinity, alike],
      ['abs', '(x)', 1, 1, alike],
      ['round', '(x, step)', 1, 2, stepped],
      ['floor', '(x, step)', 1, 2, stepped],
      ['ceil', '(x, step)', 1, 2, stepped],
      ['count', '(choices) or count(a, b, …)', 1, Infinity, count],
      ['length', '(text)', 1, 1, length],
      ['if', '(condition, a, b)', 3, 3, () => bare],
      ['attribute', "(parameter, 'key')", 2, 2, attribute],
      ['lookup', "('table', 'column', key, …)", 3, Infinity, lookup],
    ] as const
  ).map(([name, form, least, most, check]) => [name, {form: `Write ${name}${form}.`, least, most, check}]),
);

/** Checks a call; `if` comes back as a conditional. */
export function checkCall(node: ExpressionNode & {kind: 'call'}, checker: Checker): TypedNode {
  const {name, start, end} = node;
  const signature = signatures.get(name) ?? checker.unknown('function', name, signatures.keys(), node);
  const [condition = node, whenTrue = node, whenFalse = node] = node.arguments;
  const {length: found} = node.arguments;
  if (found < signature.least || found > signature.most) {
    checker.fail(node, 'argument-count', `${found} arguments of "${name}"`, signature.form);
  }
  if (name === 'if')
    return checker.check({kind: 'conditional', condition, whenTrue, whenFalse, start, end, type: null});
  const call = {...node, arguments: node.arguments.map((argument) => checker.check(argument))};
  return {...call, type: signature.check(call, checker)};
}

function alike({arguments: values}: Call, checker: Checker): Type {
  const [first] = values;
  for (const value of values) {
    checker.number(value);
    checker.comparable(first ?? value, value);
  }
  return first?.type ?? bare;
}

function stepped(call: Call, checker: Checker): Type {
  const type = alike(call, checker);
  if (call.arguments.length === 1 && type.kind === 'number' && !sameDimension(type.dimension, BARE)) {
    checker.fail(call, 'argument-count', `"${call.name}" of a measure without a step`, `Write ${call.name}(x, 1 mm).`);
  }
  return type;
}

function count({arguments: values}: Call, checker: Checker): Type {
  if (values.length > 1 || values[0]?.type.kind !== 'options') for (const value of values) checker.condition(value);
  return bare;
}

function length({arguments: values}: Call, checker: Checker): Type {
  for (const value of values) if (!isTextual(value.type)) checker.expected('a text', value, 'It counts characters.');
  return bare;
}

function attribute(call: Call, checker: Checker): Type {
  const {environment} = checker;
  const [parameter] = call.arguments;
  if (parameter?.kind !== 'name' || parameter.type.kind !== 'option') {
    return checker.expected('a choice parameter', parameter ?? {...call, type: bare}, formOf(call));
  }
  const {name} = parameter;
  return literal(call, 1, checker, 'attribute', environment.attributeKeys?.(name) ?? [], (key) =>
    environment.attribute(name, key),
  ).type;
}

function lookup(call: Call, checker: Checker): Type {
  const {environment} = checker;
  const {columns} = literal(call, 0, checker, 'table', environment.tableNames(), (id) => environment.table(id));
  const names = columns.map(({name}) => name);
  const {type} = literal(call, 1, checker, 'column', names, (name) => columns[names.indexOf(name)] ?? null);
  call.arguments.slice(2).forEach((key, index) => {
    const column = columns[index];
    if (!column) return checker.fail(key, 'argument-count', 'A key too many', `Columns: ${names.join(', ')}.`);
    checker.comparable({kind: 'null', start: key.start, end: key.end, type: column.type}, key);
  });
  return type;
}

/** What an argument names; it must be written out, so that it can be checked before anything runs. */
function literal<T>(
  call: Call,
  index: number,
  checker: Checker,
  kind: string,
  known: Iterable<string>,
  find: (word: string) => T | null,
): T {
  const node: ExpressionNode = call.arguments[index] ?? call;
  if (node.kind !== 'string') {
    return checker.fail(node, 'type-mismatch', `Expected the ${kind} in quotes`, formOf(call));
  }
  return find(node.value) ?? checker.unknown(kind, node.value, known, node);
}

function formOf({name}: Call): string {
  return signatures.get(name)?.form ?? '';
}

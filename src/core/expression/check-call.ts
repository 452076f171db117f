import {didYouMean} from '../text/did-you-mean.js';
import type {Checker, TypedNode} from './check.js';
import {BARE, sameDimension} from './dimension.js';
import {listing} from './fault.js';
import type {ExpressionNode} from './node.js';
import type {Type} from './type.js';
import {formatType, isTextual} from './type-rules.js';

type Call = ExpressionNode & {kind: 'call'};

/** What a call looks like; its arguments are counted and then checked by `check`, which gives the whole its type. */
interface Signature {
  /** As messages show it. */
  readonly form: string;
  readonly least: number;
  readonly most: number;
  readonly check: (call: Call, checker: Checker) => TypedNode;
}

const bare: Type = {kind: 'number', dimension: BARE};

const alike = (form: string, most = Infinity): Signature => ({form, least: 1, most, check: checkAlike});
const stepped = (form: string): Signature => ({form, least: 1, most: 2, check: checkStepped});

const signatures: ReadonlyMap<string, Signature> = new Map([
  ['min', alike('min(a, b, …)')],
  ['max', alike('max(a, b, …)')],
  ['sum', alike('sum(a, b, …)')],
  ['abs', alike('abs(x)', 1)],
  ['round', stepped('round(x, step)')],
  ['floor', stepped('floor(x, step)')],
  ['ceil', stepped('ceil(x, step)')],
  ['count', {form: 'count(choices) or count(a, b, …)', least: 1, most: Infinity, check: checkCount}],
  ['length', {form: 'length(text)', least: 1, most: 1, check: checkLength}],
  ['if', {form: 'if(condition, a, b)', least: 3, most: 3, check: checkIf}],
  ['attribute', {form: "attribute(parameter, 'key')", least: 2, most: 2, check: checkAttribute}],
  ['lookup', {form: "lookup('table', 'column', key, …)", least: 3, most: Infinity, check: checkLookup}],
]);

/** Checks a call; `if` comes back as a conditional. */
export function checkCall(call: Call, checker: Checker): TypedNode {
  const signature = signatures.get(call.name);
  if (!signature) {
    const names = [...signatures.keys()];
    const cure = didYouMean(call.name, names) || `Functions: ${names.join(', ')}.`;
    return checker.fail(call, 'function-unknown', `Unknown function "${call.name}"`, cure);
  }
  const {length} = call.arguments;
  if (length < signature.least || length > signature.most) {
    checker.fail(call, 'argument-count', `${length} arguments of "${call.name}"`, `Write ${signature.form}.`);
  }
  return signature.check(call, checker);
}

function checkAlike(call: Call, checker: Checker): TypedNode {
  const values = call.arguments.map((argument) => checker.check(argument));
  let first: TypedNode | undefined;
  for (const value of values) {
    checker.number(value);
    checker.comparable((first ??= value), value);
  }
  return {...call, arguments: values, type: first?.type ?? bare};
}

function checkStepped(call: Call, checker: Checker): TypedNode {
  const typed = checkAlike(call, checker);
  const dimension = checker.number(typed);
  if (call.arguments.length === 1 && !sameDimension(dimension, BARE)) {
    const cure = `Say to what it is rounded: ${call.name}(x, 1 mm).`;
    checker.fail(call, 'argument-count', `"${call.name}" of ${formatType(typed.type)} without a step`, cure);
  }
  return typed;
}

function checkCount(call: Call, checker: Checker): TypedNode {
  const values = call.arguments.map((argument) => checker.check(argument));
  if (values.length > 1 || values[0]?.type.kind !== 'options') for (const value of values) checker.condition(value);
  return {...call, arguments: values, type: bare};
}

function checkLength(call: Call, checker: Checker): TypedNode {
  const values = call.arguments.map((argument) => checker.check(argument));
  for (const value of values) {
    if (isTextual(value.type)) continue;
    const what = `Expected a text, but found ${formatType(value.type)}`;
    checker.fail(value, 'type-mismatch', what, '"length" counts the characters of a text.');
  }
  return {...call, arguments: values, type: bare};
}

function checkIf(call: Call, checker: Checker): TypedNode {
  const [condition = call, whenTrue = call, whenFalse = call] = call.arguments;
  const {start, end} = call;
  return checker.conditional({kind: 'conditional', condition, whenTrue, whenFalse, start, end, type: null});
}

function checkAttribute(call: Call, checker: Checker): TypedNode {
  const [parameter = call, key] = call.arguments;
  const typed = checker.check(parameter);
  if (typed.kind !== 'name' || typed.type.kind !== 'option') {
    const cure = "Write the name of a choice parameter: attribute(finish, 'material').";
    return checker.fail(
      typed,
      'type-mismatch',
      `Expected a choice parameter, but found ${formatType(typed.type)}`,
      cure,
    );
  }
  const [name, keyNode] = literal(key, call, checker);
  const column = checker.environment.attribute(typed.name, name);
  if (!column) {
    const keys = [...(checker.environment.attributeKeys?.(typed.name) ?? [])];
    const cure = didYouMean(name, keys) || listing('Attributes', keys);
    return checker.fail(keyNode, 'attribute-unknown', `No option of "${typed.name}" has the attribute "${name}"`, cure);
  }
  return {...call, arguments: [typed, keyNode], type: column.type};
}

function checkLookup(call: Call, checker: Checker): TypedNode {
  const [tableId, tableNode] = literal(call.arguments[0], call, checker);
  const [columnName, columnNode] = literal(call.arguments[1], call, checker);
  const table = checker.environment.table(tableId);
  if (!table) {
    const ids = [...checker.environment.tableNames()];
    const cure = didYouMean(tableId, ids) || listing('Tables', ids);
    return checker.fail(tableNode, 'table-unknown', `Unknown table "${tableId}"`, cure);
  }
  const column = table.columns.find(({name}) => name === columnName);
  if (!column) {
    const names = table.columns.map(({name}) => name);
    const cure = didYouMean(columnName, names) || listing('Columns', names);
    return checker.fail(columnNode, 'column-unknown', `Unknown column "${columnName}" of table "${tableId}"`, cure);
  }
  const keys = call.arguments.slice(2).map((argument) => checker.check(argument));
  keys.forEach((key, index) => {
    const type = table.columns[index]?.type;
    if (!type) {
      const cure = `The table has ${table.columns.length} columns.`;
      checker.fail(key, 'argument-count', `Too many keys for table "${tableId}"`, cure);
    }
    checker.comparable({kind: 'null', start: key.start, end: key.end, type}, key);
  });
  return {...call, arguments: [tableNode, columnNode, ...keys], type: column.type};
}

/** The text of an argument that must be written out, so that it can be checked before anything runs. */
function literal(node: ExpressionNode | undefined, call: Call, checker: Checker): [string, TypedNode] {
  if (node?.kind === 'string') return [node.value, checker.check(node)];
  const what = `An argument of "${call.name}" that is not written out`;
  return checker.fail(node ?? call, 'type-mismatch', what, `Write ${signatures.get(call.name)?.form ?? ''}.`);
}

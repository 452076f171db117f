import type {Expression, ExpressionNode, Product} from '@twik/sdk/core';
import {parameterById} from '@twik/sdk/core';

/**
 * Every text that a formula can give, whatever the configuration; `null` where that cannot be told, as with words of
 * the shopper's own. It may name texts that rules bar: whoever protects or checks them loses nothing by that.
 */
export function possibleTexts(formula: Expression, product: Product): ReadonlySet<string> | null {
  return textsOf(formula.root, product);
}

function textsOf(node: ExpressionNode, product: Product): ReadonlySet<string> | null {
  switch (node.kind) {
    case 'string':
      return new Set([node.value]);
    case 'null':
      return new Set();
    case 'conditional':
      return union([textsOf(node.whenTrue, product), textsOf(node.whenFalse, product)]);
    case 'name':
      return textsOfName(node.name, product);
    case 'call':
      return textsOfCall(node.name, node.arguments, product);
    default:
      return null;
  }
}

function textsOfName(name: string, product: Product): ReadonlySet<string> | null {
  const derived = product.derived.find(({id}) => id === name);
  if (derived) return textsOf(derived.formula.root, product);
  const parameter = parameterById(product, name);
  return parameter.kind === 'choice' ? new Set(parameter.options.map(({id}) => id)) : null;
}

function textsOfCall(name: string, [first, second]: readonly ExpressionNode[], product: Product) {
  if (second?.kind !== 'string') return null;
  if (name === 'attribute' && first?.kind === 'name') {
    const parameter = parameterById(product, first.name);
    if (parameter.kind !== 'choice') return null;
    return new Set(parameter.options.flatMap(({attributes}) => attributes[second.value] ?? []));
  }
  if (name === 'lookup' && first?.kind === 'string') {
    const table = product.tables.find(({id}) => id === first.value);
    const column = table?.columns.indexOf(second.value) ?? -1;
    return table && column !== -1 ? new Set(table.rows.flatMap((row) => row[column] ?? [])) : null;
  }
  return null;
}

function union(sets: readonly (ReadonlySet<string> | null)[]): ReadonlySet<string> | null {
  const all = new Set<string>();
  for (const set of sets) {
    if (!set) return null;
    for (const text of set) all.add(text);
  }
  return all;
}

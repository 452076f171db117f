import type {ExpressionNode} from './node.js';

/** The nodes directly below a node, in the order they are written. */
export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'in':
      return [node.item, node.list];
    case 'list':
      return node.items;
    case 'call':
      return node.arguments;
    default:
      return [];
  }
}

/** Every name that a tree reads, each once; the tree need not be checked. */
export function namesOf(node: ExpressionNode, names = new Set<string>()): Set<string> {
  if (node.kind === 'name') names.add(node.name);
  for (const child of childrenOf(node)) namesOf(child, names);
  return names;
}

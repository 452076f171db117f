import type {ExpressionNode} from '../../expression/node.js';

/** The names that a formula reads. */
export function namesIn(node: ExpressionNode): string[] {
  switch (node.kind) {
    case 'name':
      return [node.name];
    case 'unary':
      return namesIn(node.operand);
    case 'binary':
      return [node.left, node.right].flatMap(namesIn);
    case 'conditional':
      return [node.condition, node.whenTrue, node.whenFalse].flatMap(namesIn);
    case 'in':
      return [node.item, node.list].flatMap(namesIn);
    case 'list':
      return node.items.flatMap(namesIn);
    case 'call':
      return node.arguments.flatMap(namesIn);
    default:
      return [];
  }
}

import type {Exact} from '../number/exact.js';
import type {Type} from './type.js';

/** Where a node stands in its source, in UTF-16 units: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type UnaryOperator = '!' | '-';
export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||' | '+' | '-' | '*' | '/';

/**
 * The tree of an expression. The parser leaves `type` as `null`; checking returns a new tree with every type set.
 * A number literal's `value` is already in base units once it is checked.
 */
export type ExpressionNode = Span & {readonly type: Type | null} & (
    | {readonly kind: 'number'; readonly value: Exact; readonly unit: string | null}
    | {readonly kind: 'string'; readonly value: string}
    | {readonly kind: 'boolean'; readonly value: boolean}
    | {readonly kind: 'null'}
    | {readonly kind: 'name'; readonly name: string}
    | {readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: ExpressionNode}
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: ExpressionNode;
        readonly right: ExpressionNode;
      }
    | {
        readonly kind: 'conditional';
        readonly condition: ExpressionNode;
        readonly whenTrue: ExpressionNode;
        readonly whenFalse: ExpressionNode;
      }
    /** `x in [a, b]`, or `'led' in extras` with a `choices` parameter on the right. */
    | {readonly kind: 'in'; readonly item: ExpressionNode; readonly list: ExpressionNode}
    | {readonly kind: 'list'; readonly items: readonly ExpressionNode[]}
    | {readonly kind: 'call'; readonly name: string; readonly arguments: readonly ExpressionNode[]}
  );

import type {ExpressionNode} from './node.js';
import type {Type} from './type.js';

/** A formula that has been parsed and checked: every name exists, units fit, limits hold. */
export interface Expression {
  /** As it was written. */
  readonly source: string;
  /** JSON pointer of where it was written. */
  readonly path: string;
  readonly type: Type;
  readonly root: ExpressionNode;
  /** The parameters, derived values and other names it reads. */
  readonly names: ReadonlySet<string>;
}

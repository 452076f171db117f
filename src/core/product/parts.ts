import type {Expression} from '../expression/expression.js';
import type {Text} from '../text/text.js';

/** How a thing is made. */
export interface PartDefinition {
  readonly id: string;
  readonly name: Text | null;
  readonly sku: Expression | null;
  readonly material: Expression | null;
  /** Length, width and thickness, or fewer. */
  readonly size: readonly Expression[];
}

/** How many of something are needed. */
export interface BomLineDefinition {
  /** Unique in the whole tree. */
  readonly id: string;
  readonly name: Text | null;
  /** The part it counts, or `null` when it is bought by `sku`. */
  readonly part: string | null;
  readonly sku: Expression | null;
  readonly quantity: Expression;
  /** Such as `pc`, `m`, `m2`, `kg`; UN/ECE recommendation 20 codes are fine too. */
  readonly unit: string;
  /** The line and all below it are left out while this is false. */
  readonly when: Expression | null;
  /** What one of this is made of. */
  readonly lines: readonly BomLineDefinition[];
  readonly path: string;
}

import type {MachineFields} from '../line/machine-fields.js';

/** Which of the shop's articles goes into the cart. */
export type VariantMapping =
  | {readonly kind: 'one'; readonly variant: string}
  | {
      readonly kind: 'table';
      readonly parameters: readonly string[];
      /** The first row that fits counts. A cell is a value as text, or `null` for any. */
      readonly rows: readonly {readonly cells: readonly (string | null)[]; readonly variant: string}[];
    }
  | {
      readonly kind: 'price-steps';
      readonly currency: string;
      /** The lowest step that the price of one piece does not exceed counts. In minor units, as the shopper sees it. */
      readonly steps: readonly {readonly upTo: number; readonly variant: string}[];
    };

/** A choice that the shop knows too. */
export interface OptionMapping {
  /** The shop's id or name of the choice: `93`, `pa_color`. */
  readonly option: string;
  /** An axis of the shop's variants, or a choice that is asked for beside them. */
  readonly kind: 'variant' | 'custom';
  readonly parameter: string;
  /** Value as text → the shop's id of that value. */
  readonly values: ReadonlyMap<string, string>;
  /** Value as text → the shop's GraphQL uid, where it is not made in the usual way. */
  readonly uids: ReadonlyMap<string, string>;
}

/** A text that the shop asks for. */
export interface TextMapping {
  /** The shop's id of its field. */
  readonly option: string;
  readonly source:
    | {readonly kind: 'parameter'; readonly parameter: string}
    /** `summary` is all that was chosen, for people. */
    | {readonly kind: 'field'; readonly field: keyof MachineFields | 'summary'};
  readonly uid: string | null;
}

/** How a product of ours is sold as a product of a shop. */
export interface ShopMapping {
  readonly variant: VariantMapping;
  readonly options: readonly OptionMapping[];
  readonly texts: readonly TextMapping[];
}

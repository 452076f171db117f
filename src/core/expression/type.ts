/**
 * The physical dimension of a number, as powers of its base units: millimetre, gram, degree.
 * An area is `{length: 2, mass: 0, angle: 0}`, a bare number has zeros throughout.
 */
export interface Dimension {
  readonly length: number;
  readonly mass: number;
  readonly angle: number;
}

/** The static type of an expression. A value of any type may be `null` at run time (see `RuntimeValue`). */
export type Type =
  | {readonly kind: 'boolean'}
  | {readonly kind: 'number'; readonly dimension: Dimension}
  /** One option of a choice parameter, with the options it may be, so that a misspelt one is found when it is written. */
  | {readonly kind: 'option'; readonly options: ReadonlySet<string>}
  /** The picked options of a `choices` parameter. */
  | {readonly kind: 'options'; readonly options: ReadonlySet<string>}
  /** Text, colours and string literals. */
  | {readonly kind: 'text'}
  | {readonly kind: 'null'};

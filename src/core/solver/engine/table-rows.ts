/** The part of a table that does not change. A bit stands for a row; a code for a value of a column. */
export interface TableRows {
  readonly variables: readonly number[];
  /** How many words of 32 rows there are. */
  readonly wordCount: number;
  /** By column: the code of its first value; one more at the end. */
  readonly firstCodes: Int32Array;
  /** By code: the literal of that value, and its column. */
  readonly literals: Int32Array;
  readonly columns: Int32Array;
  /** `wordCount` words for each code: the rows that allow the value. */
  readonly supports: Int32Array;
  /** By column: whether each row allows one value only. */
  readonly isExact: readonly boolean[];
  /** The words of all rows. */
  readonly all: Int32Array;
}

/**
 * A statement about one variable, packed into a number, so that a clause is an array of integers.
 *
 * With `first` being the place of a variable's first value among the values of all variables, and `total` how many those
 * are: `first + index` says "has the value at this index", `total + first + index` "has a value at this index or
 * before"; the bitwise complement of either says the opposite.
 */
export type Literal = number;

/** Where the values of each variable begin among all values; one more entry at the end holds how many there are. */
export function offsetsOf(variables: readonly {readonly size: number}[]): Int32Array {
  const offsets = new Int32Array(variables.length + 1);
  variables.forEach(({size}, variable) => (offsets[variable + 1] = (offsets[variable] ?? 0) + size));
  return offsets;
}

/** "The variable has this value." */
export function equal(offsets: Int32Array, variable: number, index: number): Literal {
  return (offsets[variable] ?? 0) + index;
}

/** "The variable has the value at this index or one before it." */
export function atMost(offsets: Int32Array, variable: number, index: number): Literal {
  return (offsets[offsets.length - 1] ?? 0) + (offsets[variable] ?? 0) + index;
}

/** The opposite statement. */
export function not(literal: Literal): Literal {
  return ~literal;
}

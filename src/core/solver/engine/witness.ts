/** A solution, told by its difference from the base. */
export class Witness {
  /** The values, among the values of all variables, that it has where the base has others. */
  values: readonly number[];
  /** The values that are known to be possible by it. */
  readonly supported: number[] = [];
  isValid = true;
  /** For use while the base changes. */
  isSuspect = false;
  /** Will never be valid again. */
  isDead = false;

  constructor(values: readonly number[]) {
    this.values = values;
  }
}

/** The bounds and values of one large variable that have been given a literal so far. */
export class MadeLiterals {
  /** Indices `k` for which there is a literal "at most k", ascending, and those literals. */
  readonly indices: number[] = [];
  readonly bounds: number[] = [];
  /** The literals of values, by index. */
  readonly values = new Map<number, number>();

  /** The place of the first index that is not below this one. */
  placeOf(index: number): number {
    let low = 0;
    let high = this.indices.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.indices[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The literal of a bound, or -1. */
  bound(index: number): number {
    const place = this.placeOf(index);
    return this.indices[place] === index ? (this.bounds[place] ?? -1) : -1;
  }

  insert(index: number, literal: number): void {
    const place = this.placeOf(index);
    this.indices.splice(place, 0, index);
    this.bounds.splice(place, 0, literal);
  }
}

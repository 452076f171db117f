/** Many growing lists of integers in one array: thousands of short lists cost no objects. */
export class IntegerLists {
  /** List `n` is `data[starts[n]]` and the `sizes[n] - 1` after it. Replaced when it grows: read it anew after a push. */
  data = new Int32Array(64);
  starts: Int32Array<ArrayBuffer>;
  sizes: Int32Array<ArrayBuffer>;
  #capacities: Int32Array<ArrayBuffer>;
  #end = 0;
  #wasted = 0;

  constructor(count = 0) {
    this.starts = new Int32Array(count);
    this.sizes = new Int32Array(count);
    this.#capacities = new Int32Array(count);
  }

  /** Makes room for so many lists. */
  growTo(count: number): void {
    this.starts = grown(this.starts, count);
    this.sizes = grown(this.sizes, count);
    this.#capacities = grown(this.#capacities, count);
  }

  push(list: number, value: number): void {
    const size = this.sizes[list] ?? 0;
    if (size === this.#capacities[list]) this.#move(list, size);
    this.data[(this.starts[list] ?? 0) + size] = value;
    this.sizes[list] = size + 1;
  }

  /** The items of a list, as a window that is good until the next push. */
  items(list: number): Int32Array {
    const start = this.starts[list] ?? 0;
    return this.data.subarray(start, start + (this.sizes[list] ?? 0));
  }

  /** Empties all lists. */
  clear(): void {
    this.sizes.fill(0);
    this.#capacities.fill(0);
    this.#end = 0;
    this.#wasted = 0;
  }

  /** Keeps what passes, in order. */
  filter(list: number, isKept: (value: number) => boolean): void {
    const start = this.starts[list] ?? 0;
    let size = 0;
    for (const value of this.items(list)) if (isKept(value)) this.data[start + size++] = value;
    this.sizes[list] = size;
  }

  #move(list: number, size: number): void {
    const capacity = Math.max(2, size * 2);
    if (this.#end + capacity > this.data.length) this.#makeRoom(capacity);
    const start = this.starts[list] ?? 0;
    this.data.copyWithin(this.#end, start, start + size);
    this.#wasted += size;
    this.starts[list] = this.#end;
    this.#capacities[list] = capacity;
    this.#end += capacity;
  }

  #makeRoom(room: number): void {
    const isCrowded = this.#wasted * 3 < this.#end;
    const data = new Int32Array(Math.max(this.data.length * (isCrowded ? 2 : 1), this.#end + room));
    let end = 0;
    for (let list = 0; list < this.starts.length; list++) {
      const capacity = this.#capacities[list] ?? 0;
      if (capacity === 0) continue;
      data.set(this.items(list), end);
      this.starts[list] = end;
      end += capacity;
    }
    this.data = data;
    this.#end = end;
    this.#wasted = 0;
  }
}

/** The array itself, or a copy with room for at least so many items. */
export function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  return length <= array.length ? array : copied(array, new Int32Array(roomFor(array, length)));
}

/** The same for bytes. */
export function grownBytes(array: Int8Array<ArrayBuffer>, length: number): Int8Array<ArrayBuffer> {
  return length <= array.length ? array : copied(array, new Int8Array(roomFor(array, length)));
}

/** The same for any numbers. */
export function grownNumbers(array: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  return length <= array.length ? array : copied(array, new Float64Array(roomFor(array, length)));
}

function roomFor({length}: ArrayLike<number>, needed: number): number {
  return Math.max(needed, length + (length >> 1));
}

function copied<T extends {set(from: ArrayLike<number>): void}>(from: ArrayLike<number>, to: T): T {
  to.set(from);
  return to;
}

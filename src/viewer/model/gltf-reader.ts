import {TwikError} from '../../core/error.js';

/** An object of a glTF file whose properties nobody has looked at yet. */
export type GltfItem = Readonly<Record<string, unknown>>;

export function isItem(value: unknown): value is GltfItem {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the JSON of a glTF file and refuses what is not as the standard has it, naming the place. */
export class GltfReader {
  readonly root: GltfItem;
  readonly url: string;
  /** Every index asks for a list, so they are read once. */
  readonly #lists = new Map<string, readonly GltfItem[]>();

  constructor(json: unknown, url: string) {
    this.url = url;
    this.root = isItem(json) ? json : this.fail('/', 'is not an object');
  }

  fail(place: string, problem: string): never {
    throw new TwikError(
      'model-invalid',
      `${this.url} is not valid glTF: ${place} ${problem}. Export it again, or check it with the glTF Validator.`,
    );
  }

  /** The objects of a list; an absent list has none. */
  list(owner: GltfItem, name: string, place = ''): readonly GltfItem[] {
    const value = owner[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.fail(`${place}/${name}`, 'is not a list');
    return value.map((item: unknown, index) =>
      isItem(item) ? item : this.fail(`${place}/${name}/${index}`, 'is not an object'),
    );
  }

  /** A list of the root, such as `nodes`. */
  top(name: string): readonly GltfItem[] {
    let list = this.#lists.get(name);
    if (!list) this.#lists.set(name, (list = this.list(this.root, name)));
    return list;
  }

  item(owner: GltfItem, name: string, place: string): GltfItem | null {
    const value = owner[name];
    if (value === undefined) return null;
    return isItem(value) ? value : this.fail(`${place}/${name}`, 'is not an object');
  }

  /** A whole number of at least `least`, or `fallback` when it is absent. */
  count(
    owner: GltfItem,
    name: string,
    place: string,
    {least = 0, fallback}: {least?: number; fallback?: number},
  ): number {
    const value = owner[name] ?? fallback;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    return this.fail(`${place}/${name}`, value === undefined ? 'is missing' : `is not a whole number from ${least}`);
  }

  /** An index into a list of the root; `null` when it is absent. */
  index(value: unknown, list: string, place: string): number | null {
    if (value === undefined) return null;
    const {length} = this.top(list);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < length) return value;
    return this.fail(place, `points at ${list}/${JSON.stringify(value)}, but there are ${length}`);
  }

  indexes(owner: GltfItem, name: string, list: string, place: string): number[] {
    const value = owner[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.fail(`${place}/${name}`, 'is not a list');
    return value.map((entry: unknown, at) => {
      const index = this.index(entry, list, `${place}/${name}/${at}`);
      return index ?? this.fail(`${place}/${name}/${at}`, 'is missing');
    });
  }
}

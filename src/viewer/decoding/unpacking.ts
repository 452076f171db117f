import {TwikError} from '../../core/error.js';
import {isItem} from '../model/gltf-reader.js';
import type {GltfItem, GltfReader} from '../model/gltf-reader.js';
import type {ModelFile} from '../model/model-file.js';
import {isAboutData} from './decoder-pool.js';
import {reasonOf} from './decoder-protocol.js';

/** A glTF file in which compressed data are replaced by plain ones, so that nobody after this has to know of them. */
export class Unpacking {
  readonly gltf: GltfReader;
  readonly #buffers: (ArrayBuffer | null)[];
  /** The lists of the root that have changed. */
  readonly #lists = new Map<string, GltfItem[]>();

  constructor(gltf: GltfReader, buffers: readonly (ArrayBuffer | null)[]) {
    this.gltf = gltf;
    this.#buffers = [...buffers];
  }

  /** A list of the root, such as `bufferViews`, to be changed. */
  list(name: string): GltfItem[] {
    let list = this.#lists.get(name);
    if (!list) this.#lists.set(name, (list = [...this.gltf.top(name)]));
    return list;
  }

  /** Whether a buffer has data; those for other programs may be left out. */
  hasData(buffer: number): boolean {
    return this.#buffers[buffer] != null;
  }

  /** A copy of part of a buffer. */
  bytes(buffer: number, offset: number, length: number, place: string): ArrayBuffer {
    const bytes = this.#buffers[buffer] ?? this.gltf.fail(place, `needs buffers/${buffer}, which has no data`);
    if (offset + length > bytes.byteLength) this.gltf.fail(place, `reaches beyond buffers/${buffer}`);
    return bytes.slice(offset, offset + length);
  }

  /** Adds data and returns what of a buffer view says where they are. */
  addBytes(bytes: ArrayBuffer): GltfItem {
    const {byteLength} = bytes;
    this.#buffers.push(bytes);
    const buffer = this.list('buffers').push({byteLength}) - 1;
    return {buffer, byteOffset: 0, byteLength};
  }

  /** What a decoder could not do with the data at a place, in words about the file. */
  failure(title: string, place: string, cause: unknown): unknown {
    if (!isAboutData(cause)) return cause;
    return new TwikError(
      'decoder-failed',
      `${this.gltf.url} cannot be shown: the ${title} data of ${place} are broken (${reasonOf(cause)}). Export it again.`,
      {cause},
    );
  }

  /** The file without the extensions that are taken care of. */
  finish(doneWith: ReadonlySet<string>): ModelFile {
    const {root, url} = this.gltf;
    const extensions = ['extensionsUsed', 'extensionsRequired'].map((key) => {
      const names = root[key];
      return [key, Array.isArray(names) ? names.filter((name) => !doneWith.has(String(name))) : names] as const;
    });
    const json = {...root, ...Object.fromEntries([...extensions, ...this.#lists])};
    return {url, json, buffers: this.#buffers};
  }
}

/** An extension of an object, or `null`. */
export function extensionOf(gltf: GltfReader, owner: GltfItem, name: string, place: string): GltfItem | null {
  const extensions = gltf.item(owner, 'extensions', place);
  return extensions && gltf.item(extensions, name, `${place}/extensions`);
}

/** An object without an extension. */
export function withoutExtension(owner: GltfItem, name: string): GltfItem {
  const {extensions, ...rest} = owner;
  const others = Object.entries(isItem(extensions) ? extensions : {}).filter(([other]) => other !== name);
  return others.length > 0 ? {...rest, extensions: Object.fromEntries(others)} : rest;
}

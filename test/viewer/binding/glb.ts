import {GLTFLoader} from 'three/addons/loaders/GLTFLoader.js';
import type {LoadedModel} from '../../../src/viewer/loaded-model.js';

type Json = Record<string, unknown>;

interface PrimitiveOptions {
  readonly material?: number;
  /** Materials by the variants that wear them. */
  readonly mappings?: readonly {material: number; variants: number[]}[];
  /** How many morph targets; the nth moves by n + 1 along x. */
  readonly targets?: number;
}

/** Builds a small GLB. Each mesh is a unit square in the xy plane whose UV square covers it, v downwards. */
export class Glb {
  readonly #json: Record<string, Json[]> = {};
  readonly #variants: string[] = [];
  readonly #otherScenes: Json[] = [];
  #bytes = new Uint8Array(0);

  variants(...names: string[]): this {
    this.#variants.push(...names);
    return this;
  }

  /** Another scene, which is not the default one. */
  scene(...nodes: number[]): this {
    this.#otherScenes.push({nodes});
    return this;
  }

  material(name: string, properties: Json = {}): number {
    return this.#push('materials', {name, ...properties});
  }

  /** A texture of one colour, named on its image. */
  async texture(name: string, color: string): Promise<number> {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 4;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas.');
    context.fillStyle = color;
    context.fillRect(0, 0, 4, 4);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    const bufferView = this.#view(new Uint8Array((await blob?.arrayBuffer()) ?? []));
    const source = this.#push('images', {name, mimeType: 'image/png', bufferView});
    return this.#push('textures', {source, sampler: this.#push('samplers', {wrapS: 33071})});
  }

  mesh(primitives: readonly PrimitiveOptions[], extras: Json = {}): number {
    return this.#push('meshes', {
      extras,
      primitives: primitives.map(({material, mappings, targets = 0}) => ({
        attributes: {
          POSITION: this.#accessor([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0], 'VEC3', {min: [0, 0, 0], max: [1, 1, 0]}),
          NORMAL: this.#accessor([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1], 'VEC3'),
          TEXCOORD_0: this.#accessor([0, 1, 1, 1, 1, 0, 0, 0], 'VEC2'),
        },
        indices: this.#push('accessors', {
          bufferView: this.#view(new Uint16Array([0, 1, 2, 0, 2, 3])),
          componentType: 5123,
          count: 6,
          type: 'SCALAR',
        }),
        ...(material === undefined ? {} : {material}),
        ...(mappings ? {extensions: {KHR_materials_variants: {mappings}}} : {}),
        ...(targets
          ? {
              targets: Array.from({length: targets}, (_, target) => ({
                POSITION: this.#accessor(
                  [0, 1, 2, 3].flatMap(() => [target + 1, 0, 0]),
                  'VEC3',
                  {min: [target + 1, 0, 0], max: [target + 1, 0, 0]},
                ),
              })),
            }
          : {}),
      })),
    });
  }

  node(name: string, properties: Json = {}): number {
    return this.#push('nodes', {name, ...properties});
  }

  /** @param roots The nodes of the scene; without them those that are nobody's children. */
  bytes(roots?: readonly number[]): ArrayBuffer {
    const nodes = this.#json['nodes'] ?? [];
    const below = new Set(nodes.flatMap(({children}) => (children as number[] | undefined) ?? []));
    const variants = this.#variants.map((name) => ({name}));
    const json = {
      asset: {version: '2.0'},
      extensionsUsed: ['KHR_texture_transform'],
      ...this.#json,
      scene: 0,
      scenes: [{nodes: roots ?? [...nodes.keys()].filter((node) => !below.has(node))}, ...this.#otherScenes],
      buffers: [{byteLength: this.#bytes.length}],
      ...(variants.length ? {extensions: {KHR_materials_variants: {variants}}} : {}),
    };
    const text = new TextEncoder().encode(JSON.stringify(json));
    const jsonLength = Math.ceil(text.length / 4) * 4;
    const out = new Uint8Array(28 + jsonLength + this.#bytes.length).fill(0x20);
    const view = new DataView(out.buffer);
    [0x46546c67, 2, out.length, jsonLength, 0x4e4f534a].forEach((word, index) => view.setUint32(index * 4, word, true));
    out.set(text, 20);
    view.setUint32(20 + jsonLength, this.#bytes.length, true);
    view.setUint32(24 + jsonLength, 0x004e4942, true);
    out.set(this.#bytes, 28 + jsonLength);
    return out.buffer;
  }

  async load(id = 'body', roots?: readonly number[]): Promise<LoadedModel> {
    const gltf = await new GLTFLoader().parseAsync(this.bytes(roots), '');
    return {id, root: gltf.scene, gltf};
  }

  #push(list: string, item: Json): number {
    return (this.#json[list] ??= []).push(item) - 1;
  }

  #accessor(numbers: number[], type: string, limits: Json = {}): number {
    const count = numbers.length / (type === 'VEC2' ? 2 : 3);
    const bufferView = this.#view(new Float32Array(numbers));
    return this.#push('accessors', {bufferView, componentType: 5126, count, type, ...limits});
  }

  #view(data: Uint8Array | Uint16Array | Float32Array): number {
    const byteOffset = this.#bytes.length;
    const padded = Math.ceil(data.byteLength / 4) * 4;
    const bytes = new Uint8Array(byteOffset + padded);
    bytes.set(this.#bytes);
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), byteOffset);
    this.#bytes = bytes;
    return this.#push('bufferViews', {buffer: 0, byteOffset, byteLength: data.byteLength});
  }
}

import type {GLTF} from 'three/addons/loaders/GLTFLoader.js';

/** A glTF file's JSON, as far as bindings look into it. The loader has parsed the file before anything is read here. */
export interface GltfJson {
  readonly scene?: number;
  readonly scenes?: readonly {readonly nodes?: readonly number[]}[];
  readonly nodes?: readonly GltfNode[];
  readonly meshes?: readonly GltfMesh[];
  readonly materials?: readonly GltfMaterial[];
  readonly textures?: readonly GltfTexture[];
  readonly images?: readonly {readonly name?: string}[];
  readonly extensions?: {readonly KHR_materials_variants?: {readonly variants: readonly {readonly name: string}[]}};
}

export interface GltfNode {
  readonly name?: string;
  readonly children?: readonly number[];
  readonly mesh?: number;
  readonly extensions?: {readonly KHR_node_visibility?: {readonly visible?: boolean}};
}

export interface GltfMesh {
  readonly primitives: readonly GltfPrimitive[];
  readonly extras?: {readonly targetNames?: readonly string[]};
}

export interface GltfPrimitive {
  readonly material?: number;
  readonly extensions?: {readonly KHR_materials_variants?: {readonly mappings: readonly VariantMapping[]}};
}

/** The variants, by their places in the file's list, in which a primitive wears a material. */
export interface VariantMapping {
  readonly material: number;
  readonly variants: readonly number[];
}

export interface GltfTexture {
  readonly name?: string;
  readonly source?: number;
  /** Such as `EXT_texture_webp`, each naming an image of another kind. */
  readonly extensions?: Readonly<Record<string, {readonly source?: number}>>;
}

/** A material's properties, read by path: `valueAt(material, ['normalTexture', 'texCoord'])`. */
export interface GltfMaterial {
  readonly name?: string;
  readonly alphaMode?: string;
  readonly doubleSided?: boolean;
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The JSON of a loaded file. */
export function jsonOf(gltf: GLTF): GltfJson {
  return gltf.parser.json as GltfJson;
}

/** What a property path leads to, or `undefined`. */
export function valueAt(from: object | undefined, path: readonly string[]): unknown {
  let value: unknown = from;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

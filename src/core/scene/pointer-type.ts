import type {ScenePointer} from './pointer.js';

/** What a formula for a pointer must give: a bare number, a length, an angle, a truth, words, a colour, or whatever. */
export type PointerMeasure = 'number' | 'length' | 'angle' | 'boolean' | 'text' | 'color' | 'any';

/** What a pointer takes. */
export type PointerType =
  | {
      readonly kind: 'value';
      /** What a single formula gives; `null` where it takes only a list. */
      readonly one: PointerMeasure | null;
      /** What each formula of a list gives; `null` where it takes only a single one. */
      readonly many: PointerMeasure | null;
      /** The least and the greatest length of the list. */
      readonly sizes: readonly [number, number];
    }
  | {readonly kind: 'repeat'}
  | {readonly kind: 'print'};

function type(one: PointerMeasure | null, many: PointerMeasure | null = null, min = 1, max = min): PointerType {
  return {kind: 'value', one, many, sizes: [min, max]};
}

const number = type('number');
const text = type('text');

const types: Readonly<Record<ScenePointer['target']['kind'], Readonly<Record<string, PointerType>>>> = {
  node: {
    'translation': type(null, 'length', 3),
    'scale': type(null, 'number', 3),
    'rotation': type(null, 'number', 4),
    'weights': type(null, 'number', 1, Infinity),
    'weights/*': number,
    'extensions/KHR_node_visibility/visible': type('boolean'),
    'twik:material': text,
    'twik:variant': text,
    'twik:mount': text,
    'twik:repeat': {kind: 'repeat'},
    'twik:print': {kind: 'print'},
  },
  material: {
    'pbrMetallicRoughness/baseColorFactor': type('color', 'number', 3, 4),
    'pbrMetallicRoughness/metallicFactor': number,
    'pbrMetallicRoughness/roughnessFactor': number,
    'emissiveFactor': type('color', 'number', 3),
    'alphaCutoff': number,
    'normalTexture/scale': number,
    'occlusionTexture/strength': number,
    'pbrMetallicRoughness/baseColorTexture': text,
    'pbrMetallicRoughness/metallicRoughnessTexture': text,
    'normalTexture': text,
    'occlusionTexture': text,
    'emissiveTexture': text,
    '*Texture/extensions/KHR_texture_transform/offset': type(null, 'number', 2),
    '*Texture/extensions/KHR_texture_transform/scale': type(null, 'number', 2),
    '*Texture/extensions/KHR_texture_transform/rotation': type('angle'),
    // Too many to list, and new ones come: the viewer knows which it can set.
    'extensions/*': type('any', 'any', 1, Infinity),
  },
  model: {'twik:variant': text},
};

/** What the property of a pointer takes, or `null` when the target has no such property. */
export function pointerType({target, property}: ScenePointer): PointerType | null {
  const tail = property
    .join('/')
    .replace(/^weights\/[^/]+$/, 'weights/*')
    .replace(/^((pbrMetallicRoughness\/)?\w+)?Texture(?=\/extensions)/, '*Texture')
    .replace(/^extensions\/KHR_materials_\w+\/.+/, 'extensions/*');
  const table = types[target.kind];
  return (Object.hasOwn(table, tail) ? table[tail] : null) ?? null;
}

/** The properties that a target of this kind has, for telling what may be written. */
export function pointerProperties(kind: ScenePointer['target']['kind']): string[] {
  return Object.keys(types[kind]);
}

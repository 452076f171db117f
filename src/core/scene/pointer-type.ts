import type {ScenePointer} from './pointer.js';

/** What a formula for a pointer must give: a bare number, a length, an angle, a truth, words, or one colour. */
export type PointerMeasure = 'number' | 'length' | 'angle' | 'boolean' | 'text' | 'color';

/** What a pointer takes. */
export type PointerType =
  | {readonly kind: 'value'; readonly of: PointerMeasure}
  /** As many formulas as one of `sizes`; any number of them when that is empty. */
  | {readonly kind: 'vector'; readonly of: PointerMeasure; readonly sizes: readonly number[]}
  /** A colour text or its linear factors. */
  | {readonly kind: 'color'; readonly sizes: readonly number[]}
  | {readonly kind: 'repeat'}
  | {readonly kind: 'print'}
  /** A property of an extension that core has no table for: one value or a list, of any measure. */
  | {readonly kind: 'free'};

const value = (of: PointerMeasure): PointerType => ({kind: 'value', of});
const vector = (of: PointerMeasure, ...sizes: number[]): PointerType => ({kind: 'vector', of, sizes});

const types: Readonly<Record<ScenePointer['target']['kind'], Readonly<Record<string, PointerType>>>> = {
  node: {
    'translation': vector('length', 3),
    'scale': vector('number', 3),
    'rotation': vector('number', 4),
    'weights': vector('number'),
    'weights/*': value('number'),
    'extensions/KHR_node_visibility/visible': value('boolean'),
    'twik:material': value('text'),
    'twik:variant': value('text'),
    'twik:mount': value('text'),
    'twik:repeat': {kind: 'repeat'},
    'twik:print': {kind: 'print'},
  },
  material: {
    'pbrMetallicRoughness/baseColorFactor': {kind: 'color', sizes: [3, 4]},
    'pbrMetallicRoughness/metallicFactor': value('number'),
    'pbrMetallicRoughness/roughnessFactor': value('number'),
    'emissiveFactor': {kind: 'color', sizes: [3]},
    'alphaCutoff': value('number'),
    'normalTexture/scale': value('number'),
    'occlusionTexture/strength': value('number'),
  },
  model: {'twik:variant': value('text')},
};

const textures = [
  'pbrMetallicRoughness/baseColorTexture',
  'pbrMetallicRoughness/metallicRoughnessTexture',
  'normalTexture',
  'occlusionTexture',
  'emissiveTexture',
];
const transforms: Readonly<Record<string, PointerType>> = {
  offset: vector('number', 2),
  scale: vector('number', 2),
  rotation: value('angle'),
};

/** What the property of a pointer takes, or `null` when the target has no such property. */
export function pointerType({target, property}: ScenePointer): PointerType | null {
  const tail = property.join('/').replace(/^weights\/[^/]+$/, 'weights/*');
  const table = types[target.kind];
  if (Object.hasOwn(table, tail)) return table[tail] ?? null;
  if (target.kind !== 'material') return null;
  if (textures.includes(tail)) return value('text');
  const [texture, transform = ''] = tail.split('/extensions/KHR_texture_transform/');
  if (texture && textures.includes(texture) && Object.hasOwn(transforms, transform))
    return transforms[transform] ?? null;
  return /^extensions\/KHR_\w+\/./.test(tail) ? {kind: 'free'} : null;
}

/** The properties that a target of this kind has, for telling what may be written. */
export function pointerProperties(kind: ScenePointer['target']['kind']): string[] {
  return [...Object.keys(types[kind]), ...(kind === 'material' ? textures : [])];
}

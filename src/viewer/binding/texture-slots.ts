import {Texture, type Material} from 'three';
import {valueAt, type GltfMaterial} from './gltf-json.js';

/** A place for a texture in a glTF material. */
export interface TextureSlot {
  /** Within the material. */
  readonly pointer: string;
  /** Whether a plan may put another texture there. */
  readonly isSwappable: boolean;
  /** What three calls it; one glTF texture may serve two of three's maps. */
  readonly maps: readonly string[];
  /** Whether its colours are sRGB; otherwise its texels are plain numbers. */
  readonly srgb: boolean;
  /** What leaves the picture as it is without a texture. */
  readonly neutral: 'white' | 'normal';
}

function slot(
  pointer: string,
  maps: readonly string[],
  {srgb = false, neutral = 'white'}: Partial<Pick<TextureSlot, 'srgb' | 'neutral'>> = {},
): TextureSlot {
  return {pointer, maps, srgb, neutral, isSwappable: !pointer.startsWith('extensions')};
}

/** The slots that are evened out among materials that take each other's place. */
export const textureSlots: readonly TextureSlot[] = [
  slot('pbrMetallicRoughness/baseColorTexture', ['map'], {srgb: true}),
  slot('pbrMetallicRoughness/metallicRoughnessTexture', ['metalnessMap', 'roughnessMap']),
  slot('normalTexture', ['normalMap'], {neutral: 'normal'}),
  slot('occlusionTexture', ['aoMap']),
  slot('emissiveTexture', ['emissiveMap'], {srgb: true}),
  slot('extensions/KHR_materials_sheen/sheenColorTexture', ['sheenColorMap'], {srgb: true}),
  slot('extensions/KHR_materials_sheen/sheenRoughnessTexture', ['sheenRoughnessMap']),
  slot('extensions/KHR_materials_clearcoat/clearcoatTexture', ['clearcoatMap']),
  slot('extensions/KHR_materials_clearcoat/clearcoatRoughnessTexture', ['clearcoatRoughnessMap']),
  slot('extensions/KHR_materials_specular/specularTexture', ['specularIntensityMap']),
  slot('extensions/KHR_materials_specular/specularColorTexture', ['specularColorMap'], {srgb: true}),
  slot('extensions/KHR_materials_transmission/transmissionTexture', ['transmissionMap']),
];

/** The UV set that a material's texture uses, or `null` when the material has no texture there. */
export function texCoordOf(material: GltfMaterial | undefined, {pointer}: TextureSlot): number | null {
  const info = valueAt(material, pointer.split('/'));
  if (typeof info !== 'object' || info === null) return null;
  const moved = valueAt(info, ['extensions', 'KHR_texture_transform', 'texCoord']);
  const own = valueAt(info, ['texCoord']);
  return typeof moved === 'number' ? moved : typeof own === 'number' ? own : 0;
}

/** Whether a material can have what belongs into a slot: an extension's slot needs the extension. */
export function hasPlaceFor(material: GltfMaterial | undefined, {pointer}: TextureSlot): boolean {
  const extensions = material?.extensions ?? {};
  if (extensions['KHR_materials_unlit']) return pointer === 'pbrMetallicRoughness/baseColorTexture';
  const [first, extension = ''] = pointer.split('/');
  return first !== 'extensions' || extension in extensions;
}

/** One of a material's maps; `undefined` when this kind of material has no such map. */
export function mapOf(material: Material, map: string): Texture | null | undefined {
  if (!(map in material)) return undefined;
  const texture: unknown = Reflect.get(material, map);
  return texture instanceof Texture ? texture : null;
}

/** Gives a material another map, and says whether that is a change. */
export function setMap(material: Material, map: string, texture: Texture | null): boolean {
  const before = mapOf(material, map);
  if (before === undefined || before === texture) return false;
  Reflect.set(material, map, texture);
  // Only these two are part of the shader; another texture at the same place is not.
  if (before?.channel !== texture?.channel) material.needsUpdate = true;
  return true;
}

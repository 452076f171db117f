import {TwikError} from '../../core/error.js';
import type {GltfReader} from './gltf-reader.js';

/** What three's loader or Twik itself understands. */
const known: ReadonlySet<string> = new Set([
  ...['anisotropy', 'clearcoat', 'diffuse_roughness', 'dispersion', 'emissive_strength', 'ior', 'iridescence', 'sheen']
    .concat('specular', 'transmission', 'unlit', 'variants', 'volume')
    .map((name) => `KHR_materials_${name}`),
  'EXT_materials_bump',
  'EXT_mesh_gpu_instancing',
  'EXT_texture_avif',
  'EXT_texture_webp',
  'KHR_animation_pointer',
  'KHR_lights_punctual',
  'KHR_mesh_quantization',
  'KHR_node_visibility',
  'KHR_texture_transform',
  'KHR_xmp_json_ld',
]);

/** Compressions, whose decoders come on demand. */
const packed: ReadonlySet<string> = new Set([
  'EXT_meshopt_compression',
  'KHR_draco_mesh_compression',
  'KHR_meshopt_compression',
  'KHR_texture_basisu',
]);

/**
 * Refuses what cannot be shown without an extension that is missing here.
 *
 * @throws TwikError `extension-unsupported`.
 */
export function checkExtensions(gltf: GltfReader): void {
  for (const name of namesOf(gltf, 'extensionsRequired')) {
    if (known.has(name) || packed.has(name)) continue;
    throw new TwikError(
      'extension-unsupported',
      `${gltf.url} requires the glTF extension ${name}, which Twik does not have. Export it without, or take it off extensionsRequired if the model looks right without it.`,
    );
  }
}

/** Whether some of the file's data are compressed. */
export function isPacked(gltf: GltfReader): boolean {
  return [...namesOf(gltf, 'extensionsUsed'), ...namesOf(gltf, 'extensionsRequired')].some((name) => packed.has(name));
}

function namesOf(gltf: GltfReader, key: string): string[] {
  const names = gltf.root[key] ?? [];
  if (!Array.isArray(names)) return gltf.fail(`/${key}`, 'is not a list');
  return names.map((name: unknown) =>
    typeof name === 'string' ? name : gltf.fail(`/${key}`, 'holds something that is not a name'),
  );
}

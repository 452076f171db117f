import {TwikError} from '../../core/error.js';
import type {GltfItem, GltfReader} from './gltf-reader.js';

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

const meshopt = ['EXT_meshopt_compression', 'KHR_meshopt_compression'] as const;
const draco = 'KHR_draco_mesh_compression';
const basis = 'KHR_texture_basisu';

/** What to do instead of a compression that Twik does not unpack. */
const cures: Readonly<Record<string, string>> = {
  [draco]: 'Export without Draco compression.',
  [meshopt[0]]: 'Export without meshopt compression (quantization may stay).',
  [meshopt[1]]: 'Export without meshopt compression (quantization may stay).',
  [basis]: 'Export textures as WebP, JPEG or PNG, or keep those as a fallback.',
};

/**
 * Refuses what cannot be shown without an extension that is missing here. Compressions that come with a fallback pass.
 *
 * @throws TwikError `decoder-missing`, `extension-unsupported`.
 */
export function checkExtensions(gltf: GltfReader): void {
  const required = gltf.root['extensionsRequired'] ?? [];
  if (!Array.isArray(required)) return gltf.fail('/extensionsRequired', 'is not a list');
  for (const name of required) {
    if (typeof name !== 'string') gltf.fail('/extensionsRequired', 'holds something that is not a name');
    if (name in cures) throw decoderMissing(gltf.url, name);
    if (known.has(name)) continue;
    throw new TwikError(
      'extension-unsupported',
      `${gltf.url} requires the glTF extension ${name}, which Twik does not have. Export it without, or take it off extensionsRequired if the model looks right without it.`,
    );
  }
  const missing = findNeeded(gltf);
  if (missing) throw decoderMissing(gltf.url, missing);
}

/** A compression that is not declared as required, but without whose data there is nothing to show. */
function findNeeded(gltf: GltfReader): string | null {
  const accessors = gltf.top('accessors');
  const isEmpty = (value: unknown) => {
    const accessor = accessors[Number(value)];
    return accessor?.['bufferView'] === undefined && accessor?.['sparse'] === undefined;
  };
  for (const mesh of gltf.top('meshes')) {
    for (const primitive of gltf.list(mesh, 'primitives', '/meshes')) {
      const attributes = gltf.item(primitive, 'attributes', '/meshes') ?? {};
      if (extensionOf(primitive, draco) && Object.values(attributes).some(isEmpty)) return draco;
    }
  }
  const buffers = gltf.top('buffers');
  for (const view of gltf.top('bufferViews')) {
    const used = meshopt.find((name) => extensionOf(view, name));
    const buffer = buffers[Number(view['buffer'])];
    if (used && buffer && extensionOf(buffer, used)?.['fallback'] === true && buffer['uri'] === undefined) return used;
  }
  const needsBasis = gltf.top('textures').some((texture) => {
    return texture['source'] === undefined && extensionOf(texture, basis) !== null;
  });
  return needsBasis ? basis : null;
}

function extensionOf(owner: GltfItem, name: string): GltfItem | null {
  const extensions = owner['extensions'];
  if (typeof extensions !== 'object' || extensions === null) return null;
  const extension: unknown = Reflect.get(extensions, name);
  return typeof extension === 'object' && extension !== null ? {...extension} : null;
}

function decoderMissing(url: string, name: string): TwikError {
  return new TwikError(
    'decoder-missing',
    `${url} is compressed with ${name}, and Twik has no decoder for it. ${cures[name] ?? 'Export it without.'}`,
  );
}

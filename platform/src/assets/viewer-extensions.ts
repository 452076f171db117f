const materials = [
  'anisotropy',
  'clearcoat',
  'diffuse_roughness',
  'dispersion',
  'emissive_strength',
  'ior',
  'iridescence',
]
  .concat('sheen', 'specular', 'transmission', 'unlit', 'variants', 'volume')
  .map((name) => `KHR_materials_${name}`);

/** The glTF extensions that the viewer shows, its decoders on demand included. A test compares it with the viewer. */
export const viewerExtensions: ReadonlySet<string> = new Set([
  ...materials,
  'EXT_materials_bump',
  'EXT_mesh_gpu_instancing',
  'EXT_meshopt_compression',
  'EXT_texture_avif',
  'EXT_texture_webp',
  'KHR_animation_pointer',
  'KHR_draco_mesh_compression',
  'KHR_lights_punctual',
  'KHR_mesh_quantization',
  'KHR_meshopt_compression',
  'KHR_node_visibility',
  'KHR_texture_basisu',
  'KHR_texture_transform',
  'KHR_xmp_json_ld',
]);

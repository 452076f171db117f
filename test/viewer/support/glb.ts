/** Corners of a cube of 1 m about the origin, and its triangles. */
const corners = [-1, 1].flatMap((x) => [-1, 1].flatMap((y) => [-1, 1].map((z) => [x / 2, y / 2, z / 2])));
const faces = [
  0, 1, 3, 0, 3, 2, 4, 6, 7, 4, 7, 5, 0, 4, 5, 0, 5, 1, 2, 3, 7, 2, 7, 6, 0, 2, 6, 0, 6, 4, 1, 5, 7, 1, 7, 3,
];

/** JSON of a glTF file with one red cube named "Cube", whose first buffer `cubeBytes()` fills. */
export function cubeJson(): Record<string, unknown> & {
  nodes: Record<string, unknown>[];
  meshes: Record<string, unknown>[];
  materials: Record<string, unknown>[];
  accessors: Record<string, unknown>[];
  bufferViews: Record<string, unknown>[];
} {
  return {
    asset: {version: '2.0'},
    scene: 0,
    scenes: [{nodes: [0]}],
    nodes: [{name: 'Cube', mesh: 0}],
    meshes: [{primitives: [{attributes: {POSITION: 0}, indices: 1, material: 0}]}],
    materials: [{name: 'Red', pbrMetallicRoughness: {baseColorFactor: [0.8, 0.05, 0.05, 1], metallicFactor: 0}}],
    accessors: [
      {bufferView: 0, componentType: 5126, count: 8, type: 'VEC3', min: [-0.5, -0.5, -0.5], max: [0.5, 0.5, 0.5]},
      {bufferView: 1, componentType: 5123, count: 36, type: 'SCALAR'},
    ],
    bufferViews: [
      {buffer: 0, byteOffset: 0, byteLength: 96},
      {buffer: 0, byteOffset: 96, byteLength: 72},
    ],
    buffers: [{byteLength: 168}],
  };
}

export function cubeBytes(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(168);
  bytes.set(new Uint8Array(Float32Array.from(corners.flat()).buffer));
  bytes.set(new Uint8Array(Uint16Array.from(faces).buffer), 96);
  return bytes;
}

/** A GLB of this JSON and these bytes. */
export function packGlb(json: unknown, bytes: Uint8Array | null = cubeBytes()): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const textLength = Math.ceil(text.length / 4) * 4;
  const total = 20 + textLength + (bytes ? 8 + bytes.length : 0);
  const glb = new Uint8Array(total).fill(0x20);
  const view = new DataView(glb.buffer);
  [0x46546c67, 2, total, textLength, 0x4e4f534a].forEach((word, index) => view.setUint32(index * 4, word, true));
  glb.set(text, 20);
  if (bytes) {
    view.setUint32(20 + textLength, bytes.length, true);
    view.setUint32(24 + textLength, 0x004e4942, true);
    glb.set(bytes, 28 + textLength);
  }
  return glb;
}

/** Address of a file that holds these bytes. */
export function urlOf(bytes: BlobPart, type = 'model/gltf-binary'): string {
  return URL.createObjectURL(new Blob([bytes], {type}));
}

/** Address of a new file with the red cube. */
export function cubeUrl(change: (json: ReturnType<typeof cubeJson>) => void = () => undefined): string {
  const json = cubeJson();
  change(json);
  return urlOf(packGlb(json));
}

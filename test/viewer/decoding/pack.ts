import {MeshoptEncoder} from 'meshoptimizer/encoder';
import {cubeBytes, cubeJson, packGlb, urlOf} from '../support/glb.js';

type Json = ReturnType<typeof cubeJson>;

/** The red cube with `bytes` as its data. */
export function packedCube(bytes: Uint8Array, change: (json: Json) => void): string {
  const json = cubeJson();
  json['buffers'] = [{byteLength: bytes.length}];
  change(json);
  return urlOf(packGlb(json, bytes));
}

/** The red cube as meshopt packs it; both parts at multiples of four bytes. */
export async function meshoptCube(
  name = 'EXT_meshopt_compression',
  change: (json: Json, bytes: Uint8Array) => void = () => undefined,
): Promise<string> {
  await MeshoptEncoder.ready;
  const plain = cubeBytes();
  const points = MeshoptEncoder.encodeGltfBuffer(plain.slice(0, 96), 8, 12, 'ATTRIBUTES');
  const triangles = MeshoptEncoder.encodeGltfBuffer(plain.slice(96), 36, 2, 'TRIANGLES');
  const start = Math.ceil(points.length / 4) * 4;
  const bytes = new Uint8Array(start + Math.ceil(triangles.length / 4) * 4);
  bytes.set(points);
  bytes.set(triangles, start);
  return packedCube(bytes, (json) => {
    const packed = {buffer: 0, byteLength: points.length, byteStride: 12, count: 8, mode: 'ATTRIBUTES'};
    const rest = {byteOffset: start, byteLength: triangles.length, byteStride: 2, count: 36, mode: 'TRIANGLES'};
    json['buffers'] = [{byteLength: bytes.length}, {byteLength: 168, extensions: {[name]: {fallback: true}}}];
    json.bufferViews = [
      {buffer: 1, byteLength: 96, byteStride: 12, extensions: {[name]: packed}},
      {buffer: 1, byteOffset: 96, byteLength: 72, extensions: {[name]: {...packed, ...rest}}},
    ];
    json['extensionsUsed'] = json['extensionsRequired'] = [name];
    change(json, bytes);
  });
}

/** The cube's data in Draco's simplest form: every number as it is. */
export function dracoBytes(): Uint8Array {
  const plain = cubeBytes();
  const triangles = new Uint16Array(plain.slice(96).buffer);
  return Uint8Array.of(
    ...new TextEncoder().encode('DRACO'),
    // Version 2.2, a mesh of triangles, in order, no metadata.
    ...[2, 2, 1, 0, 0, 0],
    // Twelve triangles of eight points, indices as bytes.
    ...[12, 8, 1, ...triangles],
    // One list of one attribute: position, 32-bit float, three of them, as they are, number 7, no transformation.
    ...[1, 1, 0, 9, 3, 0, 7, 0],
    ...plain.slice(0, 96),
  );
}

/** The red cube packed by Draco. */
export function dracoCube(change: (json: Json) => void = () => undefined, bytes = dracoBytes()): string {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  return packedCube(padded, (json) => {
    json.bufferViews = [{buffer: 0, byteLength: bytes.length}];
    for (const accessor of json.accessors) delete accessor['bufferView'];
    const extensions = {KHR_draco_mesh_compression: {bufferView: 0, attributes: {POSITION: 7}}};
    json.meshes = [{primitives: [{attributes: {POSITION: 0}, indices: 1, material: 0, extensions}]}];
    json['extensionsUsed'] = json['extensionsRequired'] = ['KHR_draco_mesh_compression'];
    change(json);
  });
}

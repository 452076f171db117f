/*! Draco, (c) The Draco Authors, Apache License 2.0 */
import openDraco from 'three/addons/libs/draco/gltf/draco_wasm_wrapper.js';
import type {Draco, DracoDecoder, DracoMesh} from 'three/addons/libs/draco/gltf/draco_wasm_wrapper.js';
import type {Decode, DecoderJob, DecoderResult} from './decoder-protocol.js';
import {serveDecoder} from './serve-decoder.js';

/** The numbers of glTF for the types that components of attributes may have. */
export type ComponentType = 5120 | 5121 | 5122 | 5123 | 5125 | 5126;

export interface DracoJob extends DecoderJob {
  readonly attributes: readonly {readonly id: number; readonly componentType: ComponentType}[];
}

/** The buffers hold the attributes in the order of the job, each padded to `strides`, then the triangles as Uint32. */
export interface DracoResult extends DecoderResult {
  readonly points: number;
  readonly faces: number;
  /** Numbers that each attribute has for a point. */
  readonly sizes: readonly number[];
  /** Bytes from one point to the next. */
  readonly strides: readonly number[];
}

const typeNames = {
  5120: 'DT_INT8',
  5121: 'DT_UINT8',
  5122: 'DT_INT16',
  5123: 'DT_UINT16',
  5125: 'DT_UINT32',
  5126: 'DT_FLOAT32',
} as const;
const typeBytes = {5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4} as const;

export async function open(wasm: ArrayBuffer | null): Promise<Decode<DracoJob, DracoResult>> {
  if (!wasm) throw new Error('WebAssembly is missing');
  const draco = await openDraco({wasmBinary: wasm, printErr: () => undefined});
  return ({bytes, attributes}) => {
    const decoder = new draco.Decoder();
    const mesh = new draco.Mesh();
    try {
      decodeMesh(draco, decoder, mesh, new Int8Array(bytes));
      const columns = attributes.map(({id, componentType}) => readAttribute(draco, decoder, mesh, id, componentType));
      return {
        points: mesh.num_points(),
        faces: mesh.num_faces(),
        sizes: columns.map(({size}) => size),
        strides: columns.map(({stride}) => stride),
        buffers: [...columns.map(({buffer}) => buffer), readTriangles(draco, decoder, mesh)],
      };
    } finally {
      draco.destroy(mesh);
      draco.destroy(decoder);
    }
  };
}

function decodeMesh(draco: Draco, decoder: DracoDecoder, mesh: DracoMesh, bytes: Int8Array): void {
  if (decoder.GetEncodedGeometryType(bytes) !== draco.TRIANGULAR_MESH) throw new Error('they are no Draco mesh');
  const status = decoder.DecodeArrayToMesh(bytes, bytes.byteLength, mesh);
  if (!status.ok()) throw new Error(status.error_msg());
}

function readAttribute(
  draco: Draco,
  decoder: DracoDecoder,
  mesh: DracoMesh,
  id: number,
  componentType: ComponentType,
): {size: number; stride: number; buffer: ArrayBuffer} {
  const attribute = decoder.GetAttributeByUniqueId(mesh, id);
  const size = attribute.ptr === 0 ? 0 : attribute.num_components();
  if (size === 0) throw new Error(`they have no attribute ${id}`);
  const points = mesh.num_points();
  const tight = size * typeBytes[componentType];
  const values = copyOut(draco, points * tight, (length, place) => {
    if (!decoder.GetAttributeDataArrayForAllPoints(mesh, attribute, draco[typeNames[componentType]], length, place)) {
      throw new Error(`attribute ${id} is of another type`);
    }
  });
  // GPUs read vertices at multiples of four bytes.
  const stride = Math.ceil(tight / 4) * 4;
  if (stride === tight) return {size, stride, buffer: values.buffer};
  const padded = new Uint8Array(points * stride);
  for (let at = 0; at < points; at++) padded.set(values.subarray(at * tight, (at + 1) * tight), at * stride);
  return {size, stride, buffer: padded.buffer};
}

function readTriangles(draco: Draco, decoder: DracoDecoder, mesh: DracoMesh): ArrayBuffer {
  return copyOut(draco, mesh.num_faces() * 12, (length, place) => {
    decoder.GetTrianglesUInt32Array(mesh, length, place);
  }).buffer;
}

/** Has the decoder write into its memory, and copies that out of it. */
function copyOut(
  draco: Draco,
  length: number,
  write: (length: number, place: number) => void,
): Uint8Array<ArrayBuffer> {
  const place = draco._malloc(length);
  try {
    write(length, place);
    return new Uint8Array(draco.HEAPU8.buffer, place, length).slice();
  } finally {
    draco._free(place);
  }
}

serveDecoder(open);

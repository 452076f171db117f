import type {GLTF, JSONDocument} from '@gltf-transform/core';
import {ImageUtils} from '@gltf-transform/core';

/** A picture within a model. */
export interface TextureMeasure {
  readonly name: string;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Of graphics memory, smaller copies for the distance included. */
  readonly memoryBytes: number;
}

/** How large a model is. */
export interface ModelMeasure {
  readonly bytes: {
    readonly total: number;
    readonly geometry: number;
    readonly textures: number;
    readonly animations: number;
    readonly json: number;
  };
  readonly triangles: number;
  readonly textures: readonly TextureMeasure[];
}

/** Measures a sound model. */
export function measureModel({json, resources}: JSONDocument, totalBytes: number): ModelMeasure {
  const textures = (json.images ?? []).map((image, index) => measureImage(image, index, json, resources));
  const viewBytes = (views: ReadonlySet<number>) =>
    [...views].reduce((sum, view) => sum + packedBytes(json.bufferViews?.[view]), 0);
  return {
    bytes: {
      total: totalBytes,
      geometry: viewBytes(viewsOf(json, geometryAccessors(json))),
      textures: textures.reduce((sum, {bytes}) => sum + bytes, 0),
      animations: viewBytes(viewsOf(json, animationAccessors(json))),
      json: new TextEncoder().encode(JSON.stringify(json)).length,
    },
    triangles: (json.nodes ?? []).reduce((sum, {mesh}) => sum + trianglesOf(json, json.meshes?.[mesh ?? -1]), 0),
    textures,
  };
}

function geometryAccessors(json: GLTF.IGLTF): number[] {
  return (json.meshes ?? [])
    .flatMap(({primitives}) => primitives)
    .flatMap(({attributes, indices, targets = []}) => [
      ...Object.values(attributes),
      ...(indices === undefined ? [] : [indices]),
      ...targets.flatMap((target) => Object.values(target)),
    ]);
}

function animationAccessors(json: GLTF.IGLTF): number[] {
  return (json.animations ?? []).flatMap(({samplers}) => samplers).flatMap(({input, output}) => [input, output]);
}

function viewsOf(json: GLTF.IGLTF, accessors: readonly number[]): Set<number> {
  return new Set(accessors.flatMap((index) => json.accessors?.[index]?.bufferView ?? []));
}

/** As they lie in the file. */
function packedBytes(view: GLTF.IBufferView | undefined): number {
  for (const name of ['EXT_meshopt_compression', 'KHR_meshopt_compression']) {
    const packed = view?.extensions?.[name];
    if (typeof packed === 'object' && packed !== null && 'byteLength' in packed) return Number(packed.byteLength);
  }
  return view?.byteLength ?? 0;
}

function trianglesOf(json: GLTF.IGLTF, mesh: GLTF.IMesh | undefined): number {
  return (mesh?.primitives ?? []).reduce((sum, {attributes, indices, mode = 4}) => {
    const count = json.accessors?.[indices ?? attributes['POSITION'] ?? -1]?.count ?? 0;
    return sum + (mode === 4 ? Math.floor(count / 3) : mode > 4 ? Math.max(0, count - 2) : 0);
  }, 0);
}

function measureImage(
  {name = '', mimeType = '', bufferView, uri}: GLTF.IImage,
  index: number,
  json: GLTF.IGLTF,
  resources: JSONDocument['resources'],
): TextureMeasure {
  const bytes = uri === undefined ? viewBytesOf(json, resources, bufferView) : resources[uri];
  const type = mimeType || (bytes && ImageUtils.getMimeType(bytes)) || '';
  const [width, height] = (bytes && ImageUtils.getSize(bytes, type)) ?? [0, 0];
  // Four bytes a pixel, or one where the picture stays packed on the graphics card; a third more for smaller copies.
  const bytesPerPixel = type === 'image/ktx2' ? 1 : 4;
  return {
    name: name || `image ${index}`,
    mimeType: type,
    width,
    height,
    bytes: bytes?.length ?? 0,
    memoryBytes: Math.round((width * height * bytesPerPixel * 4) / 3),
  };
}

function viewBytesOf(json: GLTF.IGLTF, resources: JSONDocument['resources'], view: number | undefined) {
  const {buffer = -1, byteOffset = 0, byteLength = 0} = json.bufferViews?.[view ?? -1] ?? {};
  const uri = json.buffers?.[buffer]?.uri;
  // glTF Transform keeps the binary part of a .glb under this name.
  const source = resources[uri ?? '@glb.bin'];
  return source?.subarray(byteOffset, byteOffset + byteLength);
}

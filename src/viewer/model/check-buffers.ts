import type {GltfItem, GltfReader} from './gltf-reader.js';

const componentBytes: Readonly<Record<number, number>> = {5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4};
const typeSizes: Readonly<Record<string, number>> = {
  SCALAR: 1,
  VEC2: 2,
  VEC3: 3,
  VEC4: 4,
  MAT2: 4,
  MAT3: 9,
  MAT4: 16,
};

/** Checks that buffer views lie in their buffers and accessors in their buffer views. */
export function checkBuffers(gltf: GltfReader): void {
  const buffers = gltf.top('buffers');
  buffers.forEach((buffer, at) => gltf.count(buffer, 'byteLength', `/buffers/${at}`, {least: 1}));
  gltf.top('bufferViews').forEach((view, at) => checkView(gltf, view, `/bufferViews/${at}`));
  gltf.top('accessors').forEach((accessor, at) => checkAccessor(gltf, accessor, `/accessors/${at}`));
}

function checkView(gltf: GltfReader, view: GltfItem, place: string): void {
  const buffer = gltf.index(view['buffer'], 'buffers', `${place}/buffer`);
  if (buffer === null) gltf.fail(`${place}/buffer`, 'is missing');
  const offset = gltf.count(view, 'byteOffset', place, {fallback: 0});
  const length = gltf.count(view, 'byteLength', place, {least: 1});
  if (offset + length > Number(gltf.top('buffers')[buffer]?.['byteLength'])) {
    gltf.fail(place, `reaches beyond buffers/${buffer}`);
  }
  const stride = gltf.count(view, 'byteStride', place, {fallback: 0});
  if (stride % 4 !== 0 || stride > 252) gltf.fail(`${place}/byteStride`, 'is not a multiple of 4 up to 252');
}

function checkAccessor(gltf: GltfReader, accessor: GltfItem, place: string): void {
  const bytes = componentBytes[Number(accessor['componentType'])];
  if (bytes === undefined) return gltf.fail(`${place}/componentType`, 'is not one that glTF has');
  const size = typeSizes[String(accessor['type'])];
  if (size === undefined) return gltf.fail(`${place}/type`, 'is not one that glTF has');
  const count = gltf.count(accessor, 'count', place, {least: 1});
  checkRange(gltf, accessor, place, {bytes, elementBytes: bytes * size, count});
  const sparse = gltf.item(accessor, 'sparse', place);
  if (!sparse) return;
  const at = `${place}/sparse`;
  const sparseCount = gltf.count(sparse, 'count', at, {least: 1});
  if (sparseCount > count) gltf.fail(`${at}/count`, 'is more than the accessor has');
  const indices = gltf.item(sparse, 'indices', at) ?? gltf.fail(`${at}/indices`, 'is missing');
  const values = gltf.item(sparse, 'values', at) ?? gltf.fail(`${at}/values`, 'is missing');
  const indexBytes = componentBytes[Number(indices['componentType'])];
  if (indexBytes === undefined) return gltf.fail(`${at}/indices/componentType`, 'is not one that glTF has');
  const range = {bytes: indexBytes, elementBytes: indexBytes, count: sparseCount};
  checkRange(gltf, indices, `${at}/indices`, range, true);
  checkRange(gltf, values, `${at}/values`, {bytes, elementBytes: bytes * size, count: sparseCount}, true);
}

interface Range {
  readonly bytes: number;
  readonly elementBytes: number;
  readonly count: number;
}

function checkRange(
  gltf: GltfReader,
  owner: GltfItem,
  place: string,
  {bytes, elementBytes, count}: Range,
  isRequired = false,
): void {
  const view = gltf.index(owner['bufferView'], 'bufferViews', `${place}/bufferView`);
  const offset = gltf.count(owner, 'byteOffset', place, {fallback: 0});
  if (view === null) {
    if (isRequired) gltf.fail(`${place}/bufferView`, 'is missing');
    return;
  }
  const {byteLength, byteStride} = gltf.top('bufferViews')[view] ?? {};
  const stride = Number(byteStride ?? elementBytes);
  if (offset % bytes !== 0) gltf.fail(`${place}/byteOffset`, `is not a multiple of ${bytes}`);
  if (offset + stride * (count - 1) + elementBytes > Number(byteLength)) {
    gltf.fail(place, `reaches beyond bufferViews/${view}`);
  }
}

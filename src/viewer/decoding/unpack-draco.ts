import type {GltfItem} from '../model/gltf-reader.js';
import type {ComponentType, DracoResult} from './draco-decoder.js';
import {draco} from './decoders.js';
import {extensionOf, withoutExtension} from './unpacking.js';
import type {Unpacking} from './unpacking.js';

export const dracoName = 'KHR_draco_mesh_compression';

const componentsOf: Readonly<Record<string, number>> = {SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4};
/** More points than a 16-bit index can tell apart. */
const manyPoints = 65_536;

interface Packed {
  readonly primitive: GltfItem;
  readonly attributes: GltfItem;
  readonly extension: GltfItem;
  readonly place: string;
}

/**
 * Unpacks primitives that Draco has compressed. Where the file has the plain data, too, those are taken.
 *
 * @throws TwikError `model-invalid`, `decoder-missing`, `decoder-blocked`, `decoder-failed`.
 */
export async function unpackDraco(unpacking: Unpacking, signal?: AbortSignal): Promise<void> {
  const {gltf} = unpacking;
  const meshes = unpacking.list('meshes');
  const primitives = meshes.map((mesh, index) => gltf.list(mesh, 'primitives', `/meshes/${index}`));
  const packed = primitives.flatMap((list, mesh) =>
    list.flatMap((primitive, at) => {
      const here = `/meshes/${mesh}/primitives/${at}`;
      const extension = extensionOf(gltf, primitive, dracoName, here);
      if (!extension) return [];
      const attributes = gltf.item(primitive, 'attributes', here) ?? {};
      return [{primitive, attributes, extension, place: `${here}/extensions/${dracoName}`}];
    }),
  );
  if (packed.some((each) => isNeeded(unpacking, each))) await draco.prepare();
  const plain = new Map<GltfItem, GltfItem>();
  await Promise.all(
    packed.map(async (each) => {
      const {primitive} = each;
      const isPlain = !isNeeded(unpacking, each);
      plain.set(
        primitive,
        isPlain ? withoutExtension(primitive, dracoName) : await unpackPrimitive(unpacking, each, signal),
      );
    }),
  );
  primitives.forEach((list, index) => {
    meshes[index] = {...meshes[index], primitives: list.map((primitive) => plain.get(primitive) ?? primitive)};
  });
}

function isNeeded({gltf}: Unpacking, {attributes}: Packed): boolean {
  const accessors = gltf.top('accessors');
  return Object.values(attributes).some((accessor) => {
    const {bufferView, sparse} = accessors[Number(accessor)] ?? {};
    return bufferView === undefined && sparse === undefined;
  });
}

async function unpackPrimitive(unpacking: Unpacking, packed: Packed, signal?: AbortSignal): Promise<GltfItem> {
  const {gltf} = unpacking;
  const {primitive, attributes, extension, place} = packed;
  const view = gltf.index(extension['bufferView'], 'bufferViews', `${place}/bufferView`);
  if (view === null) return gltf.fail(`${place}/bufferView`, 'is missing');
  const {buffer, byteOffset = 0, byteLength} = gltf.top('bufferViews')[view] ?? {};
  const columns = readColumns(unpacking, packed);
  const bytes = unpacking.bytes(Number(buffer), Number(byteOffset), Number(byteLength), place);
  const result = await draco.run({bytes, attributes: columns}, signal).catch((error: unknown) => {
    throw unpacking.failure(draco.title, place, error);
  });
  const added = columns.map(({name, accessor}, at) => {
    const isAsSaid =
      Number(accessor['count']) === result.points && componentsOf[String(accessor['type'])] === result.sizes[at];
    if (!isAsSaid) gltf.fail(place, `holds another ${name} than the accessor of the mesh says`);
    const bufferView = addView(unpacking, result, at, {byteStride: result.strides[at], target: 34962});
    return [name, addAccessor(unpacking, {...accessor, bufferView, byteOffset: 0})] as const;
  });
  return {
    ...withoutExtension(primitive, dracoName),
    attributes: {...attributes, ...Object.fromEntries(added)},
    indices: addTriangles(unpacking, result),
    // Whatever they were before, Draco gives triangles.
    mode: 4,
  };
}

/** The attributes that are in the compressed data, with what the file says of them. */
function readColumns({gltf}: Unpacking, {attributes, extension, place}: Packed) {
  const ids = gltf.item(extension, 'attributes', place) ?? gltf.fail(`${place}/attributes`, 'is missing');
  return Object.keys(ids).map((name) => {
    const id = gltf.count(ids, name, `${place}/attributes`, {});
    const index = gltf.index(attributes[name], 'accessors', `${place}/attributes/${name}`);
    const accessor = index === null ? null : gltf.top('accessors')[index];
    if (!accessor) return gltf.fail(`${place}/attributes/${name}`, 'is no attribute of the mesh');
    const componentType = Number(accessor['componentType']);
    if (!isComponentType(componentType)) return gltf.fail(place, 'has a componentType that glTF does not have');
    return {name, id, accessor, componentType};
  });
}

function addTriangles(unpacking: Unpacking, result: DracoResult): number {
  const wide = new Uint32Array(result.buffers.at(-1) ?? new ArrayBuffer());
  const isWide = result.points > manyPoints;
  const bytes = isWide ? wide.buffer : Uint16Array.from(wide).buffer;
  const bufferView = unpacking.list('bufferViews').push({...unpacking.addBytes(bytes), target: 34963}) - 1;
  const componentType = isWide ? 5125 : 5123;
  return addAccessor(unpacking, {bufferView, componentType, count: wide.length, type: 'SCALAR'});
}

function addView(unpacking: Unpacking, result: DracoResult, at: number, rest: GltfItem): number {
  const bytes = result.buffers[at] ?? new ArrayBuffer();
  return unpacking.list('bufferViews').push({...unpacking.addBytes(bytes), ...rest}) - 1;
}

function addAccessor(unpacking: Unpacking, accessor: GltfItem): number {
  return unpacking.list('accessors').push(accessor) - 1;
}

function isComponentType(value: number): value is ComponentType {
  return [5120, 5121, 5122, 5123, 5125, 5126].includes(value);
}

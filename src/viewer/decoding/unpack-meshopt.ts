import type {GltfItem, GltfReader} from '../model/gltf-reader.js';
import {meshopt} from './decoders.js';
import {extensionOf, withoutExtension} from './unpacking.js';
import type {Unpacking} from './unpacking.js';

/** The same thing before and after it became a standard. */
export const meshoptNames = ['EXT_meshopt_compression', 'KHR_meshopt_compression'] as const;

/** Which lengths of an element the modes and filters take; others would make the decoder write beyond its memory. */
const modes: Readonly<Record<string, (stride: number) => boolean>> = {
  ATTRIBUTES: (stride) => stride % 4 === 0 && stride <= 256,
  TRIANGLES: (stride) => stride === 2 || stride === 4,
  INDICES: (stride) => stride === 2 || stride === 4,
};
const filters: Readonly<Record<string, (stride: number) => boolean>> = {
  NONE: () => true,
  OCTAHEDRAL: (stride) => stride === 4 || stride === 8,
  QUATERNION: (stride) => stride === 8,
  EXPONENTIAL: (stride) => stride % 4 === 0,
  COLOR: (stride) => stride === 4 || stride === 8,
};

/**
 * Unpacks buffer views that meshopt has compressed. Where the file has the plain data, too, those are taken.
 *
 * @throws TwikError `model-invalid`, `decoder-missing`, `decoder-blocked`, `decoder-failed`.
 */
export async function unpackMeshopt(unpacking: Unpacking, signal?: AbortSignal): Promise<void> {
  const {gltf} = unpacking;
  const views = unpacking.list('bufferViews');
  const packed = views.flatMap((view, index) => {
    const place = `/bufferViews/${index}`;
    for (const name of meshoptNames) {
      const extension = extensionOf(gltf, view, name, place);
      if (extension) return [{view, index, name, extension, place: `${place}/extensions/${name}`}];
    }
    return [];
  });
  const needed = packed.filter(({view}) => !unpacking.hasData(Number(view['buffer'])));
  if (needed.length > 0) await meshopt.prepare();
  for (const {view, index, name} of packed) views[index] = withoutExtension(view, name);
  await Promise.all(
    needed.map(async ({index, extension, place}) => {
      const job = readJob(unpacking, extension, place);
      if (job.count * job.stride < Number(views[index]?.['byteLength'])) {
        gltf.fail(`${place}/count`, 'is less than the buffer view has room for');
      }
      const {buffers} = await meshopt.run(job, signal).catch((error: unknown) => {
        throw unpacking.failure(meshopt.title, place, error);
      });
      const [bytes] = buffers;
      if (bytes) views[index] = {...views[index], ...unpacking.addBytes(bytes)};
    }),
  );
}

function readJob(unpacking: Unpacking, extension: GltfItem, place: string) {
  const {gltf} = unpacking;
  const buffer = gltf.index(extension['buffer'], 'buffers', `${place}/buffer`);
  if (buffer === null) return gltf.fail(`${place}/buffer`, 'is missing');
  const offset = gltf.count(extension, 'byteOffset', place, {fallback: 0});
  const length = gltf.count(extension, 'byteLength', place, {least: 1});
  const stride = gltf.count(extension, 'byteStride', place, {least: 1});
  const count = gltf.count(extension, 'count', place, {least: 1});
  const mode = readName(gltf, extension['mode'], modes, stride, `${place}/mode`);
  const filter = readName(gltf, extension['filter'] ?? 'NONE', filters, stride, `${place}/filter`);
  if (mode === 'TRIANGLES' && count % 3 !== 0) gltf.fail(`${place}/count`, 'is not a multiple of 3');
  return {bytes: unpacking.bytes(buffer, offset, length, place), stride, count, mode, filter};
}

function readName(
  gltf: GltfReader,
  value: unknown,
  known: Readonly<Record<string, (stride: number) => boolean>>,
  stride: number,
  place: string,
): string {
  if (typeof value !== 'string' || !Object.hasOwn(known, value)) {
    return gltf.fail(place, `is not one of ${Object.keys(known).join(', ')}`);
  }
  return known[value]?.(stride) ? value : gltf.fail(place, `is ${value}, which takes no elements of ${stride} bytes`);
}

import type {GltfReader} from '../model/gltf-reader.js';
import type {ModelFile} from '../model/model-file.js';
import {basisName, unpackBasis} from './unpack-basis.js';
import {dracoName, unpackDraco} from './unpack-draco.js';
import {meshoptNames, unpackMeshopt} from './unpack-meshopt.js';
import {Unpacking} from './unpacking.js';

/**
 * Makes a plain glTF file of a compressed one.
 *
 * @throws TwikError `decoder-missing` when a decoder is not served, `decoder-blocked` when the page forbids it,
 * `decoder-failed` when it cannot read the data, `model-invalid` when the file contradicts itself.
 */
export async function unpackModel(
  gltf: GltfReader,
  buffers: readonly (ArrayBuffer | null)[],
  signal?: AbortSignal,
): Promise<ModelFile> {
  const unpacking = new Unpacking(gltf, buffers);
  await unpackBasis(unpacking);
  // Draco's data may themselves be packed in a view.
  await unpackMeshopt(unpacking, signal);
  await unpackDraco(unpacking, signal);
  return unpacking.finish(new Set([...meshoptNames, dracoName, basisName]));
}

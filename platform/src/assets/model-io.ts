import {Logger, NodeIO} from '@gltf-transform/core';
import {ALL_EXTENSIONS} from '@gltf-transform/extensions';
import {MeshoptDecoder, MeshoptEncoder} from 'meshoptimizer';

/** Reads and writes glTF with every extension that glTF Transform knows and meshopt's codec. */
export async function createModelIo(): Promise<NodeIO> {
  await Promise.all([MeshoptDecoder.ready, MeshoptEncoder.ready]);
  return new NodeIO()
    .setLogger(new Logger(Logger.Verbosity.SILENT))
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({'meshopt.decoder': MeshoptDecoder, 'meshopt.encoder': MeshoptEncoder});
}

/** The extensions that survive being read and written. */
export const writableExtensions: ReadonlySet<string> = new Set(
  ALL_EXTENSIONS.map(({EXTENSION_NAME}) => EXTENSION_NAME).filter((name) => name !== 'KHR_draco_mesh_compression'),
);

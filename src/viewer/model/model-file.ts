import {checkBuffers} from './check-buffers.js';
import {checkExtensions, isPacked} from './check-extensions.js';
import {checkScene} from './check-scene.js';
import {fetchBytes} from './fetch-bytes.js';
import {GltfReader} from './gltf-reader.js';
import type {GltfItem} from './gltf-reader.js';
import {loadDecoding} from './load-decoding.js';
import {readContainer} from './read-container.js';

/** A glTF file as it came over the network, checked and unpacked. Never changed, so that stages can share it. */
export interface ModelFile {
  readonly url: string;
  readonly json: GltfItem;
  /** By their index; `null` for one that is there for other programs and empty. */
  readonly buffers: readonly (ArrayBuffer | null)[];
}

export interface FetchModelOptions {
  readonly signal?: AbortSignal;
  /** How much is here, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Fetches a model with its buffers and checks it, so that what is wrong with it is said in words about the file.
 *
 * @throws TwikError `model-not-found`, `model-unreachable`, `model-not-gltf`, `model-truncated`, `model-invalid`,
 * `extension-unsupported`, `decoder-missing`, `decoder-blocked`, `decoder-failed`.
 */
export async function fetchModel(url: string, {signal, onProgress}: FetchModelOptions): Promise<ModelFile> {
  const {bytes, type} = await fetchBytes(url, {
    kind: 'model',
    signal,
    // Without a known length the bar nears its end ever more slowly: half is reached at 2 MB.
    onProgress: (loaded, total) =>
      onProgress?.(total > 0 ? Math.min(1, loaded / total) : loaded / (loaded + 2_000_000)),
  });
  const {json, binary} = readContainer(bytes, url, type);
  const gltf = checkModel(json, url);
  const buffers = await Promise.all(
    gltf.top('buffers').map((buffer, index) => fetchBuffer(gltf, buffer, index, binary, signal)),
  );
  const file = isPacked(gltf)
    ? await (await loadDecoding()).unpackModel(gltf, buffers, signal)
    : {url, json: gltf.root, buffers};
  onProgress?.(1);
  return file;
}

/**
 * Checks the JSON of a glTF file.
 *
 * @throws TwikError `model-invalid`, `extension-unsupported`.
 */
export function checkModel(json: unknown, url: string): GltfReader {
  const gltf: GltfReader = new GltfReader(json, url);
  const version = gltf.item(gltf.root, 'asset', '')?.['version'];
  if (typeof version !== 'string') gltf.fail('/asset/version', 'is missing');
  if (!/^2\.\d+$/.test(version)) gltf.fail('/asset/version', `is "${version.slice(0, 16)}", and Twik reads 2.0`);
  checkExtensions(gltf);
  checkBuffers(gltf);
  checkScene(gltf);
  return gltf;
}

async function fetchBuffer(
  gltf: GltfReader,
  buffer: GltfItem,
  index: number,
  binary: ArrayBuffer | null,
  signal: AbortSignal | undefined,
): Promise<ArrayBuffer | null> {
  const {uri, byteLength} = buffer;
  const bytes = typeof uri === 'string' ? await fetchUri(gltf, uri, signal) : index === 0 ? binary : null;
  if (bytes === null) {
    const isFallback = JSON.stringify(buffer['extensions'] ?? '').includes('"fallback":true');
    return isFallback ? null : gltf.fail(`/buffers/${index}`, 'has no data');
  }
  if (bytes.byteLength < Number(byteLength)) {
    gltf.fail(`/buffers/${index}`, `has ${bytes.byteLength} bytes of ${String(byteLength)}`);
  }
  return bytes;
}

async function fetchUri(gltf: GltfReader, uri: string, signal: AbortSignal | undefined): Promise<ArrayBuffer> {
  const url = resolveUri(uri, gltf.url);
  if (url === null) return gltf.fail('/buffers', `has the address "${uri.slice(0, 80)}", which is none`);
  return (await fetchBytes(url, {kind: 'model', signal})).bytes;
}

/** The absolute address of a file that a model names, or `null` when that is no address. */
export function resolveUri(uri: string, base: string): string | null {
  try {
    return new URL(uri, base).href;
  } catch {
    // A relative address below a data: or blob: URL leads nowhere.
    return null;
  }
}

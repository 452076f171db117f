import type {Texture} from 'three';
import type {GLTFLoaderPlugin, GLTFParser} from 'three/addons/loaders/GLTFLoader.js';
import {TwikError} from '../../core/error.js';
import {fetchBytes} from './fetch-bytes.js';
import {isItem} from './gltf-reader.js';
import type {GltfItem} from './gltf-reader.js';
import {loadImage} from './load-image.js';
import type {ImageFile, LoadImageOptions} from './load-image.js';
import {resolveUri} from './model-file.js';
import type {ModelFile} from './model-file.js';

/** Who wants to know how the parse goes, and shows what comes of it. */
export interface ParseWatcher extends LoadImageOptions {
  onIssue(error: TwikError): void;
  /** Something has come. */
  onSign(): void;
}

/** Makes three's parser take buffers and pictures from a file that is in memory, by way of Twik's own loading. */
export function useModelFile(parser: GLTFParser, file: ModelFile, watcher: ParseWatcher): GLTFLoaderPlugin {
  const images = new Map<number, Promise<Texture>>();

  parser.loadBuffer = (index) => {
    const buffer = file.buffers[index];
    if (buffer) return Promise.resolve(buffer);
    const message = `Buffer ${index} of ${file.url} has no data. Export the model again.`;
    return Promise.reject(new TwikError('model-invalid', message));
  };

  parser.loadImageSource = async (index) => {
    const known = images.get(index);
    if (known) return (await known).clone();
    const texture = loadSource(parser, file, index, watcher).finally(() => {
      watcher.onSign();
    });
    images.set(index, texture);
    // three goes on without the picture, which is right, but tells only the console.
    texture.catch((error: unknown) => {
      if (error instanceof TwikError) watcher.onIssue(error);
    });
    return texture;
  };

  return {name: 'TWIK_model_file'};
}

async function loadSource(
  parser: GLTFParser,
  file: ModelFile,
  index: number,
  options: LoadImageOptions,
): Promise<Texture> {
  const images: unknown = parser.json.images;
  const image: unknown = Array.isArray(images) ? images[index] : null;
  if (!isItem(image)) throw new TwikError('texture-invalid', `Image ${index} of ${file.url} does not exist.`);
  const name = typeof image['name'] === 'string' ? `"${image['name']}"` : String(index);
  const source = await sourceOf(parser, file, image, options.signal);
  const texture = await loadImage({...source, name: `${name} of ${file.url}`}, options);
  texture.userData = {mimeType: image['mimeType']};
  return texture;
}

async function sourceOf(
  parser: GLTFParser,
  file: ModelFile,
  image: GltfItem,
  signal: AbortSignal | undefined,
): Promise<Omit<ImageFile, 'name'>> {
  const {bufferView, uri, mimeType} = image;
  const type = typeof mimeType === 'string' ? mimeType : '';
  if (typeof bufferView === 'number') {
    const bytes: unknown = await parser.getDependency('bufferView', bufferView);
    if (bytes instanceof ArrayBuffer) return {bytes, type};
  }
  const url = resolveUri(String(uri), file.url);
  if (url === null) {
    throw new TwikError('texture-not-found', `"${String(uri).slice(0, 80)}" in ${file.url} is not an address.`);
  }
  const fetched = await fetchBytes(url, {kind: 'texture', signal});
  return {bytes: fetched.bytes, type: type || fetched.type};
}

import {LinearMipmapLinearFilter, NoColorSpace, RepeatWrapping, SRGBColorSpace} from 'three';
import type {Texture} from 'three';
import {fetchBytes} from './model/fetch-bytes.js';
import {loadImage} from './model/load-image.js';
import {resolveSource} from './stage-models.js';

/**
 * Fetches a picture as a texture set up as glTF has them.
 *
 * @throws TwikError `texture-not-found`, `texture-unreachable`, `texture-truncated`, `texture-invalid`.
 */
export async function loadTexture(src: string, baseUrl: string, {srgb}: {readonly srgb: boolean}): Promise<Texture> {
  const url = resolveSource(src, baseUrl);
  const {bytes, type} = await fetchBytes(url, {kind: 'texture'});
  const texture = await loadImage(new Blob([bytes], {type}), url);
  texture.colorSpace = srgb ? SRGBColorSpace : NoColorSpace;
  texture.wrapS = RepeatWrapping;
  texture.wrapT = RepeatWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.name = src;
  return texture;
}

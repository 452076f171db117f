import {LinearMipmapLinearFilter, NoColorSpace, RepeatWrapping, SRGBColorSpace} from 'three';
import type {Texture} from 'three';
import {fetchBytes} from './model/fetch-bytes.js';
import {loadImage} from './model/load-image.js';
import type {HasExtension} from './model/load-image.js';
import {resolveSource} from './stage-models.js';

export interface LoadTextureOptions {
  /** Whether its texels are colours and not data. */
  readonly srgb: boolean;
  readonly hasExtension: HasExtension;
}

/**
 * Fetches a picture as a texture set up as glTF has them.
 *
 * @throws TwikError `texture-not-found`, `texture-unreachable`, `texture-truncated`, `texture-invalid`, and for
 * KTX2 `decoder-missing`, `decoder-blocked`, `decoder-failed`.
 */
export async function loadTexture(
  src: string,
  baseUrl: string,
  {srgb, hasExtension}: LoadTextureOptions,
): Promise<Texture> {
  const url = resolveSource(src, baseUrl);
  const {bytes, type} = await fetchBytes(url, {kind: 'texture'});
  const texture = await loadImage({bytes, type, name: url}, {hasExtension});
  texture.colorSpace = srgb ? SRGBColorSpace : NoColorSpace;
  texture.wrapS = RepeatWrapping;
  texture.wrapT = RepeatWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.name = src;
  return texture;
}

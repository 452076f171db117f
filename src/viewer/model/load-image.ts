import {Texture} from 'three';
import {TwikError} from '../../core/error.js';
import {largestSide, thisDevice} from '../rendering/largest-side.js';
import {loadDecoding} from './load-decoding.js';

/** As glTF has its pictures: rows from the top, colours as they are, colour not multiplied by alpha. */
const bitmapOptions: ImageBitmapOptions = {
  imageOrientation: 'none',
  premultiplyAlpha: 'none',
  colorSpaceConversion: 'none',
};

/** A picture as it came over the network. */
export interface ImageFile {
  readonly bytes: ArrayBuffer;
  /** Its `Content-Type`, or `''`. */
  readonly type: string;
  /** Names it in sentences. */
  readonly name: string;
}

/** Whether the context that is to show a texture has an extension of WebGL. */
export type HasExtension = (name: string) => boolean;

export interface LoadImageOptions {
  readonly hasExtension: HasExtension;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Decodes a picture off the main thread, into a texture of which nothing but the image is set.
 *
 * @throws TwikError `texture-invalid`, and for KTX2 `decoder-missing`, `decoder-blocked`, `decoder-failed`.
 */
export async function loadImage({bytes, type, name}: ImageFile, options: LoadImageOptions): Promise<Texture> {
  const limit = largestSide(thisDevice());
  if (isKtx2(bytes)) return (await loadDecoding()).loadKtx2(bytes, {name, largestSide: limit, ...options});
  try {
    const bitmap = await shrink(await createImageBitmap(new Blob([bytes], {type}), bitmapOptions), limit);
    const texture = new Texture(bitmap);
    texture.flipY = false;
    texture.needsUpdate = true;
    return texture;
  } catch (cause) {
    const kind = type ? ` (${type})` : '';
    throw new TwikError(
      'texture-invalid',
      `The picture ${name}${kind} cannot be decoded. Export it as PNG, JPEG or WebP.`,
      {cause},
    );
  }
}

/** By how it begins: hosts and exporters often do not say. */
function isKtx2(bytes: ArrayBuffer): boolean {
  return bytes.byteLength > 7 && new DataView(bytes).getBigUint64(0) === 0xab_4b_54_58_20_32_30_bbn;
}

async function shrink(bitmap: ImageBitmap, limit: number): Promise<ImageBitmap> {
  const scale = limit / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1) return bitmap;
  const smaller = await createImageBitmap(bitmap, {
    ...bitmapOptions,
    resizeWidth: Math.max(1, Math.round(bitmap.width * scale)),
    resizeHeight: Math.max(1, Math.round(bitmap.height * scale)),
    resizeQuality: 'high',
  });
  bitmap.close();
  return smaller;
}

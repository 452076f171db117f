import {Texture} from 'three';
import {TwikError} from '../../core/error.js';

/** Longer sides are scaled down to this: four times the memory is all that more would show on a page. */
const largestSide = 2048;

/** As glTF has its pictures: rows from the top, colours as they are, colour not multiplied by alpha. */
const options: ImageBitmapOptions = {imageOrientation: 'none', premultiplyAlpha: 'none', colorSpaceConversion: 'none'};

/**
 * Decodes a picture off the main thread, into a texture of which nothing but the image is set.
 *
 * @throws TwikError `texture-invalid`.
 */
export async function loadImage(blob: Blob, name: string): Promise<Texture> {
  try {
    const bitmap = await shrink(await createImageBitmap(blob, options));
    const texture = new Texture(bitmap);
    texture.flipY = false;
    texture.needsUpdate = true;
    return texture;
  } catch (cause) {
    const type = blob.type ? ` (${blob.type})` : '';
    throw new TwikError(
      'texture-invalid',
      `The picture ${name}${type} cannot be decoded. Export it as PNG, JPEG or WebP.`,
      {cause},
    );
  }
}

async function shrink(bitmap: ImageBitmap): Promise<ImageBitmap> {
  const scale = largestSide / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1) return bitmap;
  const smaller = await createImageBitmap(bitmap, {
    ...options,
    resizeWidth: Math.max(1, Math.round(bitmap.width * scale)),
    resizeHeight: Math.max(1, Math.round(bitmap.height * scale)),
    resizeQuality: 'high',
  });
  bitmap.close();
  return smaller;
}

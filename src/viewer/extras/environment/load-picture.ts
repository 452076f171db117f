import {
  DataTexture,
  EquirectangularReflectionMapping,
  HalfFloatType,
  LinearFilter,
  LinearSRGBColorSpace,
  RGBAFormat,
  SRGBColorSpace,
  Texture,
} from 'three';
import {TwikError} from '../../../core/error.js';
import {isAbort} from '../../model/fetch-bytes.js';
import {isHdr, readHdr} from './read-hdr.js';

/**
 * Fetches a picture of all that is around: equirectangular, as Radiance (.hdr) or as what the browser decodes.
 *
 * @param largestWidth A wider picture is scaled down.
 * @throws TwikError `environment-unreachable`, `environment-invalid`; an `AbortError` when `signal` says so.
 */
export async function loadPicture(url: string, largestWidth: number, signal: AbortSignal): Promise<Texture> {
  const bytes = await fetchPicture(url, signal);
  const texture = await decode(bytes, largestWidth).catch((cause: unknown) => {
    const reason = cause instanceof RangeError ? ` (${cause.message})` : '';
    throw new TwikError(
      'environment-invalid',
      `The light ${url} cannot be read${reason}. Save it as an equirectangular .hdr, JPEG, PNG or WebP picture.`,
      {cause},
    );
  });
  if (signal.aborted) disposePicture(texture);
  signal.throwIfAborted();
  texture.mapping = EquirectangularReflectionMapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.generateMipmaps = false;
  texture.needsUpdate = true;
  texture.name = url;
  return texture;
}

/** Frees a picture, the decoded image too. */
export function disposePicture(texture: Texture): void {
  texture.dispose();
  if (texture.image instanceof ImageBitmap) texture.image.close();
}

async function fetchPicture(url: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, {signal});
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new TwikError(
      'environment-unreachable',
      `The host answered ${url} with status ${response.status}. Check the address of the light, and that the file is public.`,
    );
  } catch (cause) {
    if (isAbort(cause) || cause instanceof TwikError) throw cause;
    const cure = navigator.onLine
      ? "Check the connection, that the host sends Access-Control-Allow-Origin, and connect-src in the page's content security policy."
      : 'This device is offline. Ask for it again when it is back.';
    throw new TwikError('environment-unreachable', `The light ${url} could not be fetched. ${cure}`, {cause});
  }
}

async function decode(bytes: Uint8Array<ArrayBuffer>, largestWidth: number): Promise<Texture> {
  if (isHdr(bytes)) {
    const {width, height, data} = readHdr(bytes, largestWidth);
    const texture = new DataTexture(data, width, height, RGBAFormat, HalfFloatType);
    texture.colorSpace = LinearSRGBColorSpace;
    texture.flipY = true;
    return texture;
  }
  const whole = await createImageBitmap(new Blob([bytes]), bitmapOptions);
  const scale = Math.min(1, largestWidth / whole.width);
  const [resizeWidth, resizeHeight] = [whole.width, whole.height].map((side) => Math.max(1, Math.round(side * scale)));
  const image =
    scale === 1 ? whole : await createImageBitmap(whole, {...bitmapOptions, imageOrientation: 'none', ...sizeOf()});
  if (image !== whole) whole.close();
  const texture = new Texture(image);
  texture.colorSpace = SRGBColorSpace;
  // A bitmap is turned when it is decoded or never.
  texture.flipY = false;
  return texture;

  function sizeOf(): ImageBitmapOptions {
    return {resizeWidth: resizeWidth ?? 1, resizeHeight: resizeHeight ?? 1, resizeQuality: 'high'};
  }
}

const bitmapOptions: ImageBitmapOptions = {
  imageOrientation: 'flipY',
  premultiplyAlpha: 'none',
  colorSpaceConversion: 'none',
};

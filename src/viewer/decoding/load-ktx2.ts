import {
  CompressedTexture,
  DataTexture,
  LinearFilter,
  RGBAFormat,
  RGBA_ASTC_4x4_Format,
  RGBA_BPTC_Format,
  RGBA_ETC2_EAC_Format,
  RGBA_S3TC_DXT1_Format,
  RGBA_S3TC_DXT5_Format,
  RGB_ETC2_Format,
} from 'three';
import type {Texture} from 'three';
import {TwikError} from '../../core/error.js';
import {problemOfKtx2} from './check-ktx2.js';
import {isAboutData} from './decoder-pool.js';
import {reasonOf} from './decoder-protocol.js';
import {basis} from './decoders.js';
import type {Ktx2Target, TextureSupport} from './ktx2-target.js';

const formats = {
  etc1: RGB_ETC2_Format,
  etc2: RGBA_ETC2_EAC_Format,
  bc1: RGBA_S3TC_DXT1_Format,
  bc3: RGBA_S3TC_DXT5_Format,
  bc7: RGBA_BPTC_Format,
  astc: RGBA_ASTC_4x4_Format,
} as const satisfies Record<Exclude<Ktx2Target, 'rgba'>, unknown>;

interface Level {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export interface LoadKtx2Options {
  /** Names the picture in sentences. */
  readonly name: string;
  /** Levels with longer sides are left out, if there are smaller ones. */
  readonly largestSide: number;
  /** Whether the context that is to show the texture has an extension of WebGL. */
  readonly hasExtension: (name: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes a texture of a KTX2 file in the best form that the GPU reads, with the levels the file has.
 *
 * @throws TwikError `decoder-missing`, `decoder-blocked`, `decoder-failed`.
 */
export async function loadKtx2(
  bytes: ArrayBuffer,
  {name, largestSide, hasExtension, signal}: LoadKtx2Options,
): Promise<Texture> {
  const problem = problemOfKtx2(bytes);
  if (problem) throw broken(name, problem);
  // The decoder keeps what it is given, and others may want the file.
  const job = {bytes: bytes.slice(), support: supportOf(hasExtension), largestSide};
  const {target, sizes, buffers} = await basis.run(job, signal).catch((cause: unknown) => {
    throw isAboutData(cause) ? broken(name, reasonOf(cause), cause) : cause;
  });
  const levels = sizes.flatMap((size, at) => {
    const level = buffers[at];
    return level ? [{...size, data: new Uint8Array(level)}] : [];
  });
  const texture = textureOf(target, levels);
  texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}

function textureOf(target: Ktx2Target, levels: Level[]): Texture {
  const {data = null, width = 1, height = 1} = levels[0] ?? {};
  if (target !== 'rgba') return new CompressedTexture(levels, width, height, formats[target]);
  const texture = new DataTexture(data, width, height, RGBAFormat);
  // Of plain pixels the GPU can make the levels that a file lacks.
  if (levels.length > 1) texture.mipmaps = levels;
  else texture.generateMipmaps = true;
  return texture;
}

function supportOf(has: (extension: string) => boolean): TextureSupport {
  return {
    bc7: has('EXT_texture_compression_bptc'),
    // Without the second there is no BC texture of sRGB colours.
    bc: has('WEBGL_compressed_texture_s3tc') && has('WEBGL_compressed_texture_s3tc_srgb'),
    astc: has('WEBGL_compressed_texture_astc'),
    etc: has('WEBGL_compressed_texture_etc'),
  };
}

function broken(name: string, reason: string, cause?: unknown): TwikError {
  const message = `The picture ${name} is KTX2 and cannot be unpacked (${reason}). Export it again, or as WebP, JPEG or PNG.`;
  return new TwikError('decoder-failed', message, cause ? {cause} : {});
}

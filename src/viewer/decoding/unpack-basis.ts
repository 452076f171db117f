import {basis} from './decoders.js';
import {extensionOf, withoutExtension} from './unpacking.js';
import type {Unpacking} from './unpacking.js';

export const basisName = 'KHR_texture_basisu';

/**
 * Makes textures name their KTX2 pictures as any other, which loading a picture tells apart. Where the file has a plain
 * picture, too, that is taken.
 *
 * @throws TwikError `model-invalid`, `decoder-missing`, `decoder-blocked`.
 */
export async function unpackBasis(unpacking: Unpacking): Promise<void> {
  const {gltf} = unpacking;
  const textures = unpacking.list('textures');
  const packed = textures.flatMap((texture, index) => {
    const extension = extensionOf(gltf, texture, basisName, `/textures/${index}`);
    return extension ? [{texture, index, extension}] : [];
  });
  for (const {texture, index, extension} of packed) {
    textures[index] = {source: extension['source'], ...withoutExtension(texture, basisName)};
  }
  const isNeeded = packed.some(({texture}) => texture['source'] === undefined);
  // Here a decoder that cannot be had stops the load; later it would only be a picture that is missing.
  if (isNeeded) await basis.prepare();
}

import type {Document, Texture} from '@gltf-transform/core';
import {EXTTextureWebP, KHRTextureBasisu} from '@gltf-transform/extensions';
import sharp from 'sharp';
import {encodeKtx2} from './encode-ktx2.js';
import type {OptimizeSettings, Workplace} from './optimize-settings.js';
import {useOf, type TextureUse} from './texture-use.js';

/** Compressed well enough already: doing it again would only lose. */
const modern: ReadonlySet<string> = new Set(['image/webp', 'image/avif']);

/** Makes the pictures of a model smaller, each in its place and under its name. */
export async function compressTextures(
  document: Document,
  settings: OptimizeSettings,
  {signal, progress}: Workplace,
): Promise<void> {
  const textures = document.getRoot().listTextures();
  for (const [index, texture] of textures.entries()) {
    signal.throwIfAborted();
    progress(`  picture ${index + 1} of ${textures.length}: ${texture.getName() || 'unnamed'}`);
    await compressTexture(document, texture, settings, signal);
  }
  declareFormats(document);
}

async function compressTexture(document: Document, texture: Texture, settings: OptimizeSettings, signal: AbortSignal) {
  const bytes = texture.getImage();
  const size = texture.getSize();
  const type = texture.getMimeType();
  if (!bytes || !size || type === 'image/ktx2') return;
  const isTooLarge = Math.max(...size) > settings.textureSize;
  const use = useOf(document, texture);
  if (settings.textureFormat === 'ktx2') {
    texture.setImage(await encodeKtx2(await rawPicture(bytes, settings.textureSize), use, settings.quality, signal));
    texture.setMimeType('image/ktx2');
    return;
  }
  if (modern.has(type) && !isTooLarge) return;
  const packed = await encodeWebp(bytes, use, settings);
  // A picture of few pixels may be smaller as it is.
  if (packed.length >= bytes.length && !isTooLarge) return;
  texture.setImage(packed);
  texture.setMimeType('image/webp');
}

async function encodeWebp(bytes: Uint8Array, use: TextureUse, {textureSize, quality}: OptimizeSettings) {
  const picture = sharp(bytes).resize({
    width: textureSize,
    height: textureSize,
    fit: 'inside',
    withoutEnlargement: true,
  });
  if (!use.hasAlpha) picture.removeAlpha();
  // Colours under full transparency still bleed into their neighbours when the picture is drawn smaller.
  const shared = {effort: 6, exact: use.hasAlpha, smartSubsample: true};
  switch (use.kind) {
    case 'colour':
      return new Uint8Array(await picture.webp({...shared, quality, alphaQuality: 90}).toBuffer());
    case 'data':
      return new Uint8Array(
        await picture.webp({...shared, quality: Math.max(quality, 90), alphaQuality: 95}).toBuffer(),
      );
    case 'normal':
      // Lossy WebP halves the resolution of what it takes for colour. Of a woven normal map that left directions 9° off
      // in the mean at any quality; this leaves them 0.8° off.
      return new Uint8Array(await picture.webp({...shared, nearLossless: true, quality: 60}).toBuffer());
  }
}

/** Packed pictures lie in blocks of four by four pixels. */
async function rawPicture(bytes: Uint8Array, textureSize: number) {
  const {width, height} = await sharp(bytes).metadata();
  const scale = Math.min(1, textureSize / Math.max(width, height));
  const inBlocks = (side: number) => Math.max(4, Math.round((side * scale) / 4) * 4);
  const {data, info} = await sharp(bytes)
    .resize({width: inBlocks(width), height: inBlocks(height), fit: 'fill'})
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true});
  return {width: info.width, height: info.height, pixels: new Uint8Array(data)};
}

function declareFormats(document: Document): void {
  const types = new Set(
    document
      .getRoot()
      .listTextures()
      .map((texture) => texture.getMimeType()),
  );
  if (types.has('image/webp')) document.createExtension(EXTTextureWebP).setRequired(true);
  if (types.has('image/ktx2')) document.createExtension(KHRTextureBasisu).setRequired(true);
}

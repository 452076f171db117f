/** What a texture is transcoded to, and the number the Basis transcoder has for it. */
export const transcoderFormats = {
  etc1: 0,
  etc2: 1,
  bc1: 2,
  bc3: 3,
  bc7: 7,
  astc: 10,
  rgba: 13,
} as const;

export type Ktx2Target = keyof typeof transcoderFormats;

/** Compressed textures that a GPU reads as they are. */
export interface TextureSupport {
  readonly bc7: boolean;
  /** BC1 and BC3. */
  readonly bc: boolean;
  readonly astc: boolean;
  /** ETC1 and ETC2. */
  readonly etc: boolean;
}

/** What decides the best form of a texture. */
export interface Ktx2Traits {
  readonly isUastc: boolean;
  readonly hasAlpha: boolean;
  readonly width: number;
  readonly height: number;
}

/** The best form of a texture that a GPU can read; plain pixels where it can read none. */
export function chooseTarget(support: TextureSupport, {isUastc, hasAlpha, width, height}: Ktx2Traits): Ktx2Target {
  // WebGL takes BC textures in whole blocks only.
  const isWhole = width % 4 === 0 && height % 4 === 0;
  // First, as GPUs with BC are those of desktops, whose drivers often only pretend to have the others.
  if (support.bc7 && isWhole) return 'bc7';
  if (support.astc && isUastc) return 'astc';
  if (support.etc) return hasAlpha ? 'etc2' : 'etc1';
  if (support.bc && isWhole) return hasAlpha ? 'bc3' : 'bc1';
  return 'rgba';
}

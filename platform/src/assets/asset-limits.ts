/** What a phone of today bears, and what a product that people hold can be. */
export const assetLimits = {
  /** Of graphics memory for all pictures of a product; browsers on phones end pages that take much more. */
  textureMemoryBytes: 128 * 2 ** 20,
  /** The longest side of a picture, in pixels. */
  textureSide: 2048,
  /** Of all models of a product. */
  triangles: 300_000,
  /** The longest side of a model, in metres. Outside, the file is most likely in other units. */
  sizeM: [0.002, 60],
} as const;

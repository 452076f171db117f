import {
  CubeReflectionMapping,
  CubeTexture,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  LinearSRGBColorSpace,
  RGBFormat,
  UnsignedInt5999Type,
} from 'three';
import type {CubeData} from './cube-data.js';

/**
 * Makes a texture that three takes for the result of its own PMREM, so that it filters nothing at run time. How three
 * reads it may change with its version: `test/viewer/environment/` compares pictures lit by both.
 */
export function createPmremTexture({size, levels}: CubeData): CubeTexture {
  const faces = levels.map((words, level) => splitFaces(words, size >> level));
  const [base = []] = faces;
  const texture = new CubeTexture(base, CubeReflectionMapping);
  texture.format = RGBFormat;
  texture.type = UnsignedInt5999Type;
  texture.colorSpace = LinearSRGBColorSpace;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = false;
  texture.flipY = false;
  texture.isRenderTargetTexture = true;
  texture.isPMREMTexture = true;
  // three takes the size of level 0 from the first entry here, which for an uncompressed cube holds level 1, and the
  // last level it samples from their number: so the first claims to be larger, and an empty level comes last.
  const mipmaps: object[] = faces.slice(1).map((list, index) => ({width: size >> index, image: list}));
  const last = Math.max(1, size >> levels.length);
  mipmaps.push({width: last, image: splitFaces(new Uint32Array(6 * last * last), last)});
  Object.assign(texture, {mipmaps});
  texture.needsUpdate = true;
  texture.name = 'neutral';
  return texture;
}

function splitFaces(words: Uint32Array<ArrayBuffer>, width: number): DataTexture[] {
  return Array.from({length: 6}, (_, face) => {
    const data = words.subarray(face * width * width, (face + 1) * width * width);
    return new DataTexture(data, width, width, RGBFormat, UnsignedInt5999Type);
  });
}

import type {WebGLCubeRenderTarget, WebGLRenderer} from 'three';
import type {CubeData} from '../../src/viewer/environment/cube-data.js';

interface Face {
  readonly width: number;
  /** RGBA, linear. */
  readonly pixels: Float32Array;
}

/**
 * Reads a cube that three has filtered and packs `levelCount` levels from `size` texels down as RGB9E5. three samples a
 * level by roughness and the number of levels, so with fewer of them each stands for a blend of those that were.
 */
export function bakeCube(
  renderer: WebGLRenderer,
  target: WebGLCubeRenderTarget,
  {size, levelCount}: {size: number; levelCount: number},
): CubeData {
  const read = faceReader(renderer, target);
  const lastSource = target.texture.mipmaps.length - 1;
  const levels = Array.from({length: levelCount}, (_, level) => {
    const width = size >> level;
    const source = (lastSource * level) / (levelCount - 1);
    const words: number[] = [];
    for (let face = 0; face < 6; face++) {
      const below = shrink(read(face, Math.floor(source)), width);
      const above = shrink(read(face, Math.ceil(source)), width);
      const share = source - Math.floor(source);
      const mixed = below.pixels.map((value, index) => value * (1 - share) + (above.pixels[index] ?? 0) * share);
      for (let at = 0; at < mixed.length; at += 4) {
        words.push(packRgb9e5(mixed[at] ?? 0, mixed[at + 1] ?? 0, mixed[at + 2] ?? 0));
      }
    }
    return Uint32Array.from(words);
  });
  return {size, levels};
}

function faceReader(renderer: WebGLRenderer, target: WebGLCubeRenderTarget): (face: number, level: number) => Face {
  const gl = renderer.getContext();
  const {__webglTexture: texture} = renderer.properties.get(target.texture) as {__webglTexture: WebGLTexture};
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  return (face, level) => {
    const width = target.width >> level;
    const pixels = new Float32Array(width * width * 4);
    const side = gl.TEXTURE_CUBE_MAP_POSITIVE_X + face;
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, side, texture, level);
    gl.readPixels(0, 0, width, width, gl.RGBA, gl.FLOAT, pixels);
    return {width, pixels};
  };
}

/** The means of squares of texels. */
function shrink({width, pixels}: Face, target: number): Face {
  const scale = width / target;
  const result = new Float32Array(target * target * 4);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const to = (Math.floor(y / scale) * target + Math.floor(x / scale)) * 4;
      for (let channel = 0; channel < 4; channel++) {
        result[to + channel] = (result[to + channel] ?? 0) + (pixels[(y * width + x) * 4 + channel] ?? 0) / scale ** 2;
      }
    }
  }
  return {width: target, pixels: result};
}

/** Three nine-bit mantissas with one five-bit exponent, as OpenGL's RGB9_E5. */
function packRgb9e5(red: number, green: number, blue: number): number {
  const largest = Math.max(red, green, blue, 2 ** -15);
  let exponent = Math.max(0, Math.floor(Math.log2(largest)) + 16);
  let step = 2 ** (exponent - 24);
  if (Math.round(largest / step) === 512) {
    exponent++;
    step *= 2;
  }
  const mantissa = (value: number) => Math.round(Math.max(0, value) / step);
  return ((exponent << 27) | (mantissa(blue) << 18) | (mantissa(green) << 9) | mantissa(red)) >>> 0;
}

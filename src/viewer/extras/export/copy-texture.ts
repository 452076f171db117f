import {
  CompressedTexture,
  DataTexture,
  LinearFilter,
  Mesh,
  OrthographicCamera,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  Texture,
  WebGLRenderTarget,
} from 'three';
import type {WebGLRenderer} from 'three';

const vertexShader = /* glsl */ `
  varying vec2 vUv;
  void main() {
    vUv = uv;
    gl_Position = vec4(position.xy, 0.0, 1.0);
  }
`;
const fragmentShader = /* glsl */ `
  uniform sampler2D source;
  varying vec2 vUv;
  void main() {
    vec4 texel = texture2D(source, vUv);
    #ifdef IS_SRGB
      // The GPU has made it linear.
      texel = sRGBTransferOETF(texel);
    #endif
    gl_FragColor = texel;
  }
`;

/**
 * Copies a texture into one whose picture a canvas can take. Those in the GPU's own formats are drawn and read back.
 *
 * @param type The MIME type it is to be written as.
 */
export function copyTexture(texture: Texture, type: string, renderer: WebGLRenderer, largestSide: number): Texture {
  const copy = new Texture(texture.image);
  if (texture instanceof CompressedTexture) copy.image = readBack(texture, renderer, largestSide);
  else if (texture instanceof DataTexture) copy.image = canvasOf(texture.image);
  copy.name = texture.name;
  copy.flipY = false;
  copy.colorSpace = texture.colorSpace;
  copy.wrapS = texture.wrapS;
  copy.wrapT = texture.wrapT;
  copy.magFilter = texture.magFilter;
  // Where the GPU was given one level, it can mix no others in.
  copy.minFilter = texture.mipmaps.length === 1 ? LinearFilter : texture.minFilter;
  copy.channel = texture.channel;
  copy.offset.copy(texture.offset);
  copy.repeat.copy(texture.repeat);
  copy.rotation = texture.rotation;
  copy.userData = {mimeType: type};
  return copy;
}

interface Pixels {
  readonly data: ArrayLike<number> | null;
  readonly width: number;
  readonly height: number;
}

function canvasOf({data, width, height}: Pixels): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(Uint8ClampedArray.from(data ?? []), width, height), 0, 0);
  return canvas;
}

/** Not by the renderer's canvas, which belongs to the stages and knows no colour where alpha is 0. */
function readBack(texture: CompressedTexture, renderer: WebGLRenderer, largestSide: number): OffscreenCanvas {
  const {image} = texture;
  const scale = Math.min(1, largestSide / Math.max(image.width, image.height));
  const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale)));
  const target = new WebGLRenderTarget(width ?? 1, height ?? 1, {depthBuffer: false});
  const material = new ShaderMaterial({
    vertexShader,
    fragmentShader,
    uniforms: {source: {value: texture}},
    defines: texture.colorSpace === 'srgb' ? {IS_SRGB: ''} : {},
    depthTest: false,
  });
  const plane = new Mesh(new PlaneGeometry(2, 2), material);
  plane.frustumCulled = false;
  const scene = new Scene();
  scene.add(plane);
  const before = renderer.getRenderTarget();
  const data = new Uint8Array(4 * target.width * target.height);
  renderer.setRenderTarget(target);
  renderer.render(scene, new OrthographicCamera());
  // The first row of a texture is at the bottom of what is drawn, and is read first.
  renderer.readRenderTargetPixels(target, 0, 0, target.width, target.height, data);
  renderer.setRenderTarget(before);
  plane.geometry.dispose();
  material.dispose();
  target.dispose();
  return canvasOf({data, width: target.width, height: target.height});
}

import {expect} from '@open-wc/testing';
import {CompressedTexture} from 'three';
import {loadTexture} from '../../../src/viewer/load-texture.js';
import {cubeBytes, urlOf} from '../support/glb.js';
import {centerColor} from '../support/pixels.js';
import {createStage, cube, disposeStages} from '../support/stage.js';
import {ktx2} from './ktx2.js';
import {packedCube} from './pack.js';

const colour = [200, 120, 60, 255] as const;
const levels = Array.from({length: 4}, () => colour);

/** The cube, covered with a picture. */
function coveredCube(picture: string, extension?: string): string {
  return packedCube(cubeBytes(), (json) => {
    // Without data all of them are 0, and the cube has the colour of one texel.
    json.accessors.push({componentType: 5126, count: 8, type: 'VEC2'});
    json.meshes = [{primitives: [{attributes: {POSITION: 0, TEXCOORD_0: 2}, indices: 1, material: 0}]}];
    json.materials = [{pbrMetallicRoughness: {baseColorTexture: {index: 0}, metallicFactor: 0}}];
    json['images'] = [{uri: picture}];
    json['textures'] = [extension ? {extensions: {[extension]: {source: 0}}} : {source: 0}];
    if (extension) json['extensionsUsed'] = json['extensionsRequired'] = [extension];
  });
}

async function shownColour(url: string): Promise<number[]> {
  const {stage} = createStage();
  await stage.load(cube(url));
  return centerColor(await stage.snapshot({width: 64, height: 64}));
}

function dataUrl(bytes: Uint8Array, type: string): string {
  return `data:${type};base64,${btoa(String.fromCharCode(...bytes))}`;
}

function png(): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The canvas has no 2D context.');
  context.fillStyle = `rgb(${colour.slice(0, 3).join()})`;
  context.fillRect(0, 0, 8, 8);
  return canvas.toDataURL('image/png');
}

describe('pictures of KTX2', () => {
  afterEach(disposeStages);

  for (const side of [8, 6]) {
    it(`look as they do in PNG, ${side} × ${side}`, async () => {
      const url = coveredCube(dataUrl(ktx2(side, side, levels.slice(0, 3)), 'image/ktx2'), 'KHR_texture_basisu');
      const [shown, expected] = [await shownColour(url), await shownColour(coveredCube(png()))];
      // Formats of GPUs round colours a little.
      shown.forEach((value, at) => expect(value).to.be.closeTo(expected[at] ?? NaN, 4));
    });
  }

  it('are loaded by their address as well', async () => {
    const src = urlOf(ktx2(8, 8, levels), 'application/octet-stream');
    const texture = await loadTexture(src, document.baseURI, {srgb: true, hasExtension: () => true});
    expect(texture).to.be.instanceOf(CompressedTexture);
    expect(texture.colorSpace).to.equal('srgb');
    texture.dispose();
  });
});

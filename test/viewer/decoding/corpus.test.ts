import {expect} from '@open-wc/testing';
import {Box3, CompressedTexture, Mesh, MeshStandardMaterial} from 'three';
import type {Texture} from 'three';
import {disposeModel} from '../../../src/viewer/model/dispose-model.js';
import {fetchModel} from '../../../src/viewer/model/model-file.js';
import {parseModel} from '../../../src/viewer/model/parse-model.js';
import {createStage, cube, disposeStages} from '../support/stage.js';

/** Files by others, beside the repository; the test server names what lies above its root so. */
const corpus = '/__wds-outside-root__/1/shared/assets/gltf/models/';
const load = async (file: string) =>
  parseModel('m', await fetchModel(corpus + file, {}), {
    hasExtension: (name) => name === 'EXT_texture_compression_bptc',
  });

async function pixelsOf(file: string): Promise<Uint8ClampedArray> {
  const {stage} = createStage();
  await stage.load(cube(corpus + file));
  const bitmap = await createImageBitmap(await stage.snapshot({width: 200, height: 200}));
  const context = new OffscreenCanvas(200, 200).getContext('2d');
  if (!context) throw new Error('The canvas has no 2D context.');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, 200, 200).data;
}

describe('compressed files by others', () => {
  afterEach(disposeStages);

  before(async function () {
    const {ok} = await fetch(`${corpus}Box.glb`);
    if (ok) return;
    console.warn('Skipped: the shared models are not here.');
    this.skip();
  });

  const pairs = [
    ['Box-draco.glb', 'Box.glb'],
    ['Box-meshopt.glb', 'Box.glb'],
    ['RiggedSimple-draco.glb', 'RiggedSimple.glb'],
    ['MorphPrimitivesTest-draco.glb', 'MorphPrimitivesTest.glb'],
  ] as const;
  for (const [packed, plain] of pairs) {
    it(`gives ${packed} the size of ${plain}`, async () => {
      const [one, other] = [await load(packed), await load(plain)];
      const [box, expected] = [new Box3().setFromObject(one.root), new Box3().setFromObject(other.root)];
      // Compression moves a point by less than a hundredth of the whole.
      const tolerance = expected.max.distanceTo(expected.min) / 100;
      expect(box.min.distanceTo(expected.min)).to.be.below(tolerance);
      expect(box.max.distanceTo(expected.max)).to.be.below(tolerance);
      disposeModel(one);
      disposeModel(other);
    });
  }

  for (const [packed, plain] of pairs) {
    it(`draws ${packed} as ${plain}`, async () => {
      const [one, other] = [await pixelsOf(packed), await pixelsOf(plain)];
      const difference = one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
      // Of 255, on average: edges and shading move a little, and nothing else.
      expect(difference).to.be.below(0.5);
    });
  }

  it('makes compressed textures of ETC1S, in sRGB where they are colours', async () => {
    const model = await load('Plane-ktx2.glb');
    const textures: (Texture | null)[] = [];
    model.root.traverse((object) => {
      if (object instanceof Mesh && object.material instanceof MeshStandardMaterial) textures.push(object.material.map);
    });
    const [texture] = textures;
    expect(texture).to.be.instanceOf(CompressedTexture);
    expect(texture?.colorSpace).to.equal('srgb');
    expect(texture?.mipmaps).to.have.lengthOf(1);
    disposeModel(model);
  });
});

import {expect} from '@open-wc/testing';
import {
  Mesh,
  MeshStandardMaterial,
  NeutralToneMapping,
  OrthographicCamera,
  PMREMGenerator,
  Scene,
  SphereGeometry,
  WebGLRenderer,
} from 'three';
import type {Texture} from 'three';
import {decodeCube, encodeCube} from '../../../src/viewer/environment/cube-data.js';
import {loadNeutral} from '../../../src/viewer/environment/neutral.js';
import {createStudio} from '../../../src/viewer/environment/studio.js';

/** Two rows of spheres, dielectric above metal, from mirror to matt. */
function createSpheres(): Scene {
  const scene = new Scene();
  const geometry = new SphereGeometry(0.48, 48, 24);
  for (const metalness of [0, 1]) {
    for (let step = 0; step < 5; step++) {
      const sphere = new Mesh(geometry, new MeshStandardMaterial({color: 0xcccccc, metalness, roughness: step / 4}));
      sphere.position.set(step - 2, 0.5 - metalness, 0);
      scene.add(sphere);
    }
  }
  return scene;
}

function picture(renderer: WebGLRenderer, scene: Scene, environment: Texture): Uint8Array {
  scene.environment = environment;
  const camera = new OrthographicCamera(-2.5, 2.5, 1, -1, 0.1, 10);
  camera.position.set(0, 0, 5);
  renderer.render(scene, camera);
  const {width, height} = renderer.domElement;
  const pixels = new Uint8Array(width * height * 4);
  const gl = renderer.getContext();
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return pixels;
}

describe('neutral environment', () => {
  it('lights a picture like the filter of three does: at most 1.6 of 255 off in the mean, 18 anywhere', async () => {
    const renderer = new WebGLRenderer({antialias: false});
    try {
      renderer.toneMapping = NeutralToneMapping;
      renderer.setSize(300, 120);
      const scene = createSpheres();
      const baked = picture(renderer, scene, await loadNeutral());
      const live = picture(renderer, scene, new PMREMGenerator(renderer).fromScene(createStudio()).texture);
      let sum = 0;
      let largest = 0;
      for (let index = 0; index < baked.length; index++) {
        const difference = Math.abs((baked[index] ?? 0) - (live[index] ?? 0));
        sum += difference ** 2;
        largest = Math.max(largest, difference);
      }
      const rmse = Math.sqrt(sum / baked.length);
      expect(rmse).to.be.below(1.6);
      expect(largest).to.be.at.most(18);
    } finally {
      renderer.dispose();
      renderer.forceContextLoss();
    }
  }).timeout(60_000);

  it('reads back every word that was written', () => {
    const levels = [4, 2, 1].map((width) =>
      Uint32Array.from({length: 6 * width * width}, (_, index) => (index * 2_654_435_761) >>> 0),
    );
    const {size, levels: read} = decodeCube(encodeCube({size: 4, levels}));
    expect(size).to.equal(4);
    expect(read.map((words) => [...words])).to.deep.equal(levels.map((words) => [...words]));
  });

  it('refuses data that are cut short', () => {
    const bytes = encodeCube({size: 1, levels: [new Uint32Array(6)]});
    expect(() => decodeCube(bytes.subarray(0, bytes.length - 1))).to.throw(RangeError);
  });
});

import {expect} from '@open-wc/testing';
import {centerOf, dimensionsOf, surfaceAt} from '../../../src/viewer/extras/measure.js';
import {largestDifference, pixelsOf} from '../support/pixels.js';
import {createHost, disposeHosts, loadScene, nextFrame, wall} from './host.js';

const cubeAt = (translation: number[], scale = [1, 1, 1]) => [
  {model: 'cube', pointer: '/nodes/@Cube/translation', value: translation},
  {model: 'cube', pointer: '/nodes/@Cube/scale', value: scale},
];

describe('measure', () => {
  afterEach(disposeHosts);

  it('has nothing to say before there is a picture', () => {
    const {stage} = createHost();
    expect([dimensionsOf(stage), centerOf(stage), surfaceAt(stage, 80, 60)]).to.deep.equal([null, null, null]);
  });

  it('measures what is visible, as it is configured', async () => {
    const {stage} = createHost();
    await loadScene(stage);
    expect(dimensionsOf(stage)).to.deep.equal({x: 1, y: 1, z: 1});
    expect(centerOf(stage)).to.deep.equal([0, 0, 0]);
    await stage.apply(cubeAt([1, 0, 0], [1, 2, 1]));
    expect(dimensionsOf(stage)).to.deep.equal({x: 1, y: 2, z: 1});
    expect(centerOf(stage)).to.deep.equal([1, 0, 0]);
    await stage.apply(wall(true));
    expect(dimensionsOf(stage)?.z).to.be.closeTo(1.55, 1e-6);
  });

  it('leaves the picture as it is', async () => {
    const {stage, canvas} = createHost();
    await loadScene(stage);
    const before = pixelsOf(canvas);
    dimensionsOf(stage);
    const frame = nextFrame(stage);
    stage.invalidate();
    await frame;
    expect(largestDifference(pixelsOf(canvas), before)).to.be.at.most(2);
  });

  it('finds the surface at a place of the picture', async () => {
    const {stage} = createHost();
    await loadScene(stage);
    const surface = surfaceAt(stage, 80, 60);
    expect(surface?.node).to.equal('Cube');
    expect(surface?.model).to.equal('cube');
    expect(surface?.position[2]).to.be.closeTo(0.5, 1e-6);
    expect(surface?.normal.map((value) => Math.round(value * 1e6) / 1e6 + 0)).to.deep.equal([0, 0, 1]);
    expect(surfaceAt(stage, 2, 2)).to.equal(null);
  });

  it('knows which way the surface looks where it is turned, stretched, mirrored or repeated', async () => {
    const {stage} = createHost();
    const half = Math.SQRT1_2;
    await loadScene(stage, [
      {model: 'cube', pointer: '/nodes/@Cube/rotation', value: [0, Math.sin(Math.PI / 8), 0, Math.cos(Math.PI / 8)]},
      {model: 'cube', pointer: '/nodes/@Cube/scale', value: [-1, 3, 1]},
      {model: 'cube', pointer: '/nodes/@Cube/twik:repeat', value: {kind: 'repeat', count: 6, stepM: [0, 3, 0]}},
    ]);
    stage.camera = {...stage.camera, polar: Math.PI / 2, target: [0, 3, 0], distance: 12};
    for (const [x, sign] of [
      [74, -1],
      [86, 1],
    ] as const) {
      const normal = surfaceAt(stage, x, 60)?.normal ?? [0, 0, 0];
      expect(normal[0]).to.be.closeTo(sign * half, 1e-6);
      expect(normal[1]).to.be.closeTo(0, 1e-6);
      expect(normal[2]).to.be.closeTo(half, 1e-6);
    }
  });
});

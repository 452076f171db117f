import {expect} from '@open-wc/testing';
import {redPixels} from '../support/pixels.js';
import {createStage, cube, disposeStages} from '../support/stage.js';

describe('Stage: pictures and picks', () => {
  afterEach(disposeStages);

  it('takes pictures of any size and kind', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    const blob = await stage.snapshot({width: 200, height: 100, type: 'image/jpeg', background: '#ffffff'});
    expect(blob.type).to.equal('image/jpeg');
    const bitmap = await createImageBitmap(blob);
    expect([bitmap.width, bitmap.height]).to.deep.equal([200, 100]);
    const canvas = new OffscreenCanvas(200, 100);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    expect([...(context?.getImageData(0, 0, 1, 1).data ?? [])]).to.deep.equal([255, 255, 255, 255]);
    expect(redPixels(context?.getImageData(0, 0, 200, 100).data ?? new Uint8ClampedArray())).to.be.above(1000);
  });

  it('refuses a picture before there is one', async () => {
    const {stage} = createStage();
    const error: unknown = await stage.snapshot().catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'snapshot-failed');
  });

  it('names the node under a point, and nothing beside it', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    expect(stage.pick(80, 60)).to.include({model: 'cube', node: 'Cube'});
    expect(stage.pick(2, 2)).to.equal(null);
  });
});

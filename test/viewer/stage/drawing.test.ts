import {expect} from '@open-wc/testing';
import {countDuring, countsNow} from '../support/gl-probe.js';
import {largestDifference, pixelsOf, redPixels} from '../support/pixels.js';
import {createStage, cube, disposeStages, until, wait} from '../support/stage.js';

describe('Stage: drawing', () => {
  afterEach(disposeStages);

  it('has its picture on the canvas when it says so', async () => {
    const {stage, canvas, events} = createStage();
    await stage.load(cube());
    expect(events.at(-1)).to.deep.equal({kind: 'ready'});
    expect(redPixels(pixelsOf(canvas))).to.be.above(1000);
  });

  it('leaves the corners transparent and lays a shadow below', async () => {
    const {stage, canvas} = createStage();
    await stage.load(cube());
    const pixels = pixelsOf(canvas);
    const alphas = pixels.filter((_, index) => index % 4 === 3);
    expect(alphas[0]).to.equal(0);
    expect(alphas.filter((alpha) => alpha > 10 && alpha < 200).length).to.be.above(200);
  });

  it('draws nothing and asks for no frame at rest', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    await wait(200);
    const counts = await countDuring(() => wait(1200));
    expect(counts).to.deep.equal({draws: 0, programs: 0, frames: 0});
  });

  it('draws one frame for several changes, and compiles nothing for it', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    await wait(200);
    const counts = await countDuring(async () => {
      const {draws} = countsNow();
      stage.invalidate();
      stage.invalidate();
      await until(() => countsNow().draws > draws);
      await wait(100);
    });
    // The cube and its shadow.
    expect(counts).to.deep.equal({draws: 2, programs: 0, frames: 1});
  });

  it('draws nothing while out of sight, and catches up', async () => {
    const {stage, canvas} = createStage();
    await stage.load(cube());
    stage.isVisible = false;
    const before = pixelsOf(canvas);
    const hidden = await countDuring(async () => {
      stage.camera = {...stage.camera, azimuth: 1.2};
      await wait(100);
    });
    expect(hidden.draws).to.equal(0);
    stage.isVisible = true;
    await until(() => largestDifference(before, pixelsOf(canvas)) > 20);
  });

  it('waits with its first picture until it comes into sight', async () => {
    const {stage, events} = createStage();
    stage.isVisible = false;
    const loading = stage.load(cube());
    await wait(300);
    expect(events.some(({kind}) => kind === 'ready')).to.equal(false);
    stage.isVisible = true;
    await loading;
    expect(events.at(-1)?.kind).to.equal('ready');
  });
});

import {expect} from '@open-wc/testing';
import {liveContexts, newestContext} from '../support/gl-probe.js';
import {largestDifference, pixelsOf, redPixels} from '../support/pixels.js';
import {createStage, cube, disposeStages, until, wait} from '../support/stage.js';

describe('the shared WebGL context', () => {
  afterEach(disposeStages);

  it('shares one context with all stages, and gives it back with the last', async () => {
    const before = liveContexts();
    const [first, second] = [createStage(), createStage()];
    await Promise.all([first.stage.load(cube()), second.stage.load(cube())]);
    expect(liveContexts()).to.equal(before + 1);
    expect(redPixels(pixelsOf(first.canvas))).to.be.above(1000);
    expect(redPixels(pixelsOf(second.canvas))).to.be.above(1000);
    first.stage.dispose();
    expect(liveContexts()).to.equal(before + 1);
    second.stage.dispose();
    expect(liveContexts()).to.equal(before);
  });

  it('draws stages of different sizes each in its own', async () => {
    const [small, large] = [createStage(), createStage()];
    large.canvas.style.width = '300px';
    large.stage.resize();
    await Promise.all([small.stage.load(cube()), large.stage.load(cube())]);
    const before = pixelsOf(small.canvas);
    large.stage.invalidate();
    small.stage.invalidate();
    await wait(100);
    expect(largestDifference(before, pixelsOf(small.canvas))).to.be.at.most(2);
  });

  it('shows the same picture after the context was lost and restored', async () => {
    const {stage, canvas, events} = createStage();
    await stage.load(cube());
    const before = pixelsOf(canvas);
    const extension = newestContext().getExtension('WEBGL_lose_context');
    extension?.loseContext();
    await until(() => events.some(({kind}) => kind === 'context-lost'));
    expect(largestDifference(before, pixelsOf(canvas))).to.be.at.most(2);
    canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    extension?.restoreContext();
    await until(() => events.some(({kind}) => kind === 'context-restored'));
    expect(largestDifference(before, pixelsOf(canvas))).to.be.at.most(2);
  });

  it('makes another context when the browser does not give the lost one back', async () => {
    const {stage, canvas, events} = createStage();
    await stage.load(cube());
    const before = pixelsOf(canvas);
    newestContext().getExtension('WEBGL_lose_context')?.loseContext();
    await until(() => events.some(({kind}) => kind === 'context-restored'));
    expect(largestDifference(before, pixelsOf(canvas))).to.be.at.most(2);
  });

  it('frees buffers and textures of what it no longer shows', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    const deleted: string[] = [];
    const gl = newestContext();
    for (const name of ['deleteBuffer', 'deleteVertexArray'] as const) {
      const original = gl[name].bind(gl) as (thing: unknown) => void;
      gl[name] = (thing: unknown) => {
        deleted.push(name);
        original(thing);
      };
    }
    await stage.load(cube());
    // Two buffers of the cube; what belongs to the shadow's planes comes on top.
    expect(deleted.filter((name) => name === 'deleteBuffer').length).to.be.at.least(2);
    expect(deleted).to.include('deleteVertexArray');
  });
});

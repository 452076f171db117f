import {expect} from '@open-wc/testing';
import {countDuring, countsNow, liveContexts, newestContext} from './support/gl-probe.js';
import {cubeUrl} from './support/glb.js';
import {TwikError} from '../../src/core/error.js';
import type {SceneModel, SceneView} from '../../src/core/product/scene-definition.js';
import {Stage} from '../../src/viewer/stage.js';
import type {StageEvent} from '../../src/viewer/stage-event.js';

const stages: Stage[] = [];

function createStage(): {stage: Stage; canvas: HTMLCanvasElement; events: StageEvent[]} {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  canvas.style.width = '160px';
  canvas.style.height = '120px';
  const events: StageEvent[] = [];
  const stage = new Stage({canvas, onEvent: (event) => events.push(event)});
  stages.push(stage);
  return {stage, canvas, events};
}

const cube = (src = cubeUrl()): SceneModel[] => [{id: 'cube', src, load: 'start'}];

function pixelsOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The canvas has no 2D context.');
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** How many pixels are mostly red and opaque. */
function redPixels(pixels: Uint8ClampedArray): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, , alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha > 250 && red > 60 && red > 2 * green) count++;
  }
  return count;
}

function largestDifference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (b[index] ?? 0))), 0);
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((done) => setTimeout(done, 10));
};
const wait = (timeMs: number) => new Promise<void>((done) => setTimeout(done, timeMs));
const views = new Map<string, SceneView>([
  ['front', {id: 'front', orbitDeg: [0, 80], distanceM: null, targetM: null}],
  ['side', {id: 'side', orbitDeg: [90, 80], distanceM: 4, targetM: [0, 0.1, 0]}],
]);

describe('Stage', () => {
  afterEach(() => {
    for (const stage of stages.splice(0)) stage.dispose();
    for (const canvas of document.querySelectorAll('canvas')) canvas.remove();
  });

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

  it('tells how far the load has come, from nothing to all', async () => {
    const {stage, events} = createStage();
    await stage.load(cube());
    const shares = events.flatMap((event) => (event.kind === 'progress' ? [event.share] : []));
    expect(shares[0]).to.equal(0);
    expect(shares.at(-1)).to.equal(1);
    expect(shares).to.deep.equal([...shares].sort((a, b) => a - b));
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

  it('says why there is no picture, by a rejection', async () => {
    const {stage} = createStage();
    const error: unknown = await stage.load(cube('/no/such.glb')).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TwikError).and.to.have.property('code', 'model-not-found');
  });

  it('ends a load that another one replaces', async () => {
    const {stage, canvas} = createStage();
    const first = stage.load(cube());
    const error = first.catch((reason: unknown) => reason);
    await stage.load(cube());
    expect(await error).to.have.property('name', 'AbortError');
    expect(redPixels(pixelsOf(canvas))).to.be.above(1000);
  });

  it('ends a load when its signal says so', async () => {
    const {stage} = createStage();
    const abort = new AbortController();
    const loading = stage.load(cube(), {signal: abort.signal}).catch((reason: unknown) => reason);
    abort.abort();
    expect(await loading).to.have.property('name', 'AbortError');
  });

  it('shows in the first picture the plan that came while the model was loading', async () => {
    const {stage, canvas} = createStage();
    const pointer = '/materials/@Red/pbrMetallicRoughness/baseColorFactor';
    const loading = stage.load(cube(), {plan: [{model: 'cube', pointer, value: '#ff0000'}]});
    void stage.apply([{model: 'cube', pointer, value: '#0000ff'}]);
    await loading;
    expect(redPixels(pixelsOf(canvas))).to.equal(0);
  });

  it('tells of a plan that cannot be done, and keeps its picture', async () => {
    const {stage, canvas, events} = createStage();
    await stage.load(cube());
    await stage.apply([{model: 'cube', pointer: '/nodes/@Sphere/translation', value: [0, 0, 0]}]);
    const errors = events.flatMap((event) => (event.kind === 'error' ? [event.error.code] : []));
    expect(errors).to.deep.equal(['node-not-found']);
    expect(redPixels(pixelsOf(canvas))).to.be.above(1000);
  });

  it('starts in the first view and glides to others, telling each step', async () => {
    const {stage, events} = createStage();
    await stage.load(cube(), {views});
    expect(stage.camera.azimuth).to.equal(0);
    stage.goTo('side');
    await until(() => Math.abs(stage.camera.azimuth - Math.PI / 2) < 1e-9);
    expect(stage.camera.distance).to.be.closeTo(4, 1e-6);
    expect(stage.camera.target).to.deep.equal([0, 0.1, 0]);
    expect(events.filter(({kind}) => kind === 'camera').length).to.be.above(1);
  });

  it('goes to a view at once when told not to animate', async () => {
    const {stage} = createStage();
    await stage.load(cube(), {views});
    stage.goTo('side', {animate: false});
    expect(stage.camera.azimuth).to.be.closeTo(Math.PI / 2, 1e-9);
  });

  it('names the views it has when asked for another', async () => {
    const {stage} = createStage();
    await stage.load(cube(), {views});
    expect(() => stage.goTo('back')).to.throw(TwikError, 'front, side');
  });

  it('does not take the camera out of a hand', async () => {
    const {stage, canvas} = createStage();
    stage.hasControls = true;
    await stage.load(cube(), {views});
    canvas.dispatchEvent(new PointerEvent('pointerdown', {pointerId: 5, button: 0}));
    stage.goTo('side', {animate: false});
    expect(stage.camera.azimuth).to.equal(0);
    canvas.dispatchEvent(new PointerEvent('pointerup', {pointerId: 5, button: 0}));
    stage.goTo('side', {animate: false});
    expect(stage.camera.azimuth).to.be.closeTo(Math.PI / 2, 1e-9);
  });

  it('keeps a product that grows in the picture', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    const {distance} = stage.camera;
    await stage.apply([{model: 'cube', pointer: '/nodes/@Cube/scale', value: [3, 3, 3]}]);
    await until(() => Math.abs(stage.camera.distance - 3 * distance) < 1e-3);
  });

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

import {expect} from '@open-wc/testing';
import {inChromiumOnly} from '../../support/engines.js';
import {TwikError} from '../../../src/core/error.js';
import {Outline} from '../../../src/viewer/extras/outline.js';
import type {Stage} from '../../../src/viewer/stage.js';
import {countDuring, countsNow, holdingsOf, newestContext} from '../support/gl-probe.js';
import {cubeUrl, type cubeJson} from '../support/glb.js';
import {largestDifference, pixelsOf} from '../support/pixels.js';
import {createStage, cube, disposeStages, until, wait} from '../support/stage.js';
import {comesToRest, loadScene, nextFrame, wall} from './host.js';
import {edges, expectAround, linePixels, linesAt, pixelsOfPicture} from './outline-picture.js';

const widePx = 160;
const kinds = ['Buffer', 'VertexArray'] as const;
let outlines: Outline[] = [];
const own = Object.getOwnPropertyDescriptor(globalThis, 'devicePixelRatio');

function createOutline(pixelRatio = 1) {
  Object.defineProperty(globalThis, 'devicePixelRatio', {value: pixelRatio, configurable: true});
  const created = createStage();
  const outline = new Outline(created.stage, created.canvas);
  outlines.push(outline);
  return {...created, outline};
}

/** The cube from the front, so that its picture is upright, with some way around it. */
async function load(stage: Stage, change?: (json: ReturnType<typeof cubeJson>) => void): Promise<void> {
  await loadScene(stage, [], change);
  stage.camera = {azimuth: 0, polar: Math.PI / 2, distance: 5, target: [0, 0, 0]};
  await nextFrame(stage);
}

/** Resolves when a change and what the camera makes of it have been drawn. */
async function apply(stage: Stage, plan: Parameters<Stage['apply']>[0]): Promise<void> {
  await stage.apply(plan);
  stage.camera = {azimuth: 0, polar: Math.PI / 2, distance: 5, target: [0, 0, 0]};
  await nextFrame(stage);
}

describe('Outline', () => {
  inChromiumOnly();
  afterEach(() => {
    for (const outline of outlines) outline.dispose();
    outlines = [];
    disposeStages();
    if (own) Object.defineProperty(globalThis, 'devicePixelRatio', own);
  });

  for (const pixelRatio of [1, 2]) {
    for (const azimuth of [0, Math.PI / 4]) {
      it(`is as wide as asked and outside at ${azimuth} radians and ${pixelRatio} pixels a pixel`, async () => {
        const {stage, canvas, outline} = createOutline(pixelRatio);
        await load(stage);
        expect(canvas.width).to.equal(widePx * pixelRatio);
        stage.camera = {...stage.camera, azimuth};
        for (const widthPx of [3, 6]) {
          outline.show([{model: 'cube', node: 'Cube'}], {widthPx});
          await nextFrame(stage);
          expectAround(linesAt(stage, canvas), edges(stage, canvas), widthPx * pixelRatio);
        }
      });
    }
  }

  it('is as wide near as far, and has the colour asked for', async () => {
    const {stage, canvas, outline} = createOutline();
    await load(stage);
    stage.camera = {...stage.camera, distance: 9};
    outline.show([{node: 'Cube'}], {color: 'rgb(0 0 255 / 0.75)'});
    await nextFrame(stage);
    expectAround(linesAt(stage, canvas), edges(stage, canvas), 3);
    const [from] = linesAt(stage, canvas)[0] ?? [0];
    const at = ((canvas.height / 2) * canvas.width + from + 1) * 4;
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixelsOf(canvas).subarray(at, at + 4);
    expect([red, green]).to.deep.equal([0, 0]);
    expect(blue).to.be.closeTo(255, 2);
    expect(alpha).to.be.closeTo(191, 3);
  });

  it('follows what is seen where another part covers it, and is gone where nothing is', async () => {
    const {stage, canvas, outline} = createOutline();
    await load(stage);
    outline.show([{node: 'Cube'}]);
    await apply(stage, wall(true));
    expect(linesAt(stage, canvas).length).to.equal(4);
    await apply(stage, [...wall(true), {model: 'cube', pointer: '/nodes/@Wall/scale', value: [2, 2, 0.1]}]);
    expect(linePixels(pixelsOf(canvas))).to.equal(0);
  });

  it('sees through glass, and does not trace what is too narrow for two lines', async () => {
    const {stage, canvas, outline} = createOutline();
    await load(stage, (json) => {
      json.materials.push({alphaMode: 'BLEND', pbrMetallicRoughness: {baseColorFactor: [1, 1, 1, 0.2]}});
      json.meshes.push({primitives: [{attributes: {POSITION: 0}, indices: 1, material: 1}]});
      json.nodes[1]!['mesh'] = 1;
      json.nodes.push({name: 'Seam', mesh: 0, translation: [0, 0, 0.5], scale: [0.05, 2, 0.1]});
      json['scenes'] = [{nodes: [0, 1, 2]}];
    });
    outline.show([{node: 'Cube'}]);
    await apply(stage, wall(true));
    expectAround(linesAt(stage, canvas), edges(stage, canvas), 3);
  });

  it('follows a part that moves, is hidden and comes back', async () => {
    const {stage, canvas, outline} = createOutline();
    await load(stage);
    outline.show([{node: 'Cube'}]);
    await apply(stage, [{model: 'cube', pointer: '/nodes/@Cube/translation', value: [0.4, 0, 0]}]);
    expectAround(linesAt(stage, canvas), edges(stage, canvas, 0.4), 3);
    outline.show([{node: 'Wall'}]);
    await apply(stage, []);
    expect(linePixels(pixelsOf(canvas))).to.equal(0);
    await apply(stage, wall(true));
    expect(linesAt(stage, canvas).length).to.equal(2);
  });

  for (const count of [3, 6]) {
    it(`follows repetitions, ${count} of them`, async () => {
      const {stage, canvas, outline} = createOutline(2);
      await load(stage);
      const before = holdingsOf(newestContext());
      outline.show([{node: 'Wall'}], {widthPx: 1});
      await apply(stage, [
        ...wall(true),
        {model: 'cube', pointer: '/nodes/@Cube/scale', value: [0.01, 0.01, 0.01]},
        {model: 'cube', pointer: '/nodes/@Wall/scale', value: [0.2, 0.2, 0.2]},
        {model: 'cube', pointer: '/nodes/@Wall/translation', value: [-0.9, 0, 0]},
        {model: 'cube', pointer: '/nodes/@Wall/twik:repeat', value: {kind: 'repeat', count, stepM: [0.36, 0, 0]}},
      ]);
      expect(linesAt(stage, canvas).length).to.equal(2 * count);
      expect((await countDuring(() => apply(stage, []))).programs).to.equal(0);
      expect(linePixels(pixelsOf(canvas))).to.equal(0);
      outline.dispose();
      for (const kind of kinds) expect(holdingsOf(newestContext()).get(kind), kind).to.equal(before.get(kind));
    });
  }

  it('follows a mounted model, below its node and by a name of its own', async () => {
    const {stage, canvas, outline} = createOutline();
    const src = cubeUrl((json) => {
      json.nodes.push({name: 'Socket', translation: [1, 0, 0], scale: [0.3, 0.3, 0.3]});
      json['scenes'] = [{nodes: [0, 1]}];
    });
    const knob = cubeUrl((json) => (json.nodes[0]!['name'] = 'Knob'));
    await stage.load([...cube(src), {id: 'knob', src: knob, load: 'demand'}]);
    const mount = [{model: 'cube', pointer: '/nodes/@Socket/twik:mount', value: 'knob'}];
    for (const part of [{node: 'Socket'}, {model: 'knob', node: 'Knob'}]) {
      if (part.node === 'Knob') await apply(stage, mount);
      outline.show([part]);
      await apply(stage, []);
      expect(linePixels(pixelsOf(canvas))).to.equal(0);
      await apply(stage, mount);
      expect(linesAt(stage, canvas).length).to.equal(2);
    }
  });

  it('follows what bends and what blends', async () => {
    const {stage, canvas, outline} = createOutline();
    await load(stage, (json) => {
      // Accessors without a buffer are zeros, and all of such weights the loader gives to the first joint.
      json.accessors.push({componentType: 5121, count: 8, type: 'VEC4'}, {componentType: 5126, count: 8, type: 'VEC4'});
      const attributes = {POSITION: 0, JOINTS_0: 2, WEIGHTS_0: 3};
      json.meshes.push({primitives: [{attributes, indices: 1, material: 0}]});
      json.meshes.push({primitives: [{attributes: {POSITION: 0}, indices: 1, material: 0, targets: [{POSITION: 0}]}]});
      json.nodes = [
        {name: 'Skin', mesh: 1, skin: 0},
        {name: 'Bone'},
        {name: 'Blend', mesh: 2, scale: [0.5, 0.5, 0.5]},
        {name: 'Wall'},
      ];
      json['skins'] = [{joints: [1]}];
      json['scenes'] = [{nodes: [0, 1, 2, 3]}];
    });
    outline.show([{node: 'Skin'}]);
    await apply(stage, [{model: 'cube', pointer: '/nodes/@Bone/translation', value: [0.4, 0, 0]}]);
    expectAround(linesAt(stage, canvas), edges(stage, canvas, 0.4), 3);
    outline.show([{node: 'Blend'}]);
    await apply(stage, [
      {model: 'cube', pointer: '/nodes/@Bone/translation', value: [0, 0, -90]},
      {model: 'cube', pointer: '/nodes/@Blend/weights/0', value: 1},
    ]);
    expectAround(linesAt(stage, canvas), edges(stage, canvas), 3);
  });

  it('is in no snapshot', async () => {
    const {stage, canvas, outline} = createOutline();
    await load(stage);
    const before = await pixelsOfPicture(await stage.snapshot());
    outline.show([{node: 'Cube'}]);
    await nextFrame(stage);
    expect(linePixels(pixelsOf(canvas))).to.be.above(100);
    expect(largestDifference(await pixelsOfPicture(await stage.snapshot()), before)).to.be.at.most(2);
  });

  it('is gone when nothing is outlined, and compiles nothing to come back', async () => {
    const {stage, canvas, outline} = createOutline();
    await load(stage);
    const before = pixelsOf(canvas);
    outline.show([{node: 'Cube'}]);
    await nextFrame(stage);
    outline.show([]);
    await nextFrame(stage);
    expect(largestDifference(pixelsOf(canvas), before)).to.be.at.most(2);
    outline.show([{node: 'Cube'}]);
    expect((await countDuring(() => nextFrame(stage))).programs).to.equal(0);
    expect(linePixels(pixelsOf(canvas))).to.be.above(100);
  });

  it('draws nothing and asks for no frame at rest', async () => {
    const {stage, outline} = createOutline();
    await load(stage);
    outline.show([{node: 'Cube'}]);
    await nextFrame(stage);
    await comesToRest();
    expect(await countDuring(() => wait(700))).to.deep.equal({draws: 0, programs: 0, frames: 0});
  });

  it('says what there is when there is no such node, and leaves what is shown', async () => {
    const {stage, canvas, outline} = createOutline();
    expect(() => outline.show([{node: 'Cube'}])).to.throw(TwikError, 'Wait for the first picture');
    await load(stage);
    outline.show([{node: 'Cube'}]);
    for (const [part, said] of [
      [{node: 'Cubb'}, /No model has a node "Cubb".*Cube/],
      [{model: 'cube', node: 'Leg'}, /Model "cube" does not have a node "Leg".*"Cube" and|There are "Cube", "Wall"/],
      [{model: 'other', node: 'Cube'}, /Model "other".*not in memory/],
    ] as const) {
      const show = () => outline.show([{node: 'Wall'}, part]);
      expect(show).to.throw(TwikError, said).with.property('code', 'node-unknown');
    }
    expect(() => outline.show([{node: 'Wall'}], {color: 'bluish'}))
      .to.throw(TwikError, '"bluish"')
      .with.property('code', 'color-invalid');
    await nextFrame(stage);
    expectAround(linesAt(stage, canvas), edges(stage, canvas), 3);
  });

  it('frees everything when it is disposed of, and the large things when it is not shown', async () => {
    const {stage, outline} = createOutline();
    await load(stage);
    const before = holdingsOf(newestContext());
    outline.show([{node: 'Cube'}]);
    await nextFrame(stage);
    expect(holdingsOf(newestContext()).get('Program')).to.be.above(before.get('Program') ?? 0);
    outline.show([]);
    for (const kind of ['Framebuffer', 'Renderbuffer', 'Texture'] as const) {
      expect(holdingsOf(newestContext()).get(kind), kind).to.equal(before.get(kind));
    }
    outline.show([{node: 'Cube'}]);
    await nextFrame(stage);
    outline.dispose();
    await nextFrame(stage);
    expect([...holdingsOf(newestContext())]).to.deep.equal([...before]);
    expect(stage.drawn.size).to.equal(0);
  });

  it('ends with what is shown', async () => {
    const {stage, canvas, outline} = createOutline();
    await load(stage);
    const before = holdingsOf(newestContext());
    outline.show([{node: 'Cube'}]);
    await nextFrame(stage);
    await load(stage);
    expect(linePixels(pixelsOf(canvas))).to.equal(0);
    expect([...holdingsOf(newestContext())]).to.deep.equal([...before]);
    expect(stage.drawn.size).to.equal(0);
  });

  it('is there again after the context was lost and restored', async () => {
    const {stage, canvas, events, outline} = createOutline();
    await load(stage);
    outline.show([{node: 'Cube'}]);
    await nextFrame(stage);
    const before = pixelsOf(canvas);
    const extension = newestContext().getExtension('WEBGL_lose_context');
    extension?.loseContext();
    await until(() => events.some(({kind}) => kind === 'context-lost'));
    canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    extension?.restoreContext();
    await until(() => events.some(({kind}) => kind === 'context-restored'));
    expect(largestDifference(before, pixelsOf(canvas))).to.be.at.most(2);
  });

  it('stays on its own stage when another one of the page is larger', async () => {
    const {stage, canvas, outline} = createOutline();
    const other = createStage();
    other.canvas.style.width = '300px';
    other.stage.resize();
    await Promise.all([load(stage), load(other.stage)]);
    const before = pixelsOf(other.canvas);
    outline.show([{node: 'Cube'}]);
    await nextFrame(stage);
    expectAround(linesAt(stage, canvas), edges(stage, canvas), 3);
    const {draws} = countsNow();
    other.stage.invalidate();
    await until(() => countsNow().draws > draws);
    expect(largestDifference(pixelsOf(other.canvas), before)).to.be.at.most(2);
  });
});

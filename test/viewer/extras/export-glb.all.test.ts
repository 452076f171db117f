import {expect} from '@open-wc/testing';
import {inChromiumOnly} from '../../support/engines.js';
import type {RepeatValue, SceneEntry} from '../../../src/core/scene/plan.js';
import {exportGlb} from '../../../src/viewer/extras/export-glb.js';
import type {Stage} from '../../../src/viewer/stage.js';
import {Glb} from '../binding/glb.js';
import {cubeUrl, urlOf} from '../support/glb.js';
import {createStage, cube, disposeStages} from '../support/stage.js';
import {errorsOf} from './validate-glb.js';

interface Written {
  readonly asset: {readonly generator: string};
  readonly extensionsUsed?: readonly string[];
  readonly extensionsRequired?: readonly string[];
  readonly scenes: readonly {readonly nodes: readonly number[]}[];
  readonly nodes: readonly {
    readonly name?: string;
    readonly mesh?: number;
    readonly children?: readonly number[];
    readonly translation?: readonly number[];
    readonly weights?: readonly number[];
    readonly extras?: object;
  }[];
  readonly meshes: readonly {readonly primitives: readonly {readonly material?: number}[]}[];
  readonly materials: readonly {
    readonly name: string;
    readonly pbrMetallicRoughness: {
      readonly baseColorFactor?: readonly number[];
      readonly baseColorTexture?: {readonly index: number};
    };
  }[];
  readonly images?: readonly {readonly mimeType: string; readonly bufferView: number}[];
  readonly bufferViews: readonly {readonly byteOffset: number; readonly byteLength: number}[];
}

/** The JSON of a file that the validator finds no error in, and its bytes. */
async function read(glb: Blob): Promise<{json: Written; image(index: number): Promise<ImageBitmap>}> {
  expect(await errorsOf(glb)).to.deep.equal([]);
  const bytes = await glb.arrayBuffer();
  const length = new DataView(bytes).getUint32(12, true);
  const json = JSON.parse(new TextDecoder().decode(bytes.slice(20, 20 + length))) as Written;
  return {
    json,
    image(index) {
      const {mimeType = '', bufferView = 0} = json.images?.[index] ?? {};
      const {byteOffset = 0, byteLength = 0} = json.bufferViews[bufferView] ?? {};
      const start = 28 + length + byteOffset;
      return createImageBitmap(new Blob([bytes.slice(start, start + byteLength)], {type: mimeType}));
    },
  };
}

/** In the shape of the canvas: for another one a stage looks from where it thinks all is in the picture. */
async function pictureOf(stage: Stage): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(await stage.snapshot({width: 240, height: 180}));
  const context = new OffscreenCanvas(240, 180).getContext('2d');
  if (!context) throw new Error('The canvas has no 2D context.');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, 240, 180).data;
}

/** How far the picture of an exported file is off, on average, of 255. */
async function difference(stage: Stage, glb: Blob): Promise<number> {
  const other = createStage().stage;
  await other.load(cube(urlOf(glb)));
  stage.camera = other.camera;
  const before = await pictureOf(stage);
  const after = await pictureOf(other);
  return before.reduce((sum, value, at) => sum + Math.abs(value - (after[at] ?? 0)), 0) / before.length;
}

const entry = (pointer: string, value: SceneEntry['value'], model = 'cube'): SceneEntry => ({model, pointer, value});
const repeat = (count: number, x: number): RepeatValue => ({kind: 'repeat', count, stepM: [x, 0, 0]});
const hidden = (name: string) => entry(`/nodes/@${name}/extensions/KHR_node_visibility/visible`, false);

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

/** A cabinet with a door that is scaled and turned, a picture, two variants and a shape key. */
async function cabinet(): Promise<string> {
  const glb = new Glb();
  const index = await glb.texture('Oak', '#804020');
  const textured = {pbrMetallicRoughness: {baseColorTexture: {index}}};
  const [oak, steel] = [glb.material('Oak', textured), glb.material('Steel', {extras: {sku: 'S-1'}})];
  glb.variants('metal');
  const mesh = glb.mesh([{material: oak, mappings: [{material: steel, variants: [0]}], targets: 1}]);
  const plain = glb.mesh([{material: steel}]);
  const slat = glb.node('Slat', {mesh: plain, rotation: [0, 0, 0.3826834, 0.9238795]});
  glb.node('Door.L', {scale: [0.2, 1, 1], children: [slat], extras: {part: 7}});
  glb.node('Left', {mesh, translation: [2, 0, 0]});
  glb.node('Right', {mesh, translation: [4, 0, 0]});
  return urlOf(glb.bytes());
}

describe('exportGlb', () => {
  inChromiumOnly();

  afterEach(disposeStages);

  it('writes the shown product with its names, and no floor', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    const glb = await exportGlb(stage);
    expect(glb.type).to.equal('model/gltf-binary');
    const {json} = await read(glb);
    expect(json.asset.generator).to.equal('Twik');
    expect(json.nodes).to.deep.equal([{name: 'Cube', mesh: 0}]);
    expect(json.scenes).to.deep.equal([{nodes: [0]}]);
    expect(json.materials.map(({name}) => name)).to.deep.equal(['Red']);
    expect(json.extensionsUsed).to.equal(undefined);
    expect(await difference(stage, glb)).to.be.below(0.1);
  });

  it('bakes in what was chosen, and leaves the live scene as it is', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    await stage.apply([entry('/materials/@Red/pbrMetallicRoughness/baseColorFactor', [0, 0, 1, 1])]);
    const before = await pictureOf(stage);
    const {json} = await read(await exportGlb(stage));
    expect(json.materials[0]?.pbrMetallicRoughness.baseColorFactor).to.deep.equal([0, 0, 1, 1]);
    expect(await pictureOf(stage)).to.deep.equal(before);
  });

  it('bakes in a variant, and keeps names and extras as they are in the file', async () => {
    const {stage} = createStage();
    await stage.load(cube(await cabinet()));
    await stage.apply([entry('/twik:variant', 'metal'), entry('/nodes/@Left/weights/0', 0.5)]);
    const {json} = await read(await exportGlb(stage));
    expect(json.materials).to.have.lengthOf(1);
    expect(json.materials[0]).to.include({name: 'Steel'}).and.to.have.property('extras').that.deep.equals({sku: 'S-1'});
    expect(json.images).to.equal(undefined);
    const door = json.nodes.find(({name}) => name === 'Door.L');
    expect(door?.extras).to.deep.equal({part: 7});
    expect(json.nodes.find(({name}) => name === 'Left')?.weights).to.deep.equal([0.5]);
    expect(json.nodes.find(({name}) => name === 'Right')?.weights).to.deep.equal([0]);
  });

  it('writes pictures, and smaller ones when asked to', async () => {
    const {stage} = createStage();
    await stage.load(cube(await cabinet()));
    const whole = await read(await exportGlb(stage));
    expect((await whole.image(0)).width).to.equal(4);
    expect(whole.json.images?.[0]?.mimeType).to.equal('image/png');
    const small = await read(await exportGlb(stage, {maxTextureSize: 2}));
    expect((await small.image(0)).width).to.equal(2);
  });

  it('writes words that are printed on a node', async () => {
    const {stage} = createStage();
    await stage.load(cube(await cabinet()));
    const print = {text: 'Ada', color: '#ff0000', font: 'serif', weight: 400, align: 'center'} as const;
    await stage.apply([entry('/nodes/@Left/twik:print', {kind: 'print', ...print, sizeM: [1, 1]})]);
    const glb = await exportGlb(stage, {maxTextureSize: 128});
    const {json, image} = await read(glb);
    expect(json.images).to.have.lengthOf(2);
    expect((await image(1)).width).to.be.at.most(128);
  });

  it('leaves hidden things out unless told otherwise', async () => {
    const {stage} = createStage();
    await stage.load(cube(await cabinet()));
    await stage.apply([hidden('Left'), hidden('Door.L')]);
    const {json} = await read(await exportGlb(stage));
    expect(json.nodes.map(({name}) => name)).to.deep.equal(['Right']);
    const all = await read(await exportGlb(stage, {onlyVisible: false}));
    expect(all.json.nodes.map(({name}) => name)).to.include.members(['Left', 'Right', 'Door.L', 'Slat']);
  });

  for (const [count, kind] of [
    [3, 'copies'],
    [8, 'instances'],
  ] as const) {
    it(`writes repetitions that are ${kind} as nodes, slanted ones too`, async () => {
      const {stage} = createStage();
      await stage.load(cube(await cabinet()));
      await stage.apply([entry('/nodes/@Door.L/twik:repeat', repeat(count, 0.3))]);
      const glb = await exportGlb(stage);
      const {json} = await read(glb);
      const slats = json.nodes.filter(({name, mesh}) => name === 'Slat' && mesh !== undefined);
      expect(slats).to.have.lengthOf(count);
      expect(json.extensionsRequired).to.equal(undefined);
      expect(await difference(stage, glb)).to.be.below(0.3);
    });
  }

  it('keeps several models apart by their ids, and what is mounted where it is', async () => {
    const {stage} = createStage();
    await stage.load([
      {id: 'cube', src: cubeUrl(), load: 'start'},
      {id: 'cabinet', src: await cabinet(), load: 'start'},
      {id: 'knob', src: cubeUrl((json) => (json.nodes[0] = {name: 'Knob', mesh: 0})), load: 'demand'},
    ]);
    await stage.apply([entry('/nodes/@Left/twik:mount', 'knob', 'cabinet')]);
    const {json} = await read(await exportGlb(stage));
    expect(json.scenes[0]?.nodes.map((node) => json.nodes[node]?.name)).to.deep.equal(['cube', 'cabinet']);
    expect(json.nodes.filter(({name}) => name === 'Knob')).to.have.lengthOf(1);
  });

  it('says that there is nothing to export', async () => {
    const {stage} = createStage();
    expect(await codeOf(exportGlb(stage))).to.equal('export-failed');
    await stage.load(cube());
    await stage.apply([hidden('Cube')]);
    expect(await codeOf(exportGlb(stage))).to.equal('export-failed');
  });

  it('ends when its signal says so', async () => {
    const {stage} = createStage();
    await stage.load(cube());
    const abort = new AbortController();
    const exported = exportGlb(stage, {signal: abort.signal});
    abort.abort();
    expect(await exported.catch((error: unknown) => error)).to.have.property('name', 'AbortError');
    expect(await exportGlb(stage, {signal: abort.signal}).catch((error: unknown) => error)).to.have.property(
      'name',
      'AbortError',
    );
  });

  describe('of files by others', () => {
    /** Beside the repository; the test server names what lies above its root so. */
    const corpus = '/__wds-outside-root__/1/shared/assets/gltf/models/';

    before(async function () {
      if ((await fetch(`${corpus}Box.glb`)).ok) return;
      console.warn('Skipped: the shared models are not here.');
      this.skip();
    });

    /** With how far the picture may be off, of 255: pictures are packed anew. */
    for (const [file, tolerance] of [
      ['AnimatedMorphCube-quantized', 0.1],
      ['Box-meshopt', 0.1],
      ['ClearCoatTest', 0.1],
      ['GpuInstancing', 0.1],
      ['MeshPrimitiveModes', 0.1],
      ['NegativeScaleTest', 0.1],
      ['Plane-ktx2', 0.3],
      ['RiggedSimple-draco', 0.1],
      ['SimpleSkin', 0.1],
      ['TextureTransformMultiTest', 0.1],
      ['TransmissionTest', 0.3],
      ['UnicodeTest', 0.1],
    ] as const) {
      it(`writes ${file} without an error, and it looks the same`, async () => {
        const {stage} = createStage();
        await stage.load(cube(`${corpus}${file}.glb`));
        const glb = await exportGlb(stage);
        expect(await errorsOf(glb)).to.deep.equal([]);
        expect(await difference(stage, glb)).to.be.below(tolerance);
      });
    }
  });
});

import {expect} from '@open-wc/testing';
import {HemisphereLight, DirectionalLight, PerspectiveCamera, Group, WebGLRenderer, type Object3D} from 'three';
import type {ScenePlan, SceneValue} from '../../../src/core/scene/plan.js';
import type {LoadedModel} from '../../../src/viewer/loaded-model.js';
import {Bench, entries, print} from './bench.js';
import {Glb} from './glb.js';

const size = 64;
let renderer: WebGLRenderer;
let camera: PerspectiveCamera;

before(() => {
  renderer = new WebGLRenderer({preserveDrawingBuffer: true});
  renderer.setSize(size, size, false);
  camera = new PerspectiveCamera(40, 1, 0.1, 20);
  camera.position.set(0.6, 0.4, 4);
});

after(() => {
  renderer.dispose();
  renderer.forceContextLoss();
});

/** A bench whose scene is drawn. */
class DrawnBench extends Bench {
  constructor(...models: LoadedModel[]) {
    super(...models);
    const light = new DirectionalLight(0xffffff, 2);
    light.position.set(1, 2, 3);
    this.scene.add(light, new HemisphereLight());
  }

  override async precompile(objects: readonly Object3D[]): Promise<void> {
    await super.precompile(objects);
    const group = new Group();
    group.add(...objects);
    renderer.compile(group, camera, this.scene);
    group.clear();
  }

  draw(): Uint8Array {
    renderer.render(this.scene, camera);
    const gl = renderer.getContext();
    const pixels = new Uint8Array(size * size * 4);
    gl.readPixels(0, 0, size, size, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return pixels;
  }
}

const programs = () => renderer.info.programs?.length ?? 0;
const isAlike = (a: Uint8Array, b: Uint8Array) => a.every((value, index) => Math.abs(value - (b[index] ?? 0)) <= 1);

/** Materials that differ in what textures and extensions they have, on meshes that differ too. */
async function product(): Promise<DrawnBench> {
  const glb = new Glb().variants('night', 'day');
  const texture = async (color: string) => ({index: await glb.texture(color, color)});
  const pbr = async (color: string) => ({
    pbrMetallicRoughness: {baseColorTexture: await texture(color), metallicFactor: 0},
  });
  const plain = glb.material('Plain', {
    pbrMetallicRoughness: {baseColorFactor: [0.5, 0.25, 0.125, 1], metallicFactor: 0},
  });
  const woven = glb.material('Woven', {...(await pbr('#804020')), normalTexture: await texture('#8090ff')});
  const night = glb.material('Night', {emissiveFactor: [0, 0, 0.5], emissiveTexture: await texture('#fff')});
  glb.material('Velvet', {
    ...(await pbr('#206040')),
    extensions: {KHR_materials_sheen: {sheenColorFactor: [0.5, 0.5, 0.5]}},
  });
  glb.material('Worn', {pbrMetallicRoughness: {metallicRoughnessTexture: await texture('#00ff80')}});
  glb.material('Coat', {extensions: {KHR_materials_clearcoat: {clearcoatFactor: 1}}, doubleSided: true});
  const mappings = [
    {material: night, variants: [0]},
    {material: woven, variants: [1]},
  ];
  glb.node('Seat', {mesh: glb.mesh([{material: plain, mappings}]), translation: [-1, 0, 0]});
  glb.node('Back', {mesh: glb.mesh([{material: woven, targets: 1}]), translation: [0, 0, 0]});
  glb.node('Slat', {mesh: glb.mesh([{material: plain}]), translation: [-1, -1, 0], scale: [0.1, 0.5, 1]});
  glb.node('Plate', {mesh: glb.mesh([{material: plain}]), translation: [0.5, -1, 0]});
  return new DrawnBench(await glb.load());
}

/** Reproducible, so that a failure can be looked at. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('what is drawn', () => {
  it('needs no new shader in 100 random changes, once prepared', async () => {
    const scene = await product();
    const pick = random(7);
    const materials = ['Plain', 'Woven', 'Velvet', 'Worn', 'Coat', null];
    const plan = (): Record<string, SceneValue> => ({
      '/nodes/@Seat/twik:material': materials[pick(6)] ?? null,
      '/nodes/@Back/twik:material': materials[pick(6)] ?? null,
      '/nodes/@Slat/twik:material': materials[pick(6)] ?? null,
      '/nodes/@Slat/twik:repeat': {kind: 'repeat', count: 1 + pick(8), stepM: [0.15, 0, 0]},
      '/nodes/@Plate/twik:print': print(['', 'Twik', 'Hello'][pick(3)] ?? ''),
      '/materials/@Coat/extensions/KHR_materials_clearcoat/clearcoatFactor': pick(2),
      '/materials/@Plain/pbrMetallicRoughness/baseColorTexture': pick(2) ? '@#fff' : null,
      '/materials/@Woven/pbrMetallicRoughness/baseColorFactor': ['#ff0000', '#00ff00'][pick(2)] ?? null,
      '/twik:variant': [null, 'night', 'day'][pick(3)] ?? null,
    });
    await scene.apply(plan());
    await scene.binder.prepare();
    scene.draw();
    const warm = programs();
    const pictures = new Set<string>();
    for (let change = 0; change < 100; change++) {
      await scene.apply(plan());
      pictures.add(scene.draw().join());
      expect(programs(), `after change ${change}`).to.equal(warm);
    }
    expect(pictures.size).to.be.greaterThan(60);
    scene.binder.dispose();
  });

  it('loads for preparing one material of each shader alone', async () => {
    const glb = new Glb();
    const first = glb.material('Cloth 0', {normalTexture: {index: await glb.texture('Bumps', '#8080ff')}});
    for (let index = 1; index < 20; index++) glb.material(`Cloth ${index}`);
    glb.node('Seat', {mesh: glb.mesh([{material: first}])});
    const scene = new DrawnBench(await glb.load());
    await scene.apply({'/nodes/@Seat/twik:material': null});
    await scene.binder.prepare();
    expect(scene.precompiled.length).to.equal(1);
    scene.draw();
    const warm = programs();
    await scene.apply({'/nodes/@Seat/twik:material': 'Cloth 12'});
    scene.draw();
    expect(programs()).to.equal(warm);
    scene.binder.dispose();
  });

  it('looks the same with slots filled up as without', async () => {
    const scene = await product();
    const before = scene.draw();
    for (const name of ['Seat', 'Back', 'Slat', 'Plate']) {
      await scene.apply({[`/nodes/@${name}/twik:material`]: null});
      expect(isAlike(scene.draw(), before), name).to.equal(true);
    }
    scene.binder.dispose();
  });

  it('is the file again after any plans, and the GPU holds no more than before', async () => {
    const scene = await product();
    const before = scene.draw();
    const {geometries, textures} = {...renderer.info.memory};
    const plans: ScenePlan[] = [
      {
        '/nodes/@Seat/twik:material': 'Velvet',
        '/nodes/@Slat/twik:repeat': {kind: 'repeat' as const, count: 9, stepM: [0.1, 0, 0] as const},
        '/nodes/@Plate/twik:print': print('Twik'),
      },
      {
        '/twik:variant': 'night',
        '/nodes/@Slat/twik:repeat': {kind: 'repeat' as const, count: 3, stepM: [0.3, 0, 0] as const},
        '/nodes/@Back/weights/0': 0.5,
      },
      {
        '/nodes/@Back/twik:material': 'Coat',
        '/materials/@Plain/pbrMetallicRoughness/baseColorTexture': '@#804020',
        '/materials/@Woven/pbrMetallicRoughness/baseColorTexture/extensions/KHR_texture_transform/offset': [0.5, 0.5],
      },
    ].map((values) => entries(values));
    for (const plan of plans) {
      await scene.binder.apply(plan);
      expect(isAlike(scene.draw(), before)).to.equal(false);
    }
    await scene.apply({});
    expect(isAlike(scene.draw(), before)).to.equal(true);
    await scene.binder.apply(plans[0] ?? []);
    scene.draw();
    scene.binder.dispose();
    expect(isAlike(scene.draw(), before)).to.equal(true);
    expect({...renderer.info.memory}).to.include({geometries, textures});
    scene.binder.dispose();
  });
});

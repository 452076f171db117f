import {expect} from '@open-wc/testing';
import {MeshStandardMaterial} from 'three';
import type {SceneValue} from '../../../src/core/scene/plan.js';
import {as, Bench, entries, materialOf} from './bench.js';
import {Glb} from './glb.js';

async function bench(): Promise<Bench> {
  const body = new Glb();
  body.node('Left', {translation: [-1, 0, 0]});
  body.node('Right', {translation: [1, 0, 0]});
  const bar = new Glb();
  bar.node('Socket');
  bar.node('Bar', {mesh: bar.mesh([{material: bar.material('Brass')}])});
  const knob = new Glb();
  knob.node('Knob', {mesh: knob.mesh([{material: knob.material('Steel')}])});
  const [handle, round] = await Promise.all([bar.load('bar'), knob.load('knob')]);
  return new Bench(await body.load()).offer(handle).offer(round);
}

const mount = (name: string) => `/nodes/@${name}/twik:mount`;

async function mounted(values: Record<string, SceneValue>, ...arriving: string[]): Promise<Bench> {
  const scene = await bench();
  const done = scene.apply(values);
  for (const id of arriving) await scene.arrive(id);
  await done;
  return scene;
}

describe('twik:mount', () => {
  it('keeps the picture until the model is here, then shows it at each socket', async () => {
    const scene = await bench();
    const done = scene.apply({[mount('*')]: 'bar', '/nodes/@Left/translation': [-2, 0, 0]});
    expect([scene.all('Bar').length, scene.one('Left').position.x, scene.frames]).to.deep.equal([0, -1, 0]);
    await scene.arrive('bar');
    await done;
    expect(scene.one('Left').position.x).to.equal(-2);
    const sockets = scene.all('Bar').map(({parent}) => parent?.parent?.userData['name'] as string);
    expect(sockets).to.deep.equal(['Left', 'Right']);
    expect([scene.frames, scene.moves]).to.deep.equal([1, 1]);
  });

  it('takes a model away for null, for another, and when nothing mentions it', async () => {
    const scene = await mounted({[mount('*')]: 'bar'}, 'bar');
    await scene.apply({[mount('Left')]: 'bar', [mount('Right')]: null});
    expect(scene.all('Bar').length).to.equal(1);
    const done = scene.apply({[mount('Left')]: 'knob'});
    await scene.arrive('knob');
    await done;
    expect([scene.all('Bar').length, scene.all('Knob').length]).to.deep.equal([0, 1]);
    await scene.apply({});
    expect(scene.one('Left').children.length).to.equal(0);
  });

  it('binds all copies of a model, those that come later too', async () => {
    const scene = await mounted({[mount('Left')]: 'bar'}, 'bar');
    const own = {'/nodes/@Bar/translation': [0, 3, 0], '/materials/@Brass/pbrMetallicRoughness/roughnessFactor': 0.5};
    await scene.binder.apply([...entries(own, 'bar'), ...entries({[mount('Left')]: 'bar'})]);
    await scene.binder.apply([...entries({[mount('*')]: 'bar'}), ...entries(own, 'bar')]);
    expect(scene.all('Bar').map(({position}) => position.y)).to.deep.equal([3, 3]);
    for (const bar of scene.all('Bar')) expect(as(MeshStandardMaterial, materialOf(bar)).roughness).to.equal(0.5);
    await scene.apply({[mount('*')]: 'bar'});
    expect(scene.all('Bar').map(({position}) => position.y)).to.deep.equal([0, 0]);
  });

  it('reads what is set of a model as soon as that has come, waiting for what it needs in turn', async () => {
    const scene = await bench();
    const done = scene.binder.apply([
      ...entries({[mount('Socket')]: 'knob', '/nodes/@Bar/scale': [2, 1, 1]}, 'bar'),
      ...entries({[mount('Left')]: 'bar'}),
    ]);
    await scene.arrive('bar');
    expect(scene.all('Bar').length, 'while its own mount is missing').to.equal(0);
    await scene.arrive('knob');
    await done;
    expect(scene.one('Knob').parent?.parent?.userData['name']).to.equal('Socket');
    expect(scene.one('Bar').scale.x).to.equal(2);
  });

  it('is refused for an unknown model and for one within itself', async () => {
    const scene = await mounted({[mount('Left')]: 'bar'}, 'bar');
    expect((await scene.failure({[mount('Left')]: 'ba'})).code).to.equal('model-unknown');
    const plan = [...entries({[mount('Left')]: 'bar'}), ...entries({[mount('Socket')]: 'bar'}, 'bar')];
    const error: unknown = await scene.binder.apply(plan).catch((reason: unknown) => reason);
    expect(error).to.include({code: 'mount-cyclic'});
    expect(scene.all('Bar').length).to.equal(1);
  });
});

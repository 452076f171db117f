import {expect} from '@open-wc/testing';
import {InstancedMesh, Matrix4, MeshStandardMaterial, Vector3, type Object3D} from 'three';
import type {RepeatValue} from '../../../src/core/scene/plan.js';
import {as, Bench, entries, materialOf} from './bench.js';
import {Glb} from './glb.js';

async function bench(): Promise<Bench> {
  const glb = new Glb();
  glb.material('Walnut');
  const mesh = glb.mesh([{material: glb.material('Oak')}, {material: glb.material('Edge')}]);
  const lip = glb.node('Lip', {mesh, translation: [0, 0, 1]});
  const shelf = glb.node('Shelf', {mesh, translation: [0, 1, 0], scale: [-1, 2, 1], children: [lip]});
  const soft = glb.node('Soft', {mesh: glb.mesh([{targets: 1}])});
  glb.node('Body', {children: [shelf, soft]});
  const knob = new Glb();
  knob.node('Knob', {mesh: knob.mesh([{}])});
  return new Bench(await glb.load()).offer(await knob.load('knob'));
}

const repeat = (count: number, ...step: [number, number, number]): RepeatValue => ({
  kind: 'repeat',
  count,
  stepM: step,
});
const shelf = '/nodes/@Shelf/twik:repeat';
const instanced = (scene: Bench) => {
  const found: InstancedMesh[] = [];
  scene.scene.traverse((object) => void (object instanceof InstancedMesh && found.push(object)));
  return found;
};
const heights = (objects: readonly Object3D[]) => objects.map(({position}) => position.y);

describe('twik:repeat', () => {
  it('copies a few with all below them, a step apart in their parent', async () => {
    const scene = await bench();
    void scene.apply({[shelf]: repeat(3, 0, 0.5, 0)});
    expect(heights(scene.all('Shelf'))).to.deep.equal([1, 1.5, 2]);
    expect([scene.all('Lip').length, instanced(scene).length]).to.deep.equal([3, 0]);
    await scene.apply({[shelf]: repeat(2, 0, 0.25, 0), '/nodes/@Shelf/translation': [0, 3, 0]});
    expect(heights(scene.all('Shelf'))).to.deep.equal([3, 3.25]);
    await scene.apply({[shelf]: repeat(0, 0, 0.25, 0)});
    expect([scene.all('Shelf').length, scene.one('Shelf').visible]).to.deep.equal([1, false]);
    await scene.apply({});
    expect([scene.all('Shelf').length, scene.one('Shelf').visible]).to.deep.equal([1, true]);
  });

  it('draws many as instances, exactly where copies would be', async () => {
    const scene = await bench();
    await scene.apply({[shelf]: repeat(4, 0.1, 0.5, 0)});
    const corner = new Vector3(1, 1, 0);
    scene.scene.updateMatrixWorld(true);
    const copies = scene.all('Lip').map(({matrixWorld}) => corner.clone().applyMatrix4(matrixWorld));
    await scene.apply({[shelf]: repeat(8, 0.1, 0.5, 0)});
    scene.scene.updateMatrixWorld(true);
    expect(scene.all('Shelf').length).to.equal(1);
    const meshes = instanced(scene);
    expect(meshes.map(({count}) => count)).to.deep.equal([7, 7, 7, 7]);
    const lips = as(InstancedMesh, meshes[2]);
    const at = new Matrix4();
    copies.slice(1).forEach((expected, index) => {
      lips.getMatrixAt(index, at);
      const place = corner.clone().applyMatrix4(at.premultiply(lips.matrixWorld));
      expect(place.distanceTo(expected)).to.be.lessThan(1e-6);
    });
    expect(lips.matrixWorld.determinant(), 'seen from outside').to.be.lessThan(0);
  });

  it('moves and dresses instances with their node', async () => {
    const scene = await bench();
    await scene.apply({[shelf]: repeat(8, 0, 0.5, 0)});
    await scene.apply({
      [shelf]: repeat(6, 0, 0.5, 0),
      '/nodes/@Shelf/translation': [0, 5, 0],
      '/nodes/@Lip/twik:material': 'Walnut',
      '/materials/@Oak/pbrMetallicRoughness/roughnessFactor': 0.5,
    });
    const [oak, , lip] = instanced(scene);
    expect(oak?.count).to.equal(5);
    expect(oak?.position.y).to.equal(5);
    expect(as(MeshStandardMaterial, oak?.material).roughness).to.equal(0.5);
    expect(as(MeshStandardMaterial, lip?.material).name).to.equal('Walnut');
    await scene.apply({[shelf]: repeat(6, 0, 0.5, 0), '/nodes/@Shelf/extensions/KHR_node_visibility/visible': false});
    expect(oak?.parent?.visible).to.equal(false);
    await scene.apply({});
    expect(instanced(scene).length).to.equal(0);
  });

  it('copies many as well when something below is bound or soft', async () => {
    const scene = await bench();
    await scene.apply({[shelf]: repeat(6, 0, 1, 0), '/nodes/@Lip/translation': [7, 0, 0]});
    expect([scene.all('Lip').map(({position}) => position.x), instanced(scene).length]).to.deep.equal([
      [7, 7, 7, 7, 7, 7],
      0,
    ]);
    await scene.apply({[shelf]: repeat(6, 0, 1, 0)});
    expect([scene.all('Lip').length, instanced(scene).length]).to.deep.equal([1, 4]);
    await scene.apply({'/nodes/@Soft/twik:repeat': repeat(6, 0, 1, 0), '/nodes/@Soft/weights/0': 0.5});
    expect(scene.all('Soft').map((object) => Reflect.get(object, 'morphTargetInfluences') as unknown)).to.deep.equal(
      Array.from({length: 6}, () => [0.5]),
    );
  });

  it('repeats within what is repeated, and mounts at each copy', async () => {
    const scene = await bench();
    const plan = {
      [shelf]: repeat(2, 0, 1, 0),
      '/nodes/@Lip/twik:repeat': repeat(3, 1, 0, 0),
      '/nodes/@Lip/twik:mount': 'knob',
    };
    const done = scene.apply(plan);
    await scene.arrive('knob');
    await done;
    expect([scene.all('Shelf'), scene.all('Lip'), scene.all('Knob')].map(({length}) => length)).to.deep.equal([
      2, 6, 6,
    ]);
    await scene.apply({...plan, [shelf]: repeat(3, 0, 1, 0)});
    expect([scene.all('Lip'), scene.all('Knob')].map(({length}) => length)).to.deep.equal([9, 9]);
    await scene.apply({...plan, [shelf]: null});
    expect([scene.all('Lip'), scene.all('Knob')].map(({length}) => length)).to.deep.equal([3, 3]);
    await scene.binder.apply(entries({}));
    expect([scene.all('Lip'), scene.all('Knob')].map(({length}) => length)).to.deep.equal([1, 0]);
  });

  it('dresses copies that come when their node is dressed already', async () => {
    const scene = await bench();
    await scene.apply({'/nodes/@Shelf/twik:material': 'Walnut'});
    await scene.apply({'/nodes/@Shelf/twik:material': 'Walnut', [shelf]: repeat(2, 0, 1, 0)});
    await scene.apply({[shelf]: repeat(2, 0, 1, 0)});
    const names = scene.all('Shelf').map(({children}) => materialOf(children[0] ?? scene.scene).name);
    expect(names).to.deep.equal(['Oak', 'Oak']);
  });

  it('is refused when it would never end', async () => {
    expect((await (await bench()).failure({[shelf]: repeat(1e6, 0, 1, 0)})).code).to.equal('repeat-limit');
  });
});

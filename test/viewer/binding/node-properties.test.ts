import {expect} from '@open-wc/testing';
import {Mesh} from 'three';
import {as, Bench} from './bench.js';
import {Glb} from './glb.js';

async function bench(): Promise<Bench> {
  const glb = new Glb();
  const mesh = glb.mesh([{targets: 2}], {targetNames: ['Wide', 'Soft']});
  const knob = glb.node('Knob', {translation: [1, 2, 3]});
  glb.node('Door', {mesh, translation: [1, 0, 0], scale: [1, 2, 1], weights: [0.25, 0], children: [knob]});
  glb.node('Spare', {extensions: {KHR_node_visibility: {visible: false}}});
  return new Bench(await glb.load());
}

const visible = (name: string) => `/nodes/@${name}/extensions/KHR_node_visibility/visible`;

describe('properties of a node', () => {
  it('are applied when the call returns', async () => {
    const scene = await bench();
    const done = scene.apply({
      '/nodes/@Door/translation': [0, 5, 0],
      '/nodes/@Door/rotation': [0, 0, 0.7071067811865476, 0.7071067811865476],
      '/nodes/@Door/scale': [3, 1, 1],
      [visible('Door')]: false,
    });
    const {position, rotation, scale, visible: isVisible} = scene.one('Door');
    expect(position.toArray()).to.deep.equal([0, 5, 0]);
    expect(rotation.z).to.be.closeTo(Math.PI / 2, 1e-6);
    expect(scale.toArray()).to.deep.equal([3, 1, 1]);
    expect(isVisible).to.equal(false);
    expect([scene.moves, scene.frames]).to.deep.equal([1, 1]);
    await done;
  });

  it('are the file’s again when no plan mentions them', async () => {
    const scene = await bench();
    await scene.apply({
      '/nodes/@Door/translation': [0, 5, 0],
      '/nodes/@Door/weights': [1, 1],
      [visible('Door')]: false,
    });
    await scene.apply({'/nodes/@Door/weights/@Soft': null});
    const door = as(Mesh, scene.one('Door'));
    expect([door.position.x, door.scale.y, door.visible]).to.deep.equal([1, 2, true]);
    expect(door.morphTargetInfluences).to.deep.equal([0.25, 0]);
  });

  it('blend morph targets all, by name or by number', async () => {
    const scene = await bench();
    const weights = () => as(Mesh, scene.one('Door')).morphTargetInfluences;
    await scene.apply({'/nodes/@Door/weights': [0.5, 0.75]});
    expect(weights()).to.deep.equal([0.5, 0.75]);
    await scene.apply({'/nodes/@Door/weights/@Soft': 1});
    expect(weights()).to.deep.equal([0.25, 1]);
    await scene.apply({'/nodes/@Door/weights/0': 0.125});
    expect(weights()).to.deep.equal([0.125, 0]);
    expect((await scene.failure({'/nodes/@Door/weights/@Sot': 1})).message).to.contain('Did you mean "Soft"?');
    expect((await scene.failure({'/nodes/@Door/weights/2': 1})).code).to.equal('morph-target-not-found');
  });

  it('hide from the start what the file hides', async () => {
    const scene = await bench();
    const model = scene.model('body');
    if (!model) throw new Error('No model.');
    scene.binder.adopt(model);
    expect(scene.one('Spare').visible).to.equal(false);
    await scene.apply({[visible('Spare')]: true});
    expect(scene.one('Spare').visible).to.equal(true);
    await scene.apply({});
    expect(scene.one('Spare').visible).to.equal(false);
  });

  it('ask for no frame when nothing changes', async () => {
    const scene = await bench();
    await scene.apply({'/nodes/@Door/translation': [0, 5, 0]});
    await scene.apply({'/nodes/@Door/translation': [0, 5, 0], '/nodes/@Knob/translation': [1, 2, 3]});
    expect([scene.moves, scene.frames]).to.deep.equal([1, 1]);
  });

  it('take the last value when two entries mean the same', async () => {
    const scene = await bench();
    await scene.apply({'/nodes/@*/translation': [0, 0, 0], '/nodes/@Knob/translation': [9, 0, 0]});
    expect([scene.one('Knob').position.x, scene.one('Door').position.x]).to.deep.equal([9, 0]);
  });

  it('apply all that is right when something is wrong, and report it once', async () => {
    const scene = await bench();
    const plan = {
      '/nodes/@Gone/scale': [1, 1, 1],
      '/nodes/@Door/translation': [1, 2],
      [visible('Knob')]: false,
    };
    const error = await scene.failure(plan);
    expect(error.code).to.equal('scene-bindings-failed');
    expect(error.issues.map(({code}) => code)).to.deep.equal(['node-not-found', 'value-invalid']);
    expect(error.issues[1]?.message).to.contain('It takes 3 numbers, not [1,2].');
    expect(scene.one('Knob').visible).to.equal(false);
    await scene.apply({...plan, [visible('Door')]: false});
    expect(scene.one('Door').visible).to.equal(false);
    await scene.apply({});
    expect((await scene.failure({'/nodes/@Gone/scale': [1, 1, 1]})).code).to.equal('node-not-found');
  });
});

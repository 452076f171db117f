import {expect} from '@open-wc/testing';
import {Bench, materialOf} from './bench.js';
import {Glb} from './glb.js';

const move = [0, 1, 0];

async function bench(): Promise<Bench> {
  const glb = new Glb();
  const mesh = glb.mesh([{material: glb.material('Oak')}]);
  const knobs = [glb.node('Knob'), glb.node('Knob')];
  glb.node('Door.L [1]', {children: [knobs[0] ?? 0], mesh});
  glb.node('Door.R', {children: [knobs[1] ?? 0]});
  glb.node('A/B~C');
  return new Bench(await glb.load());
}

describe('names in a model', () => {
  it('are those of the file, whatever three makes of them', async () => {
    const scene = await bench();
    await scene.apply({'/nodes/@Door.L [1]/translation': move});
    expect(scene.one('Door.L [1]').position.toArray()).to.deep.equal(move);
    expect(scene.one('Door.L [1]').name).not.to.equal('Door.L [1]');
  });

  it('may hold what a pointer escapes', async () => {
    const scene = await bench();
    await scene.apply({'/nodes/@A~1B~0C/translation': move});
    expect(scene.one('A/B~C').position.toArray()).to.deep.equal(move);
  });

  it('are told apart by a node above', async () => {
    const scene = await bench();
    await scene.apply({'/nodes/@Door.R>Knob/translation': move});
    expect(scene.all('Knob').map(({position}) => position.y)).to.deep.equal([0, 1]);
  });

  it('are refused when several nodes have one, naming the cure', async () => {
    const error = await (await bench()).failure({'/nodes/@Knob/translation': move});
    expect(error.code).to.equal('node-ambiguous');
    expect(error.message).to.contain('"/nodes/@Knob/translation" of model "body"').and.to.contain('Above>Knob');
  });

  it('mean all that are like them with an asterisk', async () => {
    const scene = await bench();
    await scene.apply({'/nodes/@Door*/translation': move, '/nodes/@Kn*b/translation': [0, 2, 0]});
    expect(['Door.L [1]', 'Door.R'].map((name) => scene.one(name).position.y)).to.deep.equal([1, 1]);
    expect(scene.all('Knob').map(({position}) => position.y)).to.deep.equal([2, 2]);
  });

  it('are guessed when one is misspelt', async () => {
    const scene = await bench();
    const node = await scene.failure({'/nodes/@Dor.R/translation': move});
    expect([node.code, node.message.includes('Did you mean "Door.R"?')]).to.deep.equal(['node-not-found', true]);
    const material = await scene.failure({'/materials/@Oka/pbrMetallicRoughness/roughnessFactor': 1});
    expect([material.code, material.message.includes('"Oak"')]).to.deep.equal(['material-not-found', true]);
    const property = await scene.failure({'/nodes/@Door.R/translaton': move});
    expect([property.code, property.message.includes('"translation"')]).to.deep.equal(['pointer-unsupported', true]);
  });

  it('do not reach nodes outside the default scene', async () => {
    const glb = new Glb();
    const inside = glb.node('Inside');
    glb.node('Outside');
    const scene = new Bench(await glb.load('body', [inside]));
    expect((await scene.failure({'/nodes/@Outside/translation': move})).code).to.equal('node-not-found');
  });

  it('are found in the default scene of a file with several', async () => {
    const glb = new Glb();
    const mesh = glb.mesh([{material: glb.material('Oak')}, {material: glb.material('Steel')}]);
    const inner = glb.node('Inner');
    const outer = glb.node('Outer', {mesh, children: [inner]});
    const other = glb.node('Other', {mesh});
    const scene = new Bench(await glb.scene(other).load('body', [outer]));
    await scene.apply({'/nodes/@Inner/translation': move, '/nodes/@Outer/twik:material': 'Steel'});
    expect(scene.one('Inner').position.y).to.equal(1);
    expect(
      scene
        .one('Outer')
        .children.slice(0, 2)
        .map((part) => materialOf(part).name),
    ).to.deep.equal(['Steel', 'Steel']);
  });
});

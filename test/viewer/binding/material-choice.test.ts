import {expect} from '@open-wc/testing';
import {MeshStandardMaterial} from 'three';
import {as, Bench, entries, materialOf} from './bench.js';
import {Glb} from './glb.js';

async function bench(): Promise<Bench> {
  const glb = new Glb().variants('night', 'day');
  const oak = glb.material('Oak');
  const steel = glb.material('Steel');
  const black = glb.material('Black');
  const white = glb.material('White');
  const mappings = [
    {material: black, variants: [0]},
    {material: white, variants: [1]},
  ];
  const door = glb.node('Door', {mesh: glb.mesh([{material: oak, mappings}, {material: steel}])});
  glb.node('Body', {children: [door]});
  glb.node('Top', {mesh: glb.mesh([{material: oak, mappings}])});
  glb.material('Velvet', {pbrMetallicRoughness: {roughnessFactor: 0.5}});
  glb.material('Velvet/blue');
  glb.material('Twice');
  glb.material('Twice');
  const fabrics = new Glb();
  fabrics.material('Wool');
  return new Bench(await glb.load()).offer(await fabrics.load('fabrics'));
}

const doorWears = (scene: Bench) => scene.one('Door').children.map((mesh) => materialOf(mesh).name);
const topWears = (scene: Bench) => scene.worn('Top').name;

describe('twik:material', () => {
  it('dresses all primitives of a node, and only of that node', async () => {
    const scene = await bench();
    void scene.apply({'/nodes/@Door/twik:material': 'Steel'});
    expect([doorWears(scene), topWears(scene)], 'at once').to.deep.equal([['Steel', 'Steel'], 'Oak']);
    await scene.apply({'/nodes/@Door/twik:material': 'Velvet'});
    expect([doorWears(scene), topWears(scene)]).to.deep.equal([['Velvet', 'Velvet'], 'Oak']);
    await scene.apply({'/nodes/@Door/twik:material': null});
    expect(doorWears(scene)).to.deep.equal(['Oak', 'Steel']);
  });

  it('brings along what is set of the material', async () => {
    const scene = await bench();
    const rough = '/materials/@Velvet/pbrMetallicRoughness/roughnessFactor';
    await scene.apply({[rough]: 0.25});
    await scene.apply({[rough]: 0.25, '/nodes/@Top/twik:material': 'Velvet'});
    expect(as(MeshStandardMaterial, scene.worn('Top')).roughness).to.equal(0.25);
    await scene.apply({'/nodes/@Top/twik:material': 'Velvet'});
    expect(as(MeshStandardMaterial, scene.worn('Top')).roughness).to.equal(0.5);
  });

  it('takes a material of another model, which is fetched', async () => {
    const scene = await bench();
    const done = scene.apply({'/nodes/@Top/twik:material': 'fabrics/Wool', '/nodes/@Door/translation': [1, 0, 0]});
    expect([topWears(scene), scene.one('Door').position.x]).to.deep.equal(['Oak', 0]);
    await scene.arrive('fabrics');
    await done;
    expect([topWears(scene), scene.one('Door').position.x]).to.deep.equal(['Wool', 1]);
    await scene.binder.apply([
      ...entries({'/nodes/@Top/twik:material': 'fabrics/Wool'}),
      ...entries({'/materials/@Wool/pbrMetallicRoughness/roughnessFactor': 0.125}, 'fabrics'),
    ]);
    expect(as(MeshStandardMaterial, scene.worn('Top')).roughness).to.equal(0.125);
  });

  it('prefers a name with a slash in the own file', async () => {
    const scene = await bench();
    await scene.apply({'/nodes/@Top/twik:material': 'Velvet/blue'});
    expect(topWears(scene)).to.equal('Velvet/blue');
  });

  it('is refused, saying why', async () => {
    const scene = await bench();
    const codes: Record<string, string> = {
      'Velvt': 'material-not-found',
      'Twice': 'material-ambiguous',
      'nowhere/Wool': 'model-unknown',
    };
    for (const [name, code] of Object.entries(codes)) {
      expect((await scene.failure({'/nodes/@Top/twik:material': name})).code, name).to.equal(code);
    }
    const error = await scene.failure({'/nodes/@Body/twik:material': 'Oak'});
    expect([error.code, error.message.includes('Mean one below it: Door.')]).to.deep.equal(['node-without-mesh', true]);
  });
});

describe('twik:variant', () => {
  it('dresses the model as the file says, and goes back for null and an empty name', async () => {
    const scene = await bench();
    for (const none of [null, '']) {
      await scene.apply({'/twik:variant': 'night'});
      expect([doorWears(scene), topWears(scene)]).to.deep.equal([['Black', 'Steel'], 'Black']);
      await scene.apply({'/twik:variant': none});
      expect([doorWears(scene), topWears(scene)]).to.deep.equal([['Oak', 'Steel'], 'Oak']);
    }
  });

  it('of a node goes before that of its model, and a material before both', async () => {
    const scene = await bench();
    const plan = {'/twik:variant': 'night', '/nodes/@Top/twik:variant': 'day'};
    await scene.apply(plan);
    expect([doorWears(scene)[0], topWears(scene)]).to.deep.equal(['Black', 'White']);
    await scene.apply({...plan, '/nodes/@Top/twik:material': 'Steel', '/nodes/@Door/twik:variant': null});
    expect([doorWears(scene)[0], topWears(scene)]).to.deep.equal(['Oak', 'Steel']);
  });

  it('is refused when the file has none of this name', async () => {
    const error = await (await bench()).failure({'/twik:variant': 'nigt'});
    expect([error.code, error.message.includes('Did you mean "night"?')]).to.deep.equal(['variant-not-found', true]);
  });
});

import {expect} from '@open-wc/testing';
import {MeshPhysicalMaterial, MeshStandardMaterial} from 'three';
import {as, Bench} from './bench.js';
import {Glb} from './glb.js';

const color = '/materials/@Oak/pbrMetallicRoughness/baseColorFactor';

async function bench(): Promise<Bench> {
  const glb = new Glb();
  const oak = glb.material('Oak', {pbrMetallicRoughness: {baseColorFactor: [1, 1, 1, 0.5], roughnessFactor: 0.75}});
  const lacquer = glb.material('Lacquer', {
    emissiveFactor: [0, 0, 0],
    extensions: {KHR_materials_clearcoat: {clearcoatFactor: 1}, KHR_materials_sheen: {}},
  });
  glb.material('Glow', {extensions: {KHR_materials_unlit: {}}});
  glb.node('Top', {mesh: glb.mesh([{material: oak}])});
  glb.node('Foot', {mesh: glb.mesh([{material: oak}])});
  glb.node('Front', {mesh: glb.mesh([{material: lacquer}])});
  return new Bench(await glb.load());
}

const standard = (scene: Bench, name: string) => as(MeshStandardMaterial, scene.worn(name));

describe('factors of a material', () => {
  it('reach all that wear it, and go back to the file’s', async () => {
    const scene = await bench();
    void scene.apply({[color]: [0.5, 0.25, 0.125, 0.75], '/materials/@Oak/pbrMetallicRoughness/roughnessFactor': 0.5});
    for (const name of ['Top', 'Foot']) {
      const {color: base, opacity, roughness} = standard(scene, name);
      expect([...base.toArray(), opacity, roughness]).to.deep.equal([0.5, 0.25, 0.125, 0.75, 0.5]);
    }
    expect(standard(scene, 'Front').color.getHex()).to.equal(0xffffff);
    await scene.apply({});
    const {color: base, opacity, roughness} = standard(scene, 'Top');
    expect([...base.toArray(), opacity, roughness]).to.deep.equal([1, 1, 1, 0.5, 0.75]);
  });

  it('take an sRGB colour, which leaves the opacity to the file', async () => {
    const scene = await bench();
    await scene.apply({[color]: [1, 1, 1, 1]});
    await scene.apply({[color]: '#204060'});
    expect(standard(scene, 'Top').color.getHexString()).to.equal('204060');
    expect(standard(scene, 'Top').opacity).to.equal(0.5);
  });

  it('of extensions are set where the file has the extension', async () => {
    const scene = await bench();
    const coat = '/materials/@Lacquer/extensions/KHR_materials_clearcoat/clearcoatFactor';
    await scene.apply({
      [coat]: 0.5,
      '/materials/@Lacquer/extensions/KHR_materials_sheen/sheenColorFactor': [0.5, 0, 0],
      '/materials/@Lacquer/emissiveFactor': '#ffffff',
      '/materials/@Lacquer/extensions/KHR_materials_emissive_strength/emissiveStrength': 2,
    });
    const front = as(MeshPhysicalMaterial, scene.worn('Front'));
    expect(front.clearcoat).to.equal(0.5);
    expect(front.sheenColor.r).to.equal(0.5);
    expect([front.emissive.getHex(), front.emissiveIntensity]).to.deep.equal([0xffffff, 2]);
    const error = await scene.failure({'/materials/@Oak/extensions/KHR_materials_clearcoat/clearcoatFactor': 1});
    expect(error.code).to.equal('pointer-unsupported');
    expect(error.message).to.contain('Material "Oak" lacks KHR_materials_clearcoat.');
  });

  it('keep a feature in the shader when they come down to zero', async () => {
    const scene = await bench();
    const front = as(MeshPhysicalMaterial, scene.worn('Front'));
    const {version} = front;
    await scene.apply({'/materials/@Lacquer/extensions/KHR_materials_clearcoat/clearcoatFactor': 0});
    expect(front.clearcoat).to.be.within(1e-6, 1e-3);
    expect(front.version).to.equal(version);
  });

  it('are refused when the material cannot have them', async () => {
    const scene = await bench();
    const codes = [];
    for (const [pointer, value] of Object.entries({
      '/materials/@Glow/pbrMetallicRoughness/../emissiveFactor': 1,
      '/materials/@Glow/emissiveFactor': [1, 1, 1],
      '/materials/@Oak/alphaCutoff': 0.5,
      [color]: 'red',
    })) {
      codes.push((await scene.failure({[pointer]: value})).code);
    }
    expect(codes).to.deep.equal(['pointer-unsupported', 'pointer-unsupported', 'pointer-unsupported', 'value-invalid']);
  });
});

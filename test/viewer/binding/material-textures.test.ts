import {expect} from '@open-wc/testing';
import {ClampToEdgeWrapping, MeshStandardMaterial, NoColorSpace, SRGBColorSpace, Vector3, type Texture} from 'three';
import {TwikError} from '../../../src/core/error.js';
import {as, Bench} from './bench.js';
import {Glb} from './glb.js';

const base = '/materials/@Weave/pbrMetallicRoughness/baseColorTexture';
const moved = `${base}/extensions/KHR_texture_transform`;

async function bench(): Promise<Bench> {
  const glb = new Glb();
  const index = await glb.texture('Linen', '#888');
  await glb.texture('Wool', '#444');
  const weave = glb.material('Weave', {
    pbrMetallicRoughness: {
      baseColorTexture: {index, texCoord: 1, extensions: {KHR_texture_transform: {scale: [4, 2], offset: [0.5, 0]}}},
    },
  });
  const twin = glb.material('Twin', {pbrMetallicRoughness: {baseColorTexture: {index}}});
  glb.node('Seat', {mesh: glb.mesh([{material: weave}])});
  glb.node('Back', {mesh: glb.mesh([{material: twin}])});
  return new Bench(await glb.load());
}

const material = (scene: Bench, name = 'Seat') => as(MeshStandardMaterial, scene.worn(name));

function mapOf(scene: Bench, name = 'Seat'): Texture {
  const {map} = material(scene, name);
  if (!map) throw new Error('No map.');
  return map;
}

/** Where a texture is sampled for a place in the UV square. */
const sampled = (texture: Texture, u: number, v: number) =>
  new Vector3(u, v, 1).applyMatrix3(texture.matrix).toArray().slice(0, 2);

describe('textures of a material', () => {
  it('are laid on as the file’s was', async () => {
    const scene = await bench();
    const file = mapOf(scene);
    const done = scene.apply({[base]: 'red.png'});
    expect(mapOf(scene), 'before it has come').to.equal(file);
    await scene.arrive('red.png');
    await done;
    const texture = mapOf(scene);
    expect(texture.source).to.equal(scene.textures[0]?.source);
    expect([texture.channel, texture.wrapS, texture.colorSpace, texture.flipY]).to.deep.equal([
      1,
      ClampToEdgeWrapping,
      SRGBColorSpace,
      false,
    ]);
    expect(sampled(texture, 1, 1)).to.deep.equal([4.5, 2]);
    expect(mapOf(scene, 'Back').name, 'the other material').to.equal('Linen');
    await scene.apply({[base]: null});
    expect(mapOf(scene)).to.equal(file);
  });

  it('come from the file by the name of their image', async () => {
    const scene = await bench();
    await scene.apply({[base]: '@Wool'});
    expect([mapOf(scene).name, mapOf(scene).channel, mapOf(scene).colorSpace]).to.deep.equal([
      'Wool',
      1,
      SRGBColorSpace,
    ]);
    const error = await scene.failure({[base]: '@Wol'});
    expect([error.code, error.message.includes('Did you mean "Wool"?')]).to.deep.equal(['texture-not-found', true]);
    expect(mapOf(scene).name).to.equal('Linen');
  });

  it('of plain numbers are not taken for colours, and serve both of three’s maps', async () => {
    const scene = await bench();
    const done = scene.apply({'/materials/@Weave/pbrMetallicRoughness/metallicRoughnessTexture': 'rough.png'});
    await scene.arrive('rough.png');
    await done;
    const {roughnessMap, metalnessMap} = material(scene);
    expect(roughnessMap).to.equal(metalnessMap);
    expect([roughnessMap?.source, roughnessMap?.colorSpace]).to.deep.equal([scene.textures[0]?.source, NoColorSpace]);
  });

  it('move, turn and scale without touching other materials that share the picture', async () => {
    const scene = await bench();
    const file = mapOf(scene);
    const {version} = file.source;
    void scene.apply({[`${moved}/rotation`]: Math.PI / 2, [`${moved}/scale`]: [2, 3], [`${moved}/offset`]: [0, 1]});
    const texture = mapOf(scene);
    // First scaled, then turned by glTF’s matrix, then moved.
    const [u = 0, v = 0] = sampled(texture, 1, 1);
    expect(u).to.be.closeTo(3, 1e-9);
    expect(v).to.be.closeTo(-1, 1e-9);
    expect(file.repeat.toArray()).to.deep.equal([4, 2]);
    expect(file.source.version, 'no second upload').to.equal(version);
    await scene.apply({[`${moved}/offset`]: [0, 0]});
    expect(sampled(mapOf(scene), 1, 1)).to.deep.equal([4, 2]);
    await scene.apply({});
    expect(mapOf(scene)).to.equal(file);
  });

  it('that are missing are reported, and the rest is applied', async () => {
    const scene = await bench();
    const failure = scene.failure({[base]: 'gone.png', '/nodes/@Back/translation': [0, 1, 0]});
    await scene.fail('gone.png', new TwikError('texture-not-found', 'There is no gone.png.'));
    const {code, message} = await failure;
    expect(code).to.equal('texture-not-found');
    expect(message).to.contain(base).and.to.contain('There is no gone.png.');
    expect(scene.one('Back').position.y).to.equal(1);
    expect(mapOf(scene).name).to.equal('Linen');
  });

  it('are asked for once, and again after a failure nobody wants any more', async () => {
    const scene = await bench();
    const failure = scene.failure({[base]: 'gone.png'});
    await scene.fail('gone.png', new Error('offline'));
    await failure;
    await scene.apply({[base]: 'gone.png', '/nodes/@Back/translation': [0, 1, 0]});
    expect(scene.waiting.size).to.equal(0);
    await scene.apply({});
    const done = scene.apply({[base]: 'gone.png'});
    await scene.arrive('gone.png');
    await done;
    expect(mapOf(scene).source).to.equal(scene.textures[0]?.source);
    const shown = mapOf(scene);
    await scene.apply({});
    await scene.apply({[base]: 'gone.png'});
    expect(mapOf(scene)).to.equal(shown);
  });
});

import {expect} from '@open-wc/testing';
import {isWebKit} from '../../support/engines.js';
import {MeshStandardMaterial, type Texture} from 'three';
import type {PrintValue} from '../../../src/core/scene/plan.js';
import {as, Bench, print} from './bench.js';
import {Glb} from './glb.js';

const area = '/nodes/@Plate/twik:print';

async function bench(): Promise<Bench> {
  const glb = new Glb();
  const index = await glb.texture('Brushed', '#888');
  const brass = glb.material('Brass', {pbrMetallicRoughness: {baseColorTexture: {index}, roughnessFactor: 0.25}});
  const mesh = glb.mesh([{material: brass}]);
  glb.node('Plate', {mesh});
  glb.node('Lamp', {mesh});
  return new Bench(await glb.load());
}

const material = (scene: Bench) => as(MeshStandardMaterial, scene.worn('Plate'));

function textureOf(scene: Bench): Texture {
  const {map} = material(scene);
  if (!map) throw new Error('Nothing is printed.');
  return map;
}

/** Where there is ink: the box around it and its share of the area. */
function ink(scene: Bench): {left: number; right: number; top: number; bottom: number; share: number} {
  const {data, width, height} = textureOf(scene).image as {data: Uint8ClampedArray; width: number; height: number};
  const box = {left: width, right: 0, top: height, bottom: 0, share: 0};
  for (let pixel = 0; pixel < width * height; pixel++) {
    if ((data[pixel * 4 + 3] ?? 0) < 128) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    box.left = Math.min(box.left, x / width);
    box.right = Math.max(box.right, (x + 1) / width);
    box.top = Math.min(box.top, y / height);
    box.bottom = Math.max(box.bottom, (y + 1) / height);
    box.share += 1 / (width * height);
  }
  return box;
}

async function printed(value: PrintValue): Promise<ReturnType<typeof ink>> {
  const scene = await bench();
  await scene.apply({[area]: value});
  return ink(scene);
}

describe('twik:print', () => {
  it('prints words in their colour on a clear ground, for this node alone', async () => {
    const scene = await bench();
    void scene.apply({[area]: print('Twik')});
    const {color, transparent, roughness, opacity} = material(scene);
    expect([color.getHexString(), transparent, roughness, opacity]).to.deep.equal(['204060', true, 0.25, 1]);
    expect(ink(scene).share).to.be.within(0.02, 0.6);
    expect(scene.worn('Lamp').transparent).to.equal(false);
    await scene.apply({});
    expect(scene.worn('Plate')).to.equal(scene.worn('Lamp'));
  });

  it('hides the node while there is nothing to print', async () => {
    const scene = await bench();
    await scene.apply({[area]: print('')});
    expect(scene.one('Plate').visible).to.equal(false);
    await scene.apply({[area]: print('A')});
    expect(scene.one('Plate').visible).to.equal(true);
  });

  it('fits the words to the area, whatever their length', async () => {
    for (const text of ['M', 'Twik', 'A long line that has to become small', 'Two\nlines']) {
      const {left, right, top, bottom, share} = await printed(print(text));
      expect(left, text).to.be.greaterThan(0.01);
      expect(right, text).to.be.lessThan(0.99);
      expect(top, text).to.be.greaterThan(0.01);
      expect(bottom, text).to.be.lessThan(0.99);
      expect(share, text).to.be.greaterThan(0.01);
    }
  });

  it('stands where it is aligned to', async () => {
    const [left, center, right] = await Promise.all(
      (['left', 'center', 'right'] as const).map((align) => printed(print('I', {align, sizeM: [0.4, 0.05]}))),
    );
    expect(left?.right).to.be.lessThan(0.15);
    expect(right?.left).to.be.greaterThan(0.85);
    expect(((center?.left ?? 0) + (center?.right ?? 0)) / 2).to.be.closeTo(0.5, 0.02);
  });

  it('uses as many pixels as the area deserves', async () => {
    const size = async (value: PrintValue): Promise<number[]> => {
      const scene = await bench();
      await scene.apply({[area]: value});
      const {width, height} = textureOf(scene).image as {width: number; height: number};
      return [width, height];
    };
    expect(await size(print('A', {sizeM: [0.06, 0.03]}))).to.deep.equal([256, 128]);
    expect(await size(print('A', {sizeM: [2, 0.5]}))).to.deep.equal([1024, 256]);
    expect(await size(print('Small letters need more of them. '.repeat(3), {sizeM: [2, 0.5]}))).to.deep.equal([
      2048, 512,
    ]);
  });

  it('draws again for other words only', async () => {
    const scene = await bench();
    await scene.apply({[area]: print('Twik')});
    const texture = textureOf(scene);
    const {version} = texture;
    await scene.apply({[area]: print('Twik', {color: '#ff0000'}), '/nodes/@Plate/translation': [0, 1, 0]});
    expect(textureOf(scene).version).to.equal(version);
    expect(material(scene).color.getHexString()).to.equal('ff0000');
    await scene.apply({[area]: print('Twik!')});
    expect(textureOf(scene)).to.equal(texture);
    expect(texture.version).to.be.greaterThan(version);
  });

  it('follows its material in all but the colour', async () => {
    const scene = await bench();
    const factor = '/materials/@Brass/pbrMetallicRoughness';
    await scene.apply({
      [area]: print('Twik'),
      [`${factor}/roughnessFactor`]: 0.75,
      [`${factor}/baseColorFactor`]: '#ffffff',
      [`${factor}/baseColorTexture`]: '@Brushed',
    });
    expect([material(scene).roughness, material(scene).color.getHexString()]).to.deep.equal([0.75, '204060']);
    expect(ink(scene).share).to.be.greaterThan(0.01);
  });

  it('is refused in what is no font', async () => {
    const scene = await bench();
    expect((await scene.failure({[area]: print('A', {font: '}'})})).code).to.equal('font-invalid');
  });

  it('waits for a font that the page loads, and does without one that fails', async function () {
    // WebKit tells nobody that a font has failed: no rejection, no face with the status "error".
    if (isWebKit) this.skip();
    const face = new FontFace('Nowhere', 'url(/no/such/font.woff2)');
    document.fonts.add(face);
    try {
      const scene = await bench();
      const error = await scene.failure({[area]: print('A', {font: 'Nowhere, serif'})});
      expect(error.code).to.equal('font-not-loaded');
      expect(ink(scene).share).to.be.greaterThan(0.01);
    } finally {
      document.fonts.delete(face);
    }
  });
});

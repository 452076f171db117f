import {expect} from '@open-wc/testing';
import {CompressedTexture, DataTexture, RGBAFormat, RGBA_ASTC_4x4_Format, RGBA_BPTC_Format} from 'three';
import {loadKtx2} from '../../../src/viewer/decoding/load-ktx2.js';
import {ktx2} from './ktx2.js';
import type {Colour} from './ktx2.js';
import {errorOf} from './support.js';

const colours: readonly Colour[] = [
  [200, 40, 10, 255],
  [10, 200, 40, 255],
  [40, 10, 200, 255],
  [90, 90, 90, 128],
];
const load = (bytes: Uint8Array<ArrayBuffer>, {largestSide = 2048, extensions = [] as readonly string[]} = {}) =>
  loadKtx2(bytes.buffer, {name: '"Oak"', largestSide, hasExtension: (name) => extensions.includes(name)});

interface Level {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}
const levelsOf = (texture: {readonly mipmaps?: unknown}) => texture.mipmaps as Level[];

describe('loadKtx2', () => {
  it('keeps every level, as plain pixels where the GPU reads nothing better', async () => {
    const texture = await load(ktx2(8, 8, colours));
    expect(texture).to.be.instanceOf(DataTexture);
    expect(texture.format).to.equal(RGBAFormat);
    const levels = levelsOf(texture);
    expect(levels.map(({width, height}) => [width, height])).to.deep.equal([
      [8, 8],
      [4, 4],
      [2, 2],
      [1, 1],
    ]);
    levels.forEach(({data, width, height}, at) => {
      expect(data).to.have.lengthOf(width * height * 4);
      expect([...Array.from(data).slice(0, 4)]).to.deep.equal(colours[at]);
    });
    texture.dispose();
  });

  it('leaves levels to the GPU where the file has one and the pixels are plain', async () => {
    const texture = await load(ktx2(8, 8, colours.slice(0, 1)));
    expect(texture.mipmaps).to.have.lengthOf(0);
    expect(texture.generateMipmaps).to.equal(true);
    texture.dispose();
  });

  it('takes what the GPU reads as it is', async () => {
    const desktop = await load(ktx2(8, 8, colours), {extensions: ['EXT_texture_compression_bptc']});
    expect(desktop).to.be.instanceOf(CompressedTexture);
    expect(desktop.format).to.equal(RGBA_BPTC_Format);
    expect(levelsOf(desktop).map(({data}) => data.length)).to.deep.equal([64, 16, 16, 16]);
    const phone = await load(ktx2(8, 8, colours), {extensions: ['WEBGL_compressed_texture_astc']});
    expect(phone.format).to.equal(RGBA_ASTC_4x4_Format);
    desktop.dispose();
    phone.dispose();
  });

  it('leaves out levels that are larger than wanted', async () => {
    const texture = await load(ktx2(8, 8, colours), {largestSide: 4});
    expect(texture.image).to.include({width: 4, height: 4});
    expect(levelsOf(texture)).to.have.lengthOf(3);
    texture.dispose();
  });

  it('keeps a level that is too large when there is no other', async () => {
    const texture = await load(ktx2(8, 8, colours.slice(0, 1)), {largestSide: 4});
    expect(texture.image).to.include({width: 8, height: 8});
    texture.dispose();
  });

  const change = (edit: (view: DataView) => void) => {
    const file = ktx2(8, 8, colours);
    edit(new DataView(file.buffer));
    return file;
  };
  const broken: [what: string, file: Uint8Array<ArrayBuffer>, says: string][] = [
    ['a file that is cut short', ktx2(8, 8, colours).slice(0, 300), 'cut short'],
    ['a file that ends in its header', ktx2(8, 8, colours).slice(0, 60), 'cut short'],
    ['a file without width', change((view) => view.setUint32(20, 0, true)), 'width'],
    ['a file that is absurdly large', change((view) => view.setUint32(20, 1 << 30, true)), '1073741824'],
    ['a cube', change((view) => view.setUint32(36, 6, true)), 'flat'],
    ['more levels than there can be', change((view) => view.setUint32(40, 99, true)), '99 levels'],
    ['pixels of another format', change((view) => view.setUint32(12, 43, true)), 'format 43'],
    ['a texture of another kind', change((view) => view.setUint8(80 + 96 + 12, 1)), 'level 0'],
  ];
  for (const [what, file, says] of broken) {
    it(`says what is wrong with ${what}`, async () => {
      const {code, message} = await errorOf(load(file));
      expect(code).to.equal('decoder-failed');
      expect(message).to.contain('"Oak"').and.contain(says);
    });
  }
});

import {expect} from '@open-wc/testing';
import {DataUtils} from 'three';
import {isHdr, readHdr} from '../../../src/viewer/extras/environment/read-hdr.js';
import {hdrBytes, light} from './light-files.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const colorAt = (data: Uint16Array, pixel: number) =>
  [...data.subarray(4 * pixel, 4 * pixel + 4)].map((half) => DataUtils.fromHalfFloat(half));

describe('readHdr', () => {
  for (const isPacked of [true, false]) {
    it(`reads ${isPacked ? 'runs' : 'plain pixels'}, rows from the top`, () => {
      const bytes = hdrBytes(light.red, [10, 20, 40, 120], {isPacked});
      expect(isHdr(bytes)).to.equal(true);
      const {width, height, data} = readHdr(bytes, 1024);
      expect([width, height]).to.deep.equal([16, 8]);
      const [red = 0, ...others] = colorAt(data, 0);
      expect(red).to.be.closeTo(256 / 255, 1e-3);
      expect(others).to.deep.equal([0, 0, 1]);
      // A half float has eleven bits.
      const expected = [10, 20, 40].map((value) => (value / 255) * 2 ** -8);
      colorAt(data, 127).forEach((value, channel) => {
        expect(value).to.be.closeTo(expected[channel] ?? 1, (expected[channel] ?? 1) * 1e-3);
      });
    });
  }

  it('scales a wide picture down, each pixel the mean of those it stands for', () => {
    const {width, height, data} = readHdr(hdrBytes(light.red, light.blue, {width: 16, height: 6}), 6);
    expect([width, height]).to.deep.equal([5, 2]);
    expect(colorAt(data, 4)[0]).to.be.closeTo(256 / 255, 1e-3);
    expect(colorAt(data, 9)[2]).to.be.closeTo(256 / 255, 1e-3);
    const mixed = readHdr(hdrBytes(light.red, light.blue, {width: 8, height: 2}), 4);
    expect(colorAt(mixed.data, 0)[0]).to.be.closeTo(128 / 255, 1e-3);
    expect(colorAt(mixed.data, 0)[2]).to.be.closeTo(128 / 255, 1e-3);
  });

  it('keeps what is too bright for a half float at its largest, and the faintest light', () => {
    const {data} = readHdr(hdrBytes([255, 255, 255, 255], [128, 0, 0, 110]), 1024);
    expect(colorAt(data, 0)).to.deep.equal([65_504, 65_504, 65_504, 1]);
    expect(colorAt(data, 127)[0]).to.be.closeTo((128 / 255) * 2 ** -18, 2 ** -24);
  });

  const head = '#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n';
  const broken: [string, Uint8Array, string][] = [
    ['packed rows that end too soon', hdrBytes(light.red, light.red).slice(0, -9), 'cut short'],
    ['plain rows that end too soon', hdrBytes(light.red, light.red, {isPacked: false}).slice(0, -9), 'cut short'],
    ['a size that nobody has', bytesOf(`${head}-Y 999999 +X 999999\n`), '999999'],
    ['no size', bytesOf(head), 'size'],
    ['rows from the bottom', bytesOf(`${head}+Y 2 +X 4\n`), 'from the top'],
    ['another format', bytesOf('#?RADIANCE\nFORMAT=32-bit_rle_xyze\n\n-Y 2 +X 4\n'), 'FORMAT'],
    [
      'a row that is too long',
      hdrBytes(light.red, light.red, {width: 8}).map((byte) => (byte === 136 ? 137 : byte)),
      'long',
    ],
  ];
  for (const [what, bytes, word] of broken) {
    it(`refuses ${what}`, () => {
      expect(() => readHdr(bytes, 1024)).to.throw(RangeError, word);
    });
  }
});

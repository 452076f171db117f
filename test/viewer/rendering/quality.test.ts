import {expect} from '@open-wc/testing';
import {largestSide} from '../../../src/viewer/rendering/largest-side.js';
import {Quality} from '../../../src/viewer/rendering/quality.js';

const run = (quality: Quality, frames: number, seconds: number) => {
  for (let frame = 0; frame < frames; frame++) quality.note(seconds);
  return quality.scale;
};

describe('Quality', () => {
  it('draws every pixel while pictures come in time', () => {
    expect(run(new Quality(), 500, 1 / 30)).to.equal(1);
  });

  it('gives up pixels step by step while they do not, and not all of them', () => {
    const quality = new Quality();
    const scales = Array.from({length: 200}, () => run(quality, 1, 0.2));
    expect(scales).to.deep.equal([...scales].sort((a, b) => b - a));
    expect([...new Set(scales)]).to.deep.equal([1, 0.8, 0.64, 0.5, 0.4]);
  });

  it('takes them back when there is time again', () => {
    const quality = new Quality();
    run(quality, 200, 0.2);
    expect(run(quality, 200, 1 / 60)).to.equal(1);
  });

  it('does not mind a single slow picture', () => {
    const quality = new Quality();
    quality.note(0.12);
    expect(run(quality, 100, 1 / 60)).to.equal(1);
  });
});

describe('largestSide', () => {
  it('is half as long for phones and where memory is short', () => {
    expect(largestSide({screenSide: 1080})).to.equal(2048);
    expect(largestSide({screenSide: 390, deviceMemory: 8})).to.equal(1024);
    expect(largestSide({screenSide: 1080, deviceMemory: 2})).to.equal(1024);
  });
});

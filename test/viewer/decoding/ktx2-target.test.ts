import {expect} from '@open-wc/testing';
import {chooseTarget} from '../../../src/viewer/decoding/ktx2-target.js';

const none = {bc7: false, bc: false, astc: false, etc: false};
const all = {bc7: true, bc: true, astc: true, etc: true};
const phone = {...none, astc: true, etc: true};

const rows = [
  {gpu: 'everything', support: all, isUastc: true, hasAlpha: true, side: 64, target: 'bc7'},
  {gpu: 'everything', support: all, isUastc: true, hasAlpha: true, side: 30, target: 'astc'},
  {gpu: 'a phone', support: phone, isUastc: true, hasAlpha: false, side: 64, target: 'astc'},
  {gpu: 'a phone', support: phone, isUastc: false, hasAlpha: false, side: 64, target: 'etc1'},
  {gpu: 'a phone', support: phone, isUastc: false, hasAlpha: true, side: 30, target: 'etc2'},
  {gpu: 'an old desktop', support: {...none, bc: true}, isUastc: false, hasAlpha: false, side: 64, target: 'bc1'},
  {gpu: 'an old desktop', support: {...none, bc: true}, isUastc: true, hasAlpha: true, side: 64, target: 'bc3'},
  {gpu: 'an old desktop', support: {...none, bc: true}, isUastc: true, hasAlpha: true, side: 30, target: 'rgba'},
  {gpu: 'nothing', support: none, isUastc: false, hasAlpha: true, side: 64, target: 'rgba'},
] as const;

describe('chooseTarget', () => {
  for (const {gpu, support, isUastc, hasAlpha, side, target} of rows) {
    const what = `${isUastc ? 'UASTC' : 'ETC1S'} ${hasAlpha ? 'with' : 'without'} alpha, ${side} × ${side}`;
    it(`takes ${target} for ${what}, where the GPU reads ${gpu}`, () => {
      expect(chooseTarget(support, {isUastc, hasAlpha, width: side, height: side})).to.equal(target);
    });
  }
});

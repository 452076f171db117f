import {expect} from '@open-wc/testing';
import {controlTag} from '../../../src/elements/controls/control-for.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {productOf} from './open-control.js';

const options = (count: number, more: object = {}) =>
  Array.from({length: count}, (_, index) => ({id: `o${index}`, name: `Option ${index}`, ...more}));

const cases: readonly (readonly [string, object])[] = [
  ['twik-swatches', {kind: 'choice', options: options(24, {color: '#808080'})}],
  ['twik-swatches', {kind: 'choice', options: options(3, {image: 'a.webp'})}],
  ['twik-select', {kind: 'choice', options: options(25, {color: '#808080'})}],
  ['twik-cards', {kind: 'choice', options: [...options(3, {color: '#808080'}), {id: 'bare', name: 'Bare'}]}],
  ['twik-cards', {kind: 'choice', options: options(5)}],
  ['twik-select', {kind: 'choice', options: options(6)}],
  ['twik-select', {kind: 'choice', control: 'select', options: options(2)}],
  ['twik-cards', {kind: 'choice', control: 'cards', options: options(9)}],
  ['twik-swatches', {kind: 'choice', control: 'swatches', options: options(30, {color: '#808080'})}],
  ['twik-cards', {kind: 'choices', options: options(9)}],
  ['twik-swatches', {kind: 'choices', options: options(9, {color: '#808080'})}],
  ['twik-switch', {kind: 'boolean', default: false}],
  ['twik-cards', {kind: 'boolean'}],
  ['twik-cards', {kind: 'boolean', default: true, required: false}],
  ['twik-number', {kind: 'integer', min: 1, max: 3}],
  ['twik-number', {kind: 'number', min: 1, max: 3, step: 1}],
  ['twik-text', {kind: 'text'}],
  ['twik-color', {kind: 'color'}],
];

describe('controlTag', () => {
  for (const [tag, parameter] of cases) {
    const words = JSON.stringify(parameter, (_key, value: unknown) => (Array.isArray(value) ? value.length : value));
    it(`is ${tag} for ${words}`, () => {
      const product = parseProduct(productOf({id: 'it', name: 'It', ...parameter}));
      expect(product.parameters.map(controlTag)).to.deep.equal([tag]);
    });
  }
});

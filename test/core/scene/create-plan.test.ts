import {expect} from '@open-wc/testing';
import {createPlan} from '../../../src/core/scene/create-plan.js';
import {diffPlan} from '../../../src/core/scene/diff-plan.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {desk} from '../../support/desk.js';
import {scopeOf} from '../../support/scope.js';

const values = {
  width: 1200,
  depth: 705,
  drawers: 2,
  finish: 'oak',
  extras: ['lamp'],
  lift: true,
  motor: 'two',
  label: 'DESK',
  tint: '#1d3557',
};

describe('createPlan', () => {
  const plan = createPlan(parseProduct(desk()));
  const at = (pointer: string, scope: Parameters<typeof scopeOf>[0] = values) =>
    plan(scopeOf(scope)).find((entry) => entry.pointer === pointer)?.value;

  it('has an entry for each binding, in their order, with its model', () => {
    const entries = plan(scopeOf(values));
    expect(entries.map(({pointer}) => pointer)).to.deep.equal(
      parseProduct(desk()).scene?.bindings.map((binding) => binding.set),
    );
    expect(entries.at(-1)).to.deep.equal({model: 'lamp', pointer: '/twik:variant', value: 'two'});
    expect(entries[0]?.model).to.equal('body');
  });

  const readings: [pointer: string, value: unknown][] = [
    ['/nodes/@Lift/extensions/KHR_node_visibility/visible', true],
    ['/nodes/@Top/scale', [1.2, 1, 0.705]],
    ['/nodes/@Top/translation', [0, 0.6, -0.035]],
    ['/nodes/@Top/twik:material', 'oak'],
    ['/nodes/@Lamp/twik:mount', 'lamp'],
    ['/materials/@Accent/pbrMetallicRoughness/baseColorFactor', '#1d3557'],
    ['/materials/@Frame/pbrMetallicRoughness/baseColorFactor', '#ff8000'],
    ['/materials/@Glass/emissiveFactor', [0, 0.5, 1]],
    ['/materials/@Wood/normalTexture/extensions/KHR_texture_transform/rotation', Math.PI / 2],
    ['/nodes/@Drawer/twik:repeat', {kind: 'repeat', count: 2, stepM: [0, 0.12, 0]}],
    [
      '/nodes/@Plate/twik:print',
      {kind: 'print', text: 'DESK', color: '#1d3557', font: 'Inter', weight: 600, align: 'left', sizeM: [0.08, 0.02]},
    ],
  ];
  for (const [pointer, value] of readings) {
    it(`gives ${pointer} in the units of glTF`, () => expect(at(pointer)).to.deep.equal(value));
  }

  const without: [pointer: string, value: unknown][] = [
    ['/nodes/@Lift/extensions/KHR_node_visibility/visible', false],
    ['/nodes/@Top/scale', null],
    ['/nodes/@Top/twik:material', null],
    ['/nodes/@Lamp/twik:mount', null],
    ['/nodes/@Drawer/twik:repeat', {kind: 'repeat', count: 0, stepM: [0, 0.12, 0]}],
    [
      '/nodes/@Plate/twik:print',
      {kind: 'print', text: '', color: '#000000', font: 'Inter', weight: 600, align: 'left', sizeM: [0.08, 0.02]},
    ],
  ];
  for (const [pointer, value] of without) {
    it(`gives ${pointer} its rest where parameters have no value`, () => expect(at(pointer, {})).to.deep.equal(value));
  }

  it('is empty for a product without scene', () => {
    expect(createPlan(parseProduct({format: 1, id: 'x', version: '1'}))(scopeOf({}))).to.deep.equal([]);
  });
});

describe('diffPlan', () => {
  const plan = createPlan(parseProduct(desk()));

  it('gives only what has changed, in order', () => {
    const before = plan(scopeOf(values));
    const after = plan(scopeOf({...values, drawers: 3, width: 1300}));
    expect(diffPlan(before, after).map(({pointer}) => pointer)).to.deep.equal([
      '/nodes/@Top/scale',
      '/nodes/@Top/translation',
      '/nodes/@Drawer/twik:repeat',
    ]);
  });

  it('gives nothing for the same values, and everything at first', () => {
    const now = plan(scopeOf(values));
    expect(diffPlan(plan(scopeOf({...values})), now)).to.deep.equal([]);
    expect(diffPlan([], now)).to.deep.equal(now);
  });

  it('tells models with the same pointer apart', () => {
    const entry = {model: 'a', pointer: '/twik:variant', value: 'x'};
    expect(diffPlan([entry], [{...entry, model: 'b'}])).to.have.length(1);
  });
});

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {matchesGlob} from '../../src/assets/glob.js';
import type {ModelOutline} from '../../src/assets/model-outline.js';
import {resolvePointer} from '../../src/assets/resolve-pointer.js';

const node = (
  index: number,
  name: string,
  above: readonly string[],
  targets: readonly string[] = [],
  hasMesh = true,
) => {
  return {index, name, above, targets, hasMesh};
};
const outline: ModelOutline = {
  nodes: [
    node(0, 'Body', [], [], false),
    node(1, 'Door', ['Body'], ['open']),
    node(2, 'Grip', ['Body', 'Door']),
    node(3, 'Door', []),
    node(4, 'DoorStop', []),
  ],
  materials: ['Oak_H', 'Oak_V', 'Steel', 'Steel'],
  materialExtensions: [['KHR_materials_sheen'], [], [], []],
  variants: [],
  textures: new Set(),
  animations: [],
};

const meanings: readonly (readonly [pointer: string, nodes: readonly number[], materials: readonly number[]])[] = [
  ['/nodes/@Body/translation', [0], []],
  ['/nodes/@Body>Door/scale', [1], []],
  ['/nodes/@Body>Grip/scale', [2], []],
  ['/nodes/@Door*/extensions/KHR_node_visibility/visible', [1, 3, 4], []],
  ['/nodes/@B*>G*p/twik:material', [2], []],
  ['/nodes/@Body>Door/weights/@open', [1], []],
  ['/nodes/@Body>Door/weights/0', [1], []],
  ['/materials/@Oak_*/pbrMetallicRoughness/baseColorFactor', [], [0, 1]],
  ['/materials/@Steel/pbrMetallicRoughness/roughnessFactor', [], [2, 3]],
  ['/materials/@Oak_H/extensions/KHR_materials_sheen/sheenColorFactor', [], [0]],
  ['/materials/@Oak_V/extensions/KHR_materials_emissive_strength/emissiveStrength', [], [1]],
  ['/twik:variant', [], []],
];

for (const [pointer, nodes, materials] of meanings) {
  test(`${pointer} means what the viewer takes it for`, () => {
    const found = resolvePointer(outline, pointer, null);
    assert.deepEqual(
      found.nodes.map(({index}) => index),
      nodes,
    );
    assert.deepEqual(found.materials, materials);
  });
}

const failures: readonly (readonly [pointer: string, code: string])[] = [
  ['/nodes/@Roof/translation', 'node-not-found'],
  ['/nodes/@Grip>Door/translation', 'node-not-found'],
  ['/nodes/@Door/translation', 'node-ambiguous'],
  ['/nodes/@Body/twik:material', 'node-without-mesh'],
  ['/nodes/@Body>Door/weights/@shut', 'morph-target-not-found'],
  ['/nodes/@Body>Door/weights/1', 'morph-target-not-found'],
  ['/materials/@Ash/alphaCutoff', 'material-not-found'],
  ['/materials/@Oak_*/extensions/KHR_materials_sheen/sheenColorFactor', 'pointer-unsupported'],
];

for (const [pointer, code] of failures) {
  test(`${pointer} fails with ${code}`, () => {
    assert.throws(() => resolvePointer(outline, pointer, null), {code});
  });
}

test('a list of weights needs as many morph targets', () => {
  assert.equal(resolvePointer(outline, '/nodes/@Body>Door/weights', 1).nodes.length, 1);
  assert.throws(() => resolvePointer(outline, '/nodes/@Body>Door/weights', 2), {code: 'morph-target-not-found'});
});

const globs: readonly (readonly [pattern: string, name: string, isLike: boolean])[] = [
  ['Door', 'Door', true],
  ['Door', 'Doors', false],
  ['Door*', 'Door', true],
  ['*_H', 'Oak_H', true],
  ['a*a', 'a', false],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*b*c', 'abc', false],
  ['a.c*', 'abc', false],
  ['*', '', true],
];

for (const [pattern, name, isLike] of globs) {
  test(`"${name}" is ${isLike ? '' : 'not '}like "${pattern}"`, () => assert.equal(matchesGlob(pattern, name), isLike));
}

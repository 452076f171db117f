import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {EXTMeshGPUInstancing} from '@gltf-transform/extensions';
import {temporaryFolder} from '../support/folders.js';
import {TestModel} from '../support/make-model.js';
import {runTwik} from '../support/run-twik.js';

const folder = temporaryFolder();

async function check(name: string, bytes: Uint8Array | string) {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const {code, out} = await runTwik(['assets', 'check', file, '--json']);
  return {code, codes: JSON.parse(out).findings.map((finding: {code: string}) => finding.code) as string[]};
}

test('a sound model has no finding', async () => {
  const model = new TestModel();
  model.board('Top', model.material('Oak'));
  assert.deepEqual(await check('sound.glb', await model.bytes()), {code: 0, codes: []});
});

const board = async (change: (model: TestModel) => void | Promise<void>) => {
  const model = new TestModel();
  model.board('Top', model.material('Oak'));
  await change(model);
  return model.bytes();
};
const emptyModel = () => {
  const model = new TestModel();
  model.scene.addChild(model.document.createNode('Nothing'));
  model.document.getRoot().listBuffers()[0]?.dispose();
  return model.bytes();
};
const cases: readonly (readonly [
  what: string,
  code: string,
  exit: number,
  bytes: () => Promise<Uint8Array | string>,
])[] = [
  [
    'a name that two nodes have',
    'name-twice',
    0,
    () => board((model) => void model.board('Top', model.material('Ash'))),
  ],
  [
    'a model in millimetres',
    'size-unlikely',
    0,
    () => board((model) => void model.board('Far', model.material('Ash'), {scale: 900})),
  ],
  [
    'many triangles',
    'triangles-many',
    0,
    () => board((model) => void model.board('Fine', model.material('Ash'), {side: 400})),
  ],
  [
    'numbers that are none',
    'gltf-accessor-invalid-float',
    1,
    () =>
      board(({document}) => {
        const [accessor] = document
          .getRoot()
          .listAccessors()
          .filter((candidate) => candidate.getType() === 'VEC2');
        accessor?.setElement(0, [NaN, 0]);
      }),
  ],
  [
    'a picture of too many pixels',
    'texture-large',
    0,
    () => board(async (model) => void (await model.texture('vast', 2100, 8))),
  ],
  ['nothing to see', 'model-empty', 0, () => emptyModel()],
  ['a web page', 'gltf-not-gltf', 1, () => Promise.resolve('<!doctype html><title>Not found</title>')],
  ['an empty file', 'gltf-not-gltf', 1, () => Promise.resolve('')],
];

for (const [what, code, exit, bytes] of cases) {
  test(`twik assets check finds ${what}`, async () => {
    const ended = await check('case.glb', await bytes());
    assert.ok(ended.codes.includes(code), String(ended.codes));
    assert.equal(ended.code, exit);
  });
}

test('a file that is cut short is told of, whatever the place', async () => {
  const bytes = await board(() => undefined);
  for (const length of [4, 12, 20, 200, bytes.length - 100]) {
    const {code} = await check('cut.glb', bytes.subarray(0, length));
    assert.equal(code, 1, `${length} bytes`);
  }
});

test('an extension that the viewer has is nothing to tell', async () => {
  const bytes = await board(({document}) => {
    const [node] = document.getRoot().listNodes();
    const batch = document.createExtension(EXTMeshGPUInstancing).setRequired(true).createInstancedMesh();
    const positions = document.createAccessor().setType('VEC3').setArray(new Float32Array(6));
    node?.setExtension('EXT_mesh_gpu_instancing', batch.setAttribute('TRANSLATION', positions));
    const [buffer] = document.getRoot().listBuffers();
    positions.setBuffer(buffer ?? null);
  });
  assert.deepEqual((await check('instanced.glb', bytes)).code, 0);
});

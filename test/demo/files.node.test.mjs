import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {before, describe, it} from 'node:test';
import validator from 'gltf-validator';

const products = path.resolve(import.meta.dirname, '../../demo/products');
/** Three makes tangents on the GPU; the validator cannot read the two extensions that it does not know. */
const harmless = new Set(['MESH_PRIMITIVE_GENERATED_TANGENT_SPACE', 'UNSUPPORTED_EXTENSION']);
const budgets = {bytes: 1_500_000, triangles: 80_000};

/** The JSON of a GLB. */
function jsonOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return JSON.parse(bytes.subarray(20, 20 + view.getUint32(12, true)).toString());
}

const trianglesOf = ({meshes, accessors}) =>
  meshes.flatMap(({primitives}) => primitives).reduce((sum, {indices}) => sum + accessors[indices].count / 3, 0);

describe('The files of the demo products', () => {
  const made = {};

  before(() => {
    for (const product of ['shelf', 'chair']) {
      const folder = path.join(products, product, 'build');
      assert.ok(existsSync(folder), `${folder} is not there. Run "node demo/products/build.mjs" first.`);
      const names = readdirSync(folder).filter((name) => name.endsWith('.glb'));
      made[product] = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name))]));
    }
  });

  for (const product of ['shelf', 'chair']) {
    const models = () => Object.entries(made[product]).filter(([name]) => name.endsWith('.glb'));

    it(`are valid glTF: ${product}`, async () => {
      for (const [name, bytes] of models()) {
        const {issues} = await validator.validateBytes(new Uint8Array(bytes), {maxIssues: 0});
        const serious = issues.messages.filter(({severity, code}) => severity < 2 && !harmless.has(code));
        assert.deepEqual(serious, [], name);
        assert.equal(issues.numErrors, 0, name);
      }
    });

    it(`are small enough to travel: ${product}`, () => {
      const bytes = models().reduce((sum, [, model]) => sum + model.length, 0);
      const triangles = models().reduce((sum, [, model]) => sum + trianglesOf(jsonOf(model)), 0);
      assert.ok(bytes <= budgets.bytes, `${bytes} bytes`);
      assert.ok(triangles <= budgets.triangles, `${triangles} triangles`);
    });
  }

  it('show wood at its true scale on every board', () => {
    const {nodes, meshes, accessors, materials} = jsonOf(made.shelf['shelf.glb']);
    const boards = nodes.filter(({mesh}) => mesh !== undefined && meshes[mesh].extras);
    assert.ok(boards.length >= 10);
    for (const {name, mesh} of boards) {
      const {attributes, targets, material} = meshes[mesh].primitives[0];
      assert.equal(targets.length, 2, name);
      assert.equal(accessors[attributes.POSITION].min.length, 3, name);
      const {scale} = materials[material].normalTexture.extensions.KHR_texture_transform;
      if (name !== 'Back') assert.deepEqual(scale, [1, 1], name);
    }
  });
});

// Proves that the layer table is enforced: every import and global that a layer must not use fails the linter.
import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {ESLint} from 'eslint';
import {layerRules} from '../../eslint.config.mjs';
import {layers} from '../../scripts/lint/layers.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const eslint = new ESLint({cwd: root, overrideConfigFile: true, overrideConfig: layerRules});

const lint = async (layer, code) => {
  const [result] = await eslint.lintText(code, {filePath: path.join(root, layer.folder, 'example.ts')});
  return result.messages.map(({message}) => message);
};
const relative = (from, to) => {
  const link = path.posix.relative(from.folder, to.folder) || '.';
  return link.startsWith('.') ? `${link}/other.js` : `./${link}/other.js`;
};

const packages = ['lit', 'three', 'node:fs', 'hono', 'some-package', '@twik/sdk/core', '@twik/sdk/viewer', '@twik/sdk'];
const allows = (list, name) =>
  list.some((entry) => name === entry || name.startsWith(/[:/]$/.test(entry) ? entry : `${entry}/`));

for (const layer of layers) {
  for (const other of layers) {
    const source = relative(layer, other);
    const statically = layer.imports.includes(other.name);
    const lazily = statically || layer.lazy.includes(other.name);
    const cases = [
      [`import {a} from '${source}';`, statically],
      [`export * from '${source}';`, statically],
      [`export {a} from '${source}';`, statically],
      [`const b = import('${source}');`, lazily],
      [`import type {A} from '${source}';`, lazily],
    ];
    for (const [code, allowed] of cases) {
      test(`${layer.name}: ${code} ${allowed ? 'passes' : 'fails'}`, async () => {
        assert.equal((await lint(layer, code)).length, allowed ? 0 : 1);
      });
    }
  }
  for (const name of packages) {
    const allowed = allows(layer.packages, name);
    test(`${layer.name}: the package ${name} ${allowed ? 'passes' : 'fails'}`, async () => {
      assert.equal((await lint(layer, `import {a} from '${name}';`)).length, allowed ? 0 : 1);
    });
  }
  for (const global of layer.globals) {
    test(`${layer.name}: the global ${global} fails`, async () => {
      assert.equal((await lint(layer, `export const a = ${global};`)).length, 1);
    });
  }
}

test('core must not draw random numbers', async () => {
  assert.equal((await lint(layers[0], 'export const a = Math.random();')).length, 1);
});

// Models of others: made smaller, each stays sound, keeps its names, and is never larger than it was.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, test} from 'node:test';
import {corpus, temporaryFolder, withoutCorpus} from '../support/folders.js';
import {runTwik} from '../support/run-twik.js';
import {writeBoard} from '../support/board-product.js';

const folder = temporaryFolder();
const filesOf = (...folders: string[]) =>
  withoutCorpus
    ? []
    : folders.flatMap((name) =>
        readdirSync(path.join(corpus, name), {recursive: true, encoding: 'utf8'})
          .filter((file) => /\.(glb|gltf)$/.test(file))
          .map((file) => path.join(corpus, name, file)),
      );

describe('models of others', {skip: withoutCorpus}, () => {
  for (const file of filesOf('models', 'generator')) {
    test(`${path.basename(file)} becomes smaller or stays`, async () => {
      const {code, out} = await runTwik(['assets', 'optimize', file, '--out', folder, '--no-pictures', '--json']);
      const {models, findings} = JSON.parse(out);
      const errors: string[] = findings.flatMap(({severity, code: name}: Record<string, string>) =>
        severity === 'error' ? name : [],
      );
      assert.equal(code, errors.length > 0 ? 1 : 0, out);
      if (errors.some((name) => name.startsWith('gltf-'))) return;
      // What the viewer cannot show is told, and made smaller all the same.
      assert.ok(
        errors.every((name) => name === 'extension-unsupported'),
        out,
      );
      const [model] = models;
      assert.equal(model.after.validator.errors, 0);
      assert.equal(model.after.triangles, model.before.triangles);
      const written = path.join(folder, path.basename(file));
      assert.ok(statSync(written).size <= statSync(file).size);
      if (model.kept) assert.deepEqual(readFileSync(written), readFileSync(file));
      assert.ok(!/would have lost/.test(model.kept ?? ''), model.kept);
    });
  }

  for (const file of filesOf('validator', 'invalid')) {
    test(`${path.relative(corpus, file)} ends with a report or a named error`, async () => {
      const {code, out} = await runTwik(['assets', 'check', file, '--json']);
      assert.ok(code === 0 || code === 1, out);
      const {findings, error} = JSON.parse(out);
      if (code === 1) assert.ok(error?.code || findings.some(({severity}: {severity: string}) => severity === 'error'));
    });
  }
});

test('with --ktx2 pictures are packed for the graphics card, and standard output stays JSON', async () => {
  const file = await writeBoard(path.join(folder, 'packed'));
  const out = path.join(folder, 'packed-out');
  const words = ['assets', 'optimize', file, '--out', out, '--no-pictures', '--json', '--ktx2', '--texture-size', '64'];
  const {code, out: text} = await runTwik(words);
  const report = JSON.parse(text);
  assert.equal(code, 0);
  for (const {mimeType} of report.models[0].after.textures) assert.equal(mimeType, 'image/ktx2');
  assert.equal(report.models[0].after.validator.errors, 0);
});

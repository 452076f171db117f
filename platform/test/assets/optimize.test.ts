import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {readBytes, readDocument} from '../../src/assets/model-file.js';
import {outlineOf} from '../../src/assets/model-outline.js';
import {boardModel, writeBoard} from '../support/board-product.js';
import {demoProduct, filesIn, temporaryFolder} from '../support/folders.js';
import {TestModel} from '../support/make-model.js';
import {runTwik} from '../support/run-twik.js';

const folder = temporaryFolder();
const open = async (file: string) => (await readDocument({file, bytes: await readBytes(file)})).json;
const optimize = async (file: string, out: string, ...more: string[]) => {
  const ended = await runTwik(['assets', 'optimize', file, '--out', out, '--no-pictures', '--json', ...more]);
  return {...ended, report: JSON.parse(ended.out)};
};

test('what bindings mean stays, and what nothing uses goes', async () => {
  const file = await writeBoard(path.join(folder, 'board'));
  const out = path.join(folder, 'out');
  const {code, report} = await optimize(file, out);
  assert.equal(code, 0);
  const before = outlineOf(await open(path.join(folder, 'board/board.glb')));
  const after = outlineOf(await open(path.join(out, 'board.glb')));
  assert.deepEqual(after.nodes, before.nodes);
  assert.deepEqual(after.variants, before.variants);
  assert.deepEqual(after.materials, ['Oak', 'Ash', 'Aged']);
  assert.deepEqual([...after.textures].sort(), ['bumps', 'grain']);
  const [model] = report.models;
  assert.ok(model.after.bytes.total < model.before.bytes.total / 2, JSON.stringify(model));
  assert.equal(model.after.validator.errors, 0);
  assert.equal(model.after.triangles, model.before.triangles);
  assert.deepEqual(filesIn(out), ['board.glb']);
});

test('no node is moved: bindings set where things are', async () => {
  const file = await writeBoard(path.join(folder, 'still'));
  const out = path.join(folder, 'still-out');
  await optimize(file, out);
  const placeOf = async (place: string) =>
    (await open(place)).nodes?.map(({name, translation, rotation, scale}) => ({name, translation, rotation, scale}));
  assert.deepEqual(await placeOf(path.join(out, 'board.glb')), await placeOf(path.join(folder, 'still/board.glb')));
});

test('a model without a product keeps everything that has a name', async () => {
  const file = path.join(folder, 'alone.glb');
  writeFileSync(file, await (await boardModel()).bytes());
  const {code} = await optimize(file, path.join(folder, 'alone'));
  assert.equal(code, 0);
  const after = outlineOf(await open(path.join(folder, 'alone/alone.glb')));
  assert.deepEqual(after.materials, ['Oak', 'Ash', 'Spare', 'Aged']);
  assert.deepEqual([...after.textures].sort(), ['bumps', 'grain', 'waste']);
});

test('a second time changes nothing and says so', async () => {
  const file = await writeBoard(path.join(folder, 'twice'));
  const first = path.join(folder, 'twice-1');
  await optimize(file, first);
  const again = await writeBoard(path.join(folder, 'twice-2'), {model: readFileSync(path.join(first, 'board.glb'))});
  const {report} = await optimize(again, path.join(folder, 'twice-3'));
  assert.match(report.models[0].kept, /nothing would make it smaller/);
  assert.deepEqual(readFileSync(path.join(folder, 'twice-3/board.glb')), readFileSync(path.join(first, 'board.glb')));
});

test('pictures become no larger than asked for, and normal maps stay directions', async () => {
  const file = await writeBoard(path.join(folder, 'small'));
  const {report} = await optimize(file, path.join(folder, 'small-out'), '--texture-size', '32', '--quality', '10');
  const sides = report.models[0].after.textures.map(({name, width, mimeType}: Record<string, unknown>) => {
    return [name, width, mimeType];
  });
  assert.deepEqual(sides.sort(), [
    ['bumps', 32, 'image/webp'],
    ['grain', 32, 'image/webp'],
  ]);
});

test('with --no-meshopt geometry is left as it is', async () => {
  const file = await writeBoard(path.join(folder, 'plain'));
  const {report} = await optimize(file, path.join(folder, 'plain-out'), '--no-meshopt');
  assert.equal(report.models[0].after.bytes.geometry, report.models[0].before.bytes.geometry);
});

test('a model that cannot be written anew is kept to the byte', async () => {
  const model = new TestModel();
  model.board('Top', model.material('Oak'));
  const bytes = Buffer.from(await model.bytes());
  const strange = bytes.toString('latin1').replace('"asset":{', '"extensionsUsed":["ACME_glow"],"asset":{');
  const file = path.join(folder, 'strange.glb');
  writeFileSync(file, pack(strange, bytes));
  const {code, report} = await optimize(file, path.join(folder, 'strange'));
  assert.equal(code, 0);
  assert.match(report.models[0].kept, /ACME_glow/);
  assert.deepEqual(readFileSync(path.join(folder, 'strange/strange.glb')), readFileSync(file));
});

/** A GLB with other JSON of the same model: lengths set right and padded. */
function pack(latin: string, original: Buffer): Buffer {
  const grown = Buffer.from(latin, 'latin1').subarray(20);
  const oldLength = original.readUInt32LE(12);
  const added = grown.length - (original.length - 20);
  const json = Buffer.concat([
    grown.subarray(0, oldLength + added),
    Buffer.alloc((4 - ((oldLength + added) % 4)) % 4, ' '),
  ]);
  const head = Buffer.from(original.subarray(0, 20));
  const rest = grown.subarray(oldLength + added);
  head.writeUInt32LE(20 + json.length + rest.length, 8);
  head.writeUInt32LE(json.length, 12);
  return Buffer.concat([head, json, rest]);
}

for (const name of ['chair', 'shelf']) {
  const file = demoProduct(name);
  const skip = existsSync(file.replace('product.json', 'build')) ? false : 'no built models';
  test(`the ${name} becomes smaller and keeps what its bindings mean`, {skip}, async () => {
    const {code, report} = await optimize(file, path.join(folder, name));
    assert.equal(code, 0);
    const sum = (when: string) =>
      report.models.reduce(
        (total: number, model: Record<string, {bytes: {total: number}}>) => total + (model[when]?.bytes.total ?? 0),
        0,
      );
    assert.ok(sum('after') < sum('before') * 0.9, `${sum('before')} → ${sum('after')}`);
    for (const model of report.models) assert.equal(model.after.validator.errors, 0, model.file);
  });
}

import assert from 'node:assert/strict';
import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {withStagedFiles} from '../../src/cli/staged-files.js';
import {filesIn, temporaryFolder} from '../support/folders.js';
import {runTwik} from '../support/run-twik.js';

const folder = temporaryFolder();

const wrong: readonly (readonly [words: string, code: number, name: string])[] = [
  ['', 2, 'command-missing'],
  ['fly', 2, 'command-unknown'],
  ['assets', 2, 'command-unknown'],
  ['assets check', 2, 'operand-missing'],
  ['assets check a.glb b.glb', 2, 'operand-unexpected'],
  ['assets check a.glb --speed 3', 2, 'option-invalid'],
  ['assets optimize a.glb --quality high', 2, 'option-invalid'],
  ['assets optimize a.glb --quality 0', 2, 'option-invalid'],
  ['assets optimize a.glb --texture-size', 2, 'option-invalid'],
  ['assets optimize nowhere.glb', 1, 'file-missing'],
  ['assets check nowhere.json', 1, 'file-missing'],
];

for (const [words, code, name] of wrong) {
  test(`"twik ${words}" ends with ${code} and says ${name}`, async () => {
    const ended = await runTwik(words.split(' ').filter(Boolean));
    assert.equal(ended.code, code);
    assert.match(ended.err, new RegExp(`\\[${name}\\]`));
    assert.equal(ended.out, '');
  });
}

test('with --json an error is JSON on standard output', async () => {
  const {code, out} = await runTwik(['assets', 'check', 'nowhere.glb', '--json']);
  const {ok, error} = JSON.parse(out);
  assert.deepEqual([code, ok, error.code], [1, false, 'file-missing']);
});

const said: readonly (readonly [what: string, words: string, text: string, code: string, wanted: RegExp])[] = [
  ['a definition that is no JSON', 'assets optimize', '{"a":', 'json-invalid', /said\.json: .*line 1/],
  [
    'a model that is not there',
    'assets check',
    '{"format":1,"id":"b","version":"1","defaultLocale":"en","name":"B","parameters":[],' +
      '"scene":{"models":[{"id":"body","src":"gone.glb"}]}}',
    'file-missing',
    /Model "body": .*gone\.glb/,
  ],
];
for (const [what, words, text, code, wanted] of said) {
  test(`of ${what} it says which file is meant`, async () => {
    const file = path.join(folder, 'said.json');
    writeFileSync(file, text);
    const {code: exit, out} = await runTwik([...words.split(' '), file, '--json']);
    const {error} = JSON.parse(out);
    assert.deepEqual([exit, error.code], [1, code]);
    assert.match(error.message, wanted);
    if (code === 'file-missing') assert.equal(error.path, '/scene/models/0/src');
  });
}

test('where nothing can be written it says so', async () => {
  const file = path.join(folder, 'in-the-way');
  writeFileSync(file, '');
  const work = withStagedFiles(new AbortController().signal, (files) => files.write(path.join(file, 'a.txt'), 'a'));
  await assert.rejects(work, {code: 'file-unwritable'});
});

test('a model that is none is not said to be written', async () => {
  const file = path.join(folder, 'none.glb');
  writeFileSync(file, 'x');
  const {code, out} = await runTwik(['assets', 'optimize', file]);
  assert.equal(code, 1);
  assert.match(out, /nothing was written/);
  assert.match(out, /Export it again/);
});

test('thumbnails of a model alone cannot be taken', async () => {
  const {code, err} = await runTwik(['assets', 'thumbnails', 'a.glb']);
  assert.equal(code, 1);
  assert.match(err, /product-expected/);
});

test('help lists every command, and each its options', async () => {
  const {code, out} = await runTwik(['--help']);
  assert.equal(code, 0);
  for (const name of ['check', 'assets check', 'assets optimize', 'assets environment', 'assets thumbnails'])
    assert.match(out, new RegExp(name));
  assert.match((await runTwik(['assets', 'optimize', '--help'])).out, /--texture-size <pixels>/);
});

test('files appear together when the work is done', async () => {
  const target = path.join(folder, 'done');
  await withStagedFiles(new AbortController().signal, async (files) => {
    await files.write(path.join(target, 'a.txt'), 'a');
    await files.write(path.join(target, 'deep/b.txt'), 'b');
    assert.ok(!existsSync(path.join(target, 'a.txt')));
  });
  assert.deepEqual(filesIn(target), ['a.txt', 'deep/b.txt']);
});

test('a failure leaves what was there, and nothing else', async () => {
  const target = path.join(folder, 'failed');
  await withStagedFiles(new AbortController().signal, (files) => files.write(path.join(target, 'a.txt'), 'old'));
  const work = withStagedFiles(new AbortController().signal, async (files) => {
    await files.write(path.join(target, 'a.txt'), 'new');
    throw new Error('no luck');
  });
  await assert.rejects(work, /no luck/);
  assert.deepEqual(filesIn(target), ['a.txt']);
});

test('being stopped ends with 130 and leaves nothing', async () => {
  const stop = new AbortController();
  const target = path.join(folder, 'stopped');
  const work = withStagedFiles(stop.signal, async (files) => {
    await files.write(path.join(target, 'a.txt'), 'a');
    stop.abort();
  });
  await assert.rejects(work, {name: 'AbortError'});
  assert.deepEqual(filesIn(target), []);
  writeFileSync(path.join(folder, 'a.glb'), 'x');
  const {code, err} = await runTwik(['assets', 'check', path.join(folder, 'a.glb')], stop.signal);
  assert.equal(code, 130);
  assert.match(err, /Stopped/);
});

// What needs a browser: pictures of before and after, and thumbnails.
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import sharp from 'sharp';
import {findChrome as findAnyChrome} from '../../../scripts/browser.mjs';
import {findChrome} from '../../src/assets/browser/find-chrome.js';
import {demoProduct, filesIn, temporaryFolder} from '../support/folders.js';
import {runTwik} from '../support/run-twik.js';

const folder = temporaryFolder();
const chair = demoProduct('chair');
const skip = existsSync(path.join(path.dirname(chair), 'build/chair.glb')) ? false : 'no built models';

test('without a browser thumbnails end with 3 and say what to install', {skip}, async (context) => {
  const before = process.env['CHROME_PATH'];
  process.env['CHROME_PATH'] = '';
  context.after(() => {
    if (before === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = before;
  });
  try {
    findChrome();
    context.skip('a browser is installed in a usual place');
  } catch {
    const {code, err} = await runTwik(['assets', 'thumbnails', chair, '--out', folder]);
    assert.equal(code, 3);
    assert.match(err, /CHROME_PATH/);
  }
});

test('a browser that does not start ends with 3 and is named', {skip}, async (context) => {
  const before = process.env['CHROME_PATH'];
  process.env['CHROME_PATH'] = '/bin/false';
  context.after(() => {
    if (before === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = before;
  });
  if (!existsSync('/bin/false')) return context.skip('there is no /bin/false');
  const {code, err} = await runTwik(['assets', 'thumbnails', chair, '--out', folder]);
  assert.equal(code, 3);
  assert.match(err, /browser-failed/);
  assert.match(err, /\/bin\/false/);
});

test('the chair looks as before when it is smaller', {skip, timeout: 600_000}, async () => {
  process.env['CHROME_PATH'] ??= await findAnyChrome();
  const {code, out} = await runTwik(['assets', 'optimize', chair, '--out', path.join(folder, 'chair'), '--json']);
  assert.equal(code, 0, out);
  const {models, pictures} = JSON.parse(out);
  for (const {file, picture} of models) assert.ok(picture.rmse < 1, `${file}: ${picture.rmse}`);
  assert.ok(pictures.product.rmse < 1 && pictures.product.share < 0.01, JSON.stringify(pictures.product));
});

test(
  'thumbnails show the options, also of a parameter that must be made active',
  {skip, timeout: 600_000},
  async () => {
    process.env['CHROME_PATH'] ??= await findAnyChrome();
    const out = path.join(folder, 'thumbnails');
    const words = ['assets', 'thumbnails', chair, '--out', out, '--sizes', '64', '--parameters', 'pattern', '--json'];
    assert.equal((await runTwik(words)).code, 0);
    assert.deepEqual(filesIn(out), ['pattern/check-64.webp', 'pattern/herringbone-64.webp', 'pattern/plain-64.webp']);
    const pixels = await Promise.all(filesIn(out).map((file) => sharp(path.join(out, file)).raw().toBuffer()));
    assert.ok(
      pixels.every((picture, at) => at === 0 || !picture.equals(pixels[0] ?? picture)),
      'they differ',
    );
  },
);

import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {gunzipSync} from 'node:zlib';
import {decodeCube} from '../../../src/viewer/environment/cube-data.js';
import {bakeEnvironment} from '../../src/assets/environment/bake-environment.js';
import {readPanorama} from '../../src/assets/environment/read-panorama.js';
import {filesIn, temporaryFolder} from '../support/folders.js';
import {makePanorama} from '../support/make-panorama.js';
import {runTwik} from '../support/run-twik.js';

const folder = temporaryFolder();

async function bake(bytes: Uint8Array, ...words: string[]) {
  const file = path.join(folder, 'light.hdr');
  writeFileSync(file, bytes);
  const ended = await runTwik(['assets', 'environment', file, '--json', ...words]);
  return {...ended, report: JSON.parse(ended.out)};
}

/** The texels of each level, as the viewer reads them. */
function read(file: string): number[][][] {
  const {levels} = decodeCube(new Uint8Array(gunzipSync(readFileSync(file))));
  return levels.map((words) =>
    [...words].map((word) => [0, 9, 18].map((shift) => ((word >>> shift) & 511) * 2 ** ((word >>> 27) - 24))),
  );
}

for (const isPacked of [true, false]) {
  test(`even light stays what it is at every roughness, ${isPacked ? 'packed' : 'flat'}`, async () => {
    const {code, report} = await bake(makePanorama(() => [1, 0.5, 0.25], {isPacked}));
    assert.equal(code, 0);
    assert.deepEqual([report.size, report.levels], [64, 5]);
    const levels = read(path.join(folder, 'light.bin'));
    assert.deepEqual(
      levels.map((texels) => texels.length),
      [64, 32, 16, 8, 4].map((width) => 6 * width ** 2),
    );
    for (const texels of levels) {
      for (const texel of texels) {
        texel.forEach((value, at) => assert.ok(Math.abs(value / 2 ** -at - 1) < 0.01, String(texel)));
      }
    }
  });
}

test('each face of the cube shows its direction', async () => {
  // Red grows to +X, green to +Y, blue to +Z.
  await bake(
    makePanorama(([x, y, z]) => [1 + x, 1 + y, 1 + z]),
    '--size',
    '32',
  );
  const [first = []] = read(path.join(folder, 'light.bin'));
  for (let face = 0; face < 6; face++) {
    const middle = first[(face * 32 + 16) * 32 + 16] ?? [];
    const wanted = [1, 1, 1];
    wanted[face >> 1] = face % 2 === 0 ? 2 : 0;
    middle.forEach((value, at) => assert.ok(Math.abs(value - (wanted[at] ?? 0)) < 0.08, `${face}: ${String(middle)}`));
  }
});

test('what is matt gets light from a cosine of directions', async () => {
  // Of light 1 + y, a surface sees 1 + 2/3 · its own y.
  await bake(makePanorama(([, y]) => [1 + y, 1 + y, 1 + y]));
  const matt = read(path.join(folder, 'light.bin')).at(-1) ?? [];
  const up = matt[(2 * 4 + 1) * 4 + 1]?.[0] ?? 0;
  const length = Math.hypot(1, 0.25, 0.25);
  assert.ok(Math.abs(up - (1 + 2 / 3 / length)) < 0.01, String(up));
});

test('a panorama made smaller keeps the power of a small sun', async () => {
  const sun = ([x, y]: readonly number[]) => ((x ?? 0) * 0.6 + (y ?? 0) * 0.8 > 0.9995 ? 5000 : 0.2);
  const bytes = makePanorama((direction) => [sun(direction), sun(direction), sun(direction)], {width: 1024});
  const workplace = {signal: new AbortController().signal, progress: () => undefined};
  const [whole, part] = await Promise.all(
    [1024, 256].map((width) => bakeEnvironment(readPanorama(bytes, 'sun.hdr', width), 32, workplace)),
  );
  assert.ok(whole && part && whole.meanRadiance > 0.3);
  assert.ok(Math.abs(part.meanRadiance / whole.meanRadiance - 1) < 0.05, `${part.meanRadiance} ${whole.meanRadiance}`);
});

test('the same panorama gives the same bytes', async () => {
  const bytes = makePanorama(([x, y]) => [1 + x, 1 + y, 1]);
  await bake(bytes, '--out', path.join(folder, 'one.bin'));
  await bake(bytes, '--out', path.join(folder, 'two.bin'));
  assert.deepEqual(readFileSync(path.join(folder, 'one.bin')), readFileSync(path.join(folder, 'two.bin')));
});

test('light that leaves products black or white is said', async () => {
  for (const level of [0.001, 50]) {
    const {code, report} = await bake(
      makePanorama(() => [level, level, level]),
      '--size',
      '32',
    );
    assert.equal(code, 0);
    assert.equal(report.findings[0].code, 'light-unlikely');
  }
});

const even = makePanorama(() => [1, 1, 1]);
const broken: readonly (readonly [what: string, bytes: Uint8Array, code: string, words: RegExp])[] = [
  ['a file of another kind', new TextEncoder().encode('PNG, say'), 'light-format', /Radiance HDR/],
  ['an empty file', new Uint8Array(), 'light-format', /Radiance HDR/],
  ['a file that breaks off', even.subarray(0, even.length / 2), 'light-cut-short', /line \d+ of 64/],
  ['a picture that is no panorama', makePanorama(() => [1, 1, 1], {height: 128}), 'light-not-panorama', /128 × 128/],
];
for (const [what, bytes, code, words] of broken) {
  test(`${what} ends with 1 and says ${code}, and nothing is written`, async () => {
    const out = path.join(folder, 'broken');
    const ended = await bake(bytes, '--out', path.join(out, 'light.bin'));
    assert.equal(ended.code, 1);
    assert.equal(ended.report.error.code, code);
    assert.match(ended.report.error.message, words);
    assert.match(ended.report.error.message, /light\.hdr/);
    assert.deepEqual(filesIn(out), []);
  });
}

test('sizes that are none end with 2, and no file with 1', async () => {
  assert.equal((await runTwik(['assets', 'environment', 'light.hdr', '--size', '100'])).code, 2);
  const {code, err} = await runTwik(['assets', 'environment', path.join(folder, 'nowhere.hdr')]);
  assert.equal(code, 1);
  assert.match(err, /file-missing/);
});

test('being stopped writes nothing', async () => {
  const stop = new AbortController();
  const out = path.join(folder, 'stopped.bin');
  const file = path.join(folder, 'stopped.hdr');
  writeFileSync(file, even);
  const running = runTwik(['assets', 'environment', file, '--out', out], stop.signal);
  setTimeout(() => stop.abort(), 5);
  assert.equal((await running).code, 130);
  assert.equal(existsSync(out), false);
});

import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {demoProduct, filesIn, temporaryFolder} from '../support/folders.js';

const chair = demoProduct('chair');
const isBuilt = existsSync(path.join(path.dirname(chair), 'build/chair.glb'));

test('Ctrl-C in the middle ends with 130 and writes nothing', {skip: isBuilt ? false : 'no built models'}, async () => {
  const out = path.join(temporaryFolder(), 'out');
  const program = path.resolve(import.meta.dirname, '../../src/cli/twik.ts');
  const words = ['--import', 'tsx', program, 'assets', 'optimize', chair, '--out', out, '--no-pictures'];
  const child = spawn(process.execPath, words, {stdio: ['ignore', 'pipe', 'pipe']});
  child.stderr.on('data', (text) => {
    if (String(text).includes('picture 1 of')) child.kill('SIGINT');
  });
  const [code] = await once(child, 'exit');
  assert.equal(code, 130);
  assert.deepEqual(filesIn(out), []);
});

// `npm run bench:viewer`: <twik-viewer> beside <model-viewer> in the viewer harness, or alone with `--alone`.
// The harness is found by TWIK_BENCH or in ../shared/bench. Further arguments go to the harness (--scenarios, --runs, …).
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {findChrome} from '../../scripts/browser.mjs';
import {build} from '../../scripts/build/build.mjs';
import {measureAlone} from './alone.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const harness = path.join(process.env.TWIK_BENCH ?? path.resolve(root, '../shared/bench'), 'viewer');
const [...rest] = process.argv.slice(2);

function run(command, args, cwd) {
  const {status, error} = spawnSync(command, args, {cwd, stdio: 'inherit'});
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Copies the harness to where its packages may be installed: the original may be read-only. */
function prepare() {
  const copy = path.join(root, '.cache/bench/viewer');
  mkdirSync(copy, {recursive: true});
  cpSync(harness, copy, {recursive: true, force: true, filter: (source) => !source.includes('node_modules')});
  if (!existsSync(path.join(copy, 'node_modules/@google/model-viewer'))) {
    run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], copy);
  }
  return copy;
}

await build();
if (rest.includes('--alone')) {
  await measureAlone();
} else if (!existsSync(path.join(harness, 'bench.mjs'))) {
  console.error(
    `The viewer harness is not at ${harness}. Set TWIK_BENCH to the folder that holds viewer/bench.mjs, ` +
      'or measure without the peer: npm run bench:viewer -- --alone',
  );
  process.exit(1);
} else {
  const copy = prepare();
  // Copied files lose what they are relative to, so the assets are named.
  const assets = path.resolve(harness, '../../assets/gltf/models');
  const models = path.join(root, 'demo/products/chair/build');
  const own = rest.includes('--chair') ? ['--assets', models, '--models', 'small=chair.glb'] : ['--assets', assets];
  run(
    process.execPath,
    [
      'bench.mjs',
      ...[
        '--a',
        'model-viewer',
        '--b',
        path.join(import.meta.dirname, 'adapter.mjs'),
        '--chromium',
        await findChrome(),
      ],
      ...own,
      ...rest.filter((argument) => argument !== '--chair'),
    ],
    copy,
  );
}

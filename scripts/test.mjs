// `npm test`, `npm run test:all`, `npm run test:long`: the tiers of the tests, each a superset of the one before.
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {build} from './build/build.mjs';
import {findWebKit, findFirefox} from './browser.mjs';

const root = path.resolve(import.meta.dirname, '..');
const tier = process.argv.includes('--long') ? 'long' : process.argv.includes('--all') ? 'all' : 'quick';
const env = {...process.env, TWIK_TIER: tier};

/** Runs a step to its end; the first one that fails ends the run with its exit code. */
function step(title, command, args, extra = {}) {
  console.log(`\n— ${title}`);
  const {status, error} = spawnSync(command, args, {cwd: root, stdio: 'inherit', env: {...env, ...extra}});
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const node = (title, args, extra) => step(title, process.execPath, args, extra);
/** Test files of a folder whose names end so; those of the larger tiers only when they are asked for. */
const testFiles = (folder, ...endings) =>
  readdirSync(path.join(root, folder), {recursive: true})
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && !file.includes('node_modules'))
    .filter((file) => tier !== 'quick' || !file.includes('.all.'))
    .map((file) => path.join(folder, file))
    .sort();

/** Firefox and WebKit need a display; without one of their own they get a virtual one. */
function withDisplay(command) {
  if (process.env.DISPLAY || tier === 'quick') return command;
  return ['xvfb-run', '-a', '-s', '-screen 0 1280x1024x24 +extension GLX', ...command];
}

await build();
node('Node: headless core, repository, platform', [
  '--import',
  'tsx',
  '--test',
  '--test-concurrency=2',
  '--test-reporter=spec',
  ...(tier === 'quick' ? ['test/support/core-in-node.mjs'] : []),
  ...testFiles('test', '.node.test.ts', '.node.test.mjs'),
  ...testFiles('platform/test', '.test.ts'),
]);

const engines = ['chromium'];
if (tier !== 'quick') {
  if (findFirefox() || process.env.CI) engines.push('firefox');
  else console.log('Skipped: Firefox is not installed.');
  if (findWebKit() || process.env.CI) engines.push('webkit');
  else console.log('Skipped: WebKitGTK is not installed.');
}
const [runner, ...runnerArguments] = withDisplay([process.execPath, 'node_modules/@web/test-runner/dist/bin.js']);
step(`Browser: ${engines.join(', ')}`, runner, runnerArguments, {BROWSERS: engines.join(',')});

const pages = testFiles('test', '.pages.test.mjs');
if (pages.length > 0) {
  const [program, ...before] = withDisplay([process.execPath]);
  step(
    'Pages: the built package as a visitor meets it',
    program,
    [...before, '--test', `--test-concurrency=${tier === 'quick' ? 2 : 1}`, ...pages],
    {BROWSERS: engines.join(',')},
  );
}

import {spawn} from 'node:child_process';
import {copyFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {isStale, markBuilt} from './stale.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs a program of the repository; its output is shown only when it fails. */
function run(command, args) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {cwd: root, stdio: ['ignore', 'pipe', 'pipe']});
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', failed);
    child.on('exit', (code) => {
      if (code === 0) return done();
      failed(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${Buffer.concat(output)}`));
    });
  });
}

const node = (...args) => run(process.execPath, args);
const bin = (name, ...args) => node(path.join(root, 'node_modules', name), ...args);

/** What is built, from what, in this order; steps of one row run side by side. */
const stages = [
  [
    {
      name: 'SDK',
      sources: ['src', 'rollup.config.mjs', 'scripts/build', 'package.json'],
      make: async () => {
        // Names of chunks change with what is in them; those of before would be published, too.
        await rm(path.join(root, 'dist/cdn'), {recursive: true, force: true});
        await bin('rollup/dist/bin/rollup', '-c', '--silent');
        await copyFile(path.join(root, 'src/product.schema.json'), path.join(root, 'dist/product.schema.json'));
      },
    },
    {
      name: 'types',
      sources: ['src', 'tsconfig.json', 'tsconfig.build.json'],
      make: () => bin('typescript/bin/tsc', '-p', 'tsconfig.build.json'),
    },
    {name: 'demo products', sources: ['demo/products'], make: () => node('demo/products/build.mjs')},
  ],
  [
    {
      name: 'platform',
      sources: ['platform/src', 'platform/tsconfig.json', 'src/core'],
      make: () => bin('typescript/bin/tsc', '-p', 'platform/tsconfig.json'),
    },
    {
      name: 'manifest',
      sources: ['src/elements', 'custom-elements-manifest.config.mjs'],
      make: () => bin('@custom-elements-manifest/analyzer/cem.js', 'analyze'),
    },
  ],
];

/** Builds SDK, types, manifest, demo products and platform; with `force: false` only what is stale. */
export async function build({force = false} = {}) {
  for (const stage of stages) {
    await Promise.all(
      stage.map(async (step) => {
        if (!force && !(await isStale(root, step))) return;
        const start = performance.now();
        await step.make();
        await markBuilt(root, step);
        console.log(`Built ${step.name} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
      }),
    );
  }
}

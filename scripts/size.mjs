// `npm run size`: what a page has to fetch, in brotli, against the budgets. Ends with 1 when one is broken.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {rollup} from 'rollup';
import esbuild from 'rollup-plugin-esbuild';

const root = path.resolve(import.meta.dirname, '..');
const cdn = path.join(root, 'dist/cdn');
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length},
  }).length;

/** Bundles one entry of the headless core with what it imports at once, leaving out what `isOutside` says. */
async function bundled(entry, isOutside) {
  const bundle = await rollup({
    input: path.join(root, entry),
    external: (id, importer) =>
      isOutside(id.startsWith('.') && importer ? path.resolve(path.dirname(importer), id) : id),
    plugins: [
      resolve({extensions: ['.mjs', '.js', '.ts']}),
      esbuild({target: 'es2022', tsconfig: path.join(root, 'tsconfig.json'), define: {__TWIK_VERSION__: '""'}}),
      terser({ecma: 2022, module: true, compress: {passes: 2}, format: {comments: false}}),
    ],
    onLog() {},
  });
  const {output} = await bundle.generate({format: 'es'});
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const atOnce = new Set([output[0]]);
  for (const {imports} of atOnce) for (const name of imports) if (chunks.has(name)) atOnce.add(chunks.get(name));
  return [...atOnce].reduce((sum, {code}) => sum + brotli(Buffer.from(code)), 0);
}

/** The files an entry of the CDN build imports at once, and those it imports later. */
async function closure(entry, seen = new Set()) {
  const later = new Set();
  const visit = async (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = await readFile(path.join(cdn, file), 'utf8');
    const target = (specifier) => path.posix.join(path.posix.dirname(file), specifier);
    for (const [, specifier] of code.matchAll(/import\("(\.[^"]+)"\)/g)) later.add(target(specifier));
    for (const [, specifier] of code.matchAll(/(?:from|import)"(\.[^"]+)"/g)) await visit(target(specifier));
  };
  await visit(entry);
  return {files: [...seen], later: [...later].filter((file) => !seen.has(file))};
}

const sizeOf = async (files) => {
  const sizes = await Promise.all(files.map(async (file) => brotli(await readFile(path.join(cdn, file)))));
  return sizes.reduce((sum, size) => sum + size, 0);
};

const page = await closure('twik.mjs');
const later = new Map();
for (const entry of page.later) {
  const {files} = await closure(entry, new Set(page.files));
  later.set(
    path.basename(entry).replace(/(-.{8})?\.\w+$/, ''),
    files.filter((file) => !page.files.includes(file)),
  );
}
function partOf(name) {
  const files = later.get(name);
  if (!files) throw new Error(`The build has no part "${name}", only ${[...later.keys()].join(', ')}.`);
  return files;
}
const core = path.join(root, 'src/core') + path.sep;
const solver = path.join(core, 'solver') + path.sep;

/** Name, budget, size; in bytes. */
const rows = [
  ['core without solver', 18_000, await bundled('src/core/index.ts', (id) => id.startsWith(solver))],
  // What turns products into its models comes with the product reader, which alone needs it.
  [
    'solver',
    18_000,
    await bundled('src/core/solver/engine-solver.ts', (id) => id.startsWith(core) && !id.startsWith(solver)),
  ],
  ['page code', 60_000, await sizeOf(page.files)],
  ['fields', 6_000, await sizeOf(partOf('fields'))],
  ['product reader', 20_000, await sizeOf(partOf('parse-product'))],
  ['3D chunk', 150_000, await sizeOf(partOf('viewer'))],
  // Only for pages that ask for it: turning, light of one's own, hotspots, export.
  ['viewer extras', 14_000, await sizeOf(partOf('extras').filter((file) => !partOf('viewer').includes(file)))],
  ['twik.js', 2_000, await sizeOf(['twik.js'])],
];

let isBroken = false;
for (const [name, budget, size] of rows) {
  isBroken ||= size > budget;
  const remark = size <= budget ? '' : '  over its budget';
  console.log(`${name.padEnd(20)} ${String(size).padStart(8)} of ${String(budget).padStart(8)} bytes${remark}`);
}
process.exit(isBroken ? 1 : 0);

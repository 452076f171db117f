import {readdirSync, readFileSync} from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {assetUrls} from './scripts/build/asset-urls.mjs';
import {exporterGlue} from './scripts/build/exporter-glue.mjs';
import {minifyTemplates} from './scripts/build/minify-templates.mjs';

const {version} = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
// A classic script knows its address only while it runs for the first time; what it loads later is beside it.
const ownAddress = `const twikAddress = (() => {
  const base = document.querySelector('meta[name="twik-base"]')?.content;
  return base ? new URL(base.endsWith('/') ? base : base + '/', document.baseURI).href : document.currentScript?.src || document.baseURI;
})();`;
const plugins = (address) => [
  resolve({extensions: ['.mjs', '.js', '.ts'], exportConditions: ['production', 'default']}),
  esbuild({target: 'es2022', tsconfig: 'tsconfig.json', define: {__TWIK_VERSION__: JSON.stringify(version)}}),
  minifyTemplates(),
  exporterGlue(),
  assetUrls(address),
];
const minify = (module) => terser({ecma: 2022, module, compress: {passes: 2}, format: {comments: false}});
const elements = readdirSync(new URL('src/elements', import.meta.url))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/elements/${name}`);

/** For bundlers: one module a file, lit and three left to the host application. */
const npm = {
  input: [
    'src/index.ts',
    'src/define.ts',
    'src/core/index.ts',
    'src/core/solver/index.ts',
    'src/core/product/index.ts',
    'src/viewer/index.ts',
    'src/commerce/index.ts',
    ...elements,
  ],
  external: [/^lit(\/|$)/, /^three(\/|$)/],
  plugins: plugins(),
  output: {
    dir: 'dist/esm',
    format: 'es',
    sourcemap: true,
    preserveModules: true,
    preserveModulesRoot: 'src',
    assetFileNames: 'assets/[name]-[hash][extname]',
  },
};

/** Where modules of the page build lie that more than one part needs. */
const chunkOf = (id) => {
  // Else the stage, which needs them too, would take them along.
  if (id.endsWith('src/core/scene/pointer.ts')) return 'pointer';
  if (/src\/core\/(error|text\/did-you-mean)/.test(id)) return 'error';
  // One chunk for three and the stage: its late parts would tear it apart, and two halves weigh 2 kB more.
  return /three\/build|GLTFLoader|BufferGeometryUtils|SkeletonUtils|src\/viewer\/(?!extras|decoding|snapshot)/.test(id)
    ? 'stage'
    : undefined;
};

/** For pages: everything inside, three in a chunk of its own that is loaded when something is to be seen. */
const cdn = {
  input: {twik: 'src/define.ts', core: 'src/core/index.ts', viewer: 'src/viewer/index.ts'},
  // Parts that come later never import from an entry: under a second address of it they would bring a second Twik.
  preserveEntrySignatures: 'strict',
  plugins: plugins(),
  output: {
    dir: 'dist/cdn',
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].js',
    assetFileNames: 'assets/[name]-[hash][extname]',
    manualChunks: chunkOf,
    plugins: [minify(true)],
  },
};

/** The documented script tag: a classic script that imports the above from beside itself. */
const loader = {
  input: 'src/loader/loader.ts',
  plugins: plugins(),
  output: {file: 'dist/cdn/twik.js', format: 'iife', sourcemap: true, plugins: [minify(false)]},
};

/** For pages that cannot load modules: one classic script with everything. */
const single = {
  input: 'src/define.ts',
  plugins: plugins('twikAddress'),
  output: {
    file: 'dist/cdn/twik.min.js',
    format: 'iife',
    name: 'twik',
    inlineDynamicImports: true,
    intro: ownAddress,
    assetFileNames: 'assets/[name]-[hash][extname]',
    sourcemap: true,
    plugins: [minify(false)],
  },
};

export default [npm, cdn, loader, single];

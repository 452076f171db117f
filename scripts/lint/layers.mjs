// The layer table of the architecture as data. `layer-imports.mjs` checks imports against it, `eslint.config.mjs` takes
// the globals from it, and `test/layers.node.test.mjs` proves that each breach fails.

const dom = ['document', 'window', 'navigator', 'HTMLElement', 'customElements', 'localStorage'];
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const node = ['process', 'Buffer', '__dirname', 'require'];
const clock = ['Date', 'performance', 'setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame'];
const randomness = ['crypto'];

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {string} folder Relative to the repository, `/` at the end; or a single file.
 * @property {string[]} imports Layers it may import.
 * @property {string[]} lazy Layers it may import by `import()` only. Types may be imported from them at any time.
 * @property {string[]} packages Packages it may import.
 * @property {string[]} lazyPackages Packages it may import by `import()` only.
 * @property {string[]} globals Globals it must not touch.
 */

/** @type {Layer[]} The first layer whose folder holds a file is its layer. */
export const layers = [
  {
    name: 'core',
    folder: 'src/core/',
    imports: ['core'],
    lazy: [],
    packages: [],
    lazyPackages: [],
    globals: [...dom, ...network, ...node, ...clock, ...randomness],
  },
  {
    name: 'geometry',
    folder: 'src/geometry/',
    imports: ['core', 'geometry'],
    lazy: [],
    packages: [],
    lazyPackages: ['manifold-3d', 'harfbuzzjs'],
    globals: [...dom, ...network, ...node],
  },
  {
    name: 'outputs',
    folder: 'src/outputs/',
    imports: ['core', 'geometry', 'outputs'],
    lazy: [],
    packages: ['fflate'],
    lazyPackages: [],
    globals: [...dom, ...network, ...node, ...clock],
  },
  {
    name: 'viewer',
    folder: 'src/viewer/',
    imports: ['core', 'geometry', 'viewer'],
    lazy: [],
    packages: ['three'],
    lazyPackages: ['three'],
    globals: ['customElements', ...node],
  },
  {
    name: 'commerce',
    folder: 'src/commerce/',
    imports: ['core', 'commerce'],
    lazy: [],
    packages: [],
    lazyPackages: [],
    globals: [...network, ...randomness, ...node],
  },
  {
    name: 'client',
    folder: 'src/client/',
    imports: ['core', 'client'],
    lazy: [],
    packages: [],
    lazyPackages: [],
    globals: ['customElements', ...node],
  },
  {
    name: 'elements',
    folder: 'src/elements/',
    imports: ['core', 'elements'],
    lazy: ['viewer', 'geometry', 'outputs', 'client', 'commerce'],
    packages: ['lit'],
    lazyPackages: [],
    globals: node,
  },
  {
    name: 'loader',
    folder: 'src/loader/',
    imports: ['loader'],
    lazy: [],
    packages: [],
    lazyPackages: [],
    globals: node,
  },
  {
    name: 'entries',
    folder: 'src/',
    imports: ['core', 'elements', 'entries'],
    lazy: ['viewer'],
    packages: [],
    lazyPackages: [],
    globals: node,
  },
  {
    name: 'platform',
    folder: 'platform/src/',
    imports: ['platform'],
    lazy: [],
    packages: [
      'node:',
      'hono',
      '@hono/',
      '@gltf-transform/',
      'gltf-validator',
      'meshoptimizer',
      'puppeteer-core',
      'sharp',
      '@twik/sdk/core',
      '@twik/sdk/product',
      '@twik/sdk/solver',
      '@twik/sdk/geometry',
      '@twik/sdk/outputs',
      '@twik/sdk/commerce',
      '@twik/sdk/client',
    ],
    lazyPackages: [],
    globals: ['document', 'window', 'customElements'],
  },
];

/** The layer of a file, by its path relative to the repository; `null` outside the table. */
export const layerOf = (file) => layers.find(({folder}) => file.startsWith(folder)) ?? null;

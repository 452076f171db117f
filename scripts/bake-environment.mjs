// `node scripts/bake-environment.mjs`: filters the studio of src/viewer/environment/studio.ts with three's own PMREM in
// Chromium, and writes assets/environments/neutral.bin. Needed when the studio or three's filter has changed.
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import * as puppeteer from 'puppeteer-core';
import {chromeFlags, findChrome} from './browser.mjs';

const root = path.resolve(import.meta.dirname, '..');

const page = `
import {PMREMGenerator, WebGLRenderer} from 'three';
import {createStudio} from './src/viewer/environment/studio.ts';
import {encodeCube} from './src/viewer/environment/cube-data.ts';
import {bakeCube} from './scripts/bake/bake-cube.ts';

globalThis.bake = () => {
  const renderer = new WebGLRenderer();
  const data = bakeCube(renderer, new PMREMGenerator(renderer).fromScene(createStudio()), {size: 64, levelCount: 5});
  return Array.from(encodeCube(data));
};
`;

const {outputFiles} = await build({
  stdin: {contents: page, resolveDir: root},
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
});
const browser = await puppeteer.launch({
  executablePath: await findChrome(),
  args: chromeFlags,
  protocolTimeout: 600_000,
});
try {
  const tab = await browser.newPage();
  await tab.addScriptTag({content: outputFiles[0].text});
  const bytes = Uint8Array.from(await tab.evaluate(() => globalThis.bake()));
  const packed = gzipSync(bytes, {level: 9});
  // The header's time stamp and system would make each bake differ.
  packed.fill(0, 4, 8);
  packed[9] = 255;
  await writeFile(path.join(root, 'assets/environments/neutral.bin'), packed);
  console.log(`${bytes.length} bytes, gzip ${packed.length}, brotli ${brotliCompressSync(bytes).length}`);
} finally {
  await browser.close();
}

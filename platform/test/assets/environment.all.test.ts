// Baked light beside what three makes of the same panorama while a page runs: pictures of spheres, lit by both.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {gunzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {launch} from 'puppeteer-core';
import {chromeFlags, findChrome} from '../../../scripts/browser.mjs';
import {corpus, temporaryFolder} from '../support/folders.js';
import {makePanorama} from '../support/make-panorama.js';
import {runTwik} from '../support/run-twik.js';

const folder = temporaryFolder();
const studio = path.join(corpus, 'env/studio.hdr');

const page = `
import * as three from 'three';
import {HDRLoader} from 'three/addons/loaders/HDRLoader.js';
import {decodeCube} from './src/viewer/environment/cube-data.ts';
import {createPmremTexture} from './src/viewer/environment/pmrem-texture.ts';

const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

globalThis.compare = (panorama, baked, exposure) => {
  const renderer = new three.WebGLRenderer();
  renderer.toneMapping = three.NeutralToneMapping;
  renderer.toneMappingExposure = exposure;
  renderer.setSize(300, 120);
  const scene = new three.Scene();
  for (let index = 0; index < 10; index++) {
    const material = new three.MeshStandardMaterial({
      color: 0xcccccc, metalness: index < 5 ? 0 : 1, roughness: (index % 5) / 4,
    });
    const sphere = new three.Mesh(new three.SphereGeometry(0.48, 48, 24), material);
    sphere.position.set((index % 5) - 2, index < 5 ? 0.5 : -0.5, 0);
    scene.add(sphere);
  }
  const camera = new three.OrthographicCamera(-2.5, 2.5, 1, -1, 0.1, 10);
  camera.position.set(0, 0, 5);
  const picture = (environment) => {
    scene.environment = environment;
    renderer.render(scene, camera);
    const pixels = new Uint8Array(300 * 120 * 4);
    renderer.getContext().readPixels(0, 0, 300, 120, 6408, 5121, pixels);
    return pixels;
  };
  const {data, width, height, type} = new HDRLoader().parse(bytesOf(panorama).buffer);
  const texture = new three.DataTexture(data, width, height, three.RGBAFormat, type);
  Object.assign(texture, {
    mapping: three.EquirectangularReflectionMapping, colorSpace: three.LinearSRGBColorSpace, flipY: true,
    magFilter: three.LinearFilter, minFilter: three.LinearFilter, needsUpdate: true,
  });
  const live = picture(new three.PMREMGenerator(renderer).fromEquirectangular(texture).texture);
  const ours = picture(createPmremTexture(decodeCube(bytesOf(baked))));
  let squares = 0;
  let largest = 0;
  live.forEach((value, index) => {
    squares += (value - ours[index]) ** 2;
    largest = Math.max(largest, Math.abs(value - ours[index]));
  });
  const mean = live.reduce((sum, value) => sum + value, 0) / live.length;
  return {rmse: Math.sqrt(squares / live.length), largest, mean};
};
`;

async function compare(panorama: string, size: string, exposure: number) {
  const out = path.join(folder, 'light.bin');
  assert.equal((await runTwik(['assets', 'environment', panorama, '--out', out, '--size', size])).code, 0);
  const root = path.resolve(import.meta.dirname, '../../..');
  const {outputFiles} = await build({stdin: {contents: page, resolveDir: root}, bundle: true, write: false});
  const browser = await launch({executablePath: await findChrome(), args: chromeFlags, protocolTimeout: 600_000});
  try {
    const tab = await browser.newPage();
    await tab.addScriptTag({content: outputFiles[0]?.text ?? ''});
    const [source, baked] = [readFileSync(panorama), gunzipSync(readFileSync(out))].map((b) => b.toString('base64'));
    const script = `compare(${JSON.stringify(source)}, ${JSON.stringify(baked)}, ${exposure})`;
    return (await tab.evaluate(script)) as {rmse: number; largest: number; mean: number};
  } finally {
    await browser.close();
  }
}

test(
  'soft boxes light like three’s own filter: at most 2 of 255 off in the mean',
  {timeout: 300_000},
  async (context) => {
    const file = path.join(folder, 'boxes.hdr');
    const box = (x: number, y: number) => Math.exp(-((x - 0.6) ** 2 + (y - 0.6) ** 2) * 12) * 6;
    writeFileSync(
      file,
      makePanorama(([x, y, z]) => [0.3 + box(x, y), 0.3 + box(z, y) * 0.8, 0.35 + box(-x, y * 2) * 0.6], {width: 1024}),
    );
    for (const size of ['64', '128']) {
      const {rmse, largest, mean} = await compare(file, size, 1);
      context.diagnostic(`size ${size}: rms ${rmse.toFixed(2)}, at most ${largest}, mean ${mean.toFixed(0)}`);
      assert.ok(mean > 40 && mean < 220, `mean ${mean}`);
      assert.ok(rmse < 2, `rms ${rmse}`);
    }
  },
);

const skip = existsSync(studio) ? false : `${studio} is not here`;
test(
  'a photographed studio lights like three’s own filter, sharper with more texels',
  {skip, timeout: 300_000},
  async (context) => {
    const rms: number[] = [];
    for (const size of ['64', '256']) {
      const {rmse, largest, mean} = await compare(studio, size, 0.3);
      context.diagnostic(`size ${size}: rms ${rmse.toFixed(2)}, at most ${largest}, mean ${mean.toFixed(0)}`);
      rms.push(rmse);
    }
    const [coarse = Infinity, fine = Infinity] = rms;
    // A mirror shows the edges of lamps: only more texels hold them.
    assert.ok(fine < coarse && fine < 4, String(rms));
  },
);

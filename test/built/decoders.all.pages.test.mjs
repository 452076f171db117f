// Compressed models in the built package: no code made of text, shown under the policy, and what is said on failure.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {openBench} from '../support/open-page.mjs';
import {engines} from '../support/pages.mjs';
import {compressedModels, models, openModelBrowser, skipWithoutModels} from '../support/show-model.mjs';

const root = path.resolve(import.meta.dirname, '../..');

describe('the built package', () => {
  for (const folder of ['dist/cdn', 'dist/esm']) {
    it(`makes no code of text in ${folder}`, () => {
      const scripts = readdirSync(path.join(root, folder), {recursive: true}).filter((file) => /\.m?js$/.test(file));
      assert.ok(scripts.some((file) => file.includes('basis-decoder')));
      const guilty = scripts.filter((file) =>
        /(?<![\w$.])(new\s+)?Function\(|(?<![\w$.])eval\(/.test(readFileSync(path.join(root, folder, file), 'utf8')),
      );
      assert.deepEqual(guilty, []);
    });
  }
});

for (const engine of engines) {
  describe(`compressed models, in ${engine}`, {skip: skipWithoutModels}, () => {
    let browser;
    before(async () => (browser = await openModelBrowser(engine)));
    after(() => browser.close());

    for (const file of compressedModels) {
      it(`shows ${file} under the policy of the design`, async () => {
        assert.deepEqual((await browser.show(file)).result, {how: 'shown', violations: [], errors: []});
      });
    }

    it('fetches no decoder for a plain model', async () => {
      const {result, requests} = await browser.show('Box.glb');
      assert.equal(result.how, 'shown');
      assert.deepEqual(
        requests.filter((request) => /decoder|\.wasm/.test(request)),
        [],
      );
    });

    const lacking = [
      ['script', 'Box-meshopt.glb', /meshopt-decoder/],
      ['WebAssembly', 'Box-draco.glb', /draco_decoder.*wasm/],
    ];
    for (const [part, file, pattern] of lacking) {
      it(`says which ${part} is not served for ${file}`, async () => {
        const answer = ({pathname}) => (pattern.test(pathname) ? {body: '<!doctype html>', type: 'text/html'} : null);
        const {how, errors} = (await browser.show(file, {site: {answer}})).result;
        assert.match(how, /^decoder-missing: .*assets.*Serve/);
        assert.match(how, pattern);
        assert.deepEqual(errors, []);
      });
    }

    /** A model whose binary part has zeros from `start` on. */
    function spoil(file, start) {
      const bytes = readFileSync(path.join(models, file));
      return bytes.fill(0, 28 + bytes.readUInt32LE(12) + start);
    }
    const broken = [
      ['Box-draco.glb', 20, /^decoder-failed: .*Draco.*\/meshes\/0/],
      ['Box-meshopt.glb', 0, /^decoder-failed: .*meshopt.*\/bufferViews\/0/],
      ['Plane-ktx2.glb', 500, /^decoder-failed: .*FlightHelmet_baseColor.*KTX2/],
    ];
    for (const [file, start, says] of broken) {
      it(`says where a ${file} is broken`, async () => {
        const made = {body: spoil(file, start), type: 'model/gltf-binary'};
        const answer = ({pathname}) => (pathname === '/made/model.glb' ? made : null);
        const {how, errors} = (await browser.show('/made/model.glb', {site: {answer}})).result;
        assert.match(how, says);
        assert.deepEqual(errors, []);
      });
    }
  });

  describe(`a viewer that goes, in ${engine}`, {skip: skipWithoutModels}, () => {
    it('says nothing of the model that was being unpacked', async () => {
      const bench = await openBench(engine);
      const page = await bench.open([], {script: '/twik/twik.mjs'});
      const result = await page.evaluate(async () => {
        await customElements.whenDefined('twik-viewer');
        for (let delay = 0; delay < 300; delay += 50) {
          const viewer = document.createElement('twik-viewer');
          viewer.setAttribute('alt', 'model');
          viewer.setAttribute('src', `/corpus/models/RiggedSimple-draco.glb?${delay}`);
          document.querySelector('main').append(viewer);
          await probe.wait(delay);
          viewer.remove();
        }
        await probe.wait(1000);
        return {
          failures: probe.events.filter(({type}) => type === 'configuration-error'),
          violations: probe.violations,
          errors: probe.errors,
        };
      });
      assert.deepEqual(result, {failures: [], violations: [], errors: []});
      await bench.close();
    });
  });
}

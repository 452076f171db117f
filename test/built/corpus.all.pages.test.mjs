// Every model of the shared corpus is shown or ends in a named error; none hangs, none throws.
import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {openBench} from '../support/open-page.mjs';
import {engines} from '../support/pages.mjs';

const corpus = path.resolve(import.meta.dirname, '../../../shared/assets/gltf');
const files = (folder) =>
  existsSync(path.join(corpus, folder))
    ? readdirSync(path.join(corpus, folder), {recursive: true})
        .map((file) => path.posix.join(folder, file))
        .filter((file) => /\.(glb|gltf)$/.test(file))
        .sort()
    : [];

/**
 * Shows one file and tells how it ended. Runs in the page. Broken files end within 10 s; the largest well-formed one has
 * 3.8 million triangles, which take software rendering a while.
 */
async function outcome(src, withinMs) {
  const viewer = document.createElement('twik-viewer');
  viewer.setAttribute('alt', 'model');
  const end = new Promise((done) => {
    viewer.addEventListener('viewer-ready', () => done('shown'), {once: true});
    viewer.addEventListener('configuration-error', ({detail}) => done(`${detail.code}: ${detail.message}`), {
      once: true,
    });
    setTimeout(() => done('hung'), withinMs);
  });
  viewer.setAttribute('src', src);
  document.querySelector('main').replaceChildren(viewer);
  const how = await end;
  viewer.remove();
  return {how, errors: probe.errors.splice(0)};
}

for (const engine of engines) {
  describe(`the corpus, in ${engine}`, {skip: existsSync(corpus) ? false : `${corpus} is not here`}, () => {
    let bench;
    let page;
    before(async () => {
      bench = await openBench(engine);
      page = await bench.open([], {script: '/twik/twik.mjs'});
      await page.evaluate(() => customElements.whenDefined('twik-viewer').then(() => {}));
    });
    after(() => bench.close());

    for (const file of [...files('models'), ...files('generator')]) {
      it(`shows ${file}, or says why not`, async () => {
        const {how, errors} = await page.evaluate(outcome, `/corpus/${file}`, 90_000);
        assert.ok(how === 'shown' || /^(model-empty|extension-unsupported|model-invalid): /.test(how), how);
        assert.deepEqual(errors, []);
      });
    }

    for (const file of [...files('validator'), ...files('invalid')]) {
      it(`ends ${file} in a picture or a named error`, async () => {
        const {how, errors} = await page.evaluate(outcome, `/corpus/${file}`, 10_000);
        assert.match(how, /^(shown|[a-z-]+: .{20,})/s);
        assert.deepEqual(errors, []);
      });
    }
  });
}

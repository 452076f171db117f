import {existsSync} from 'node:fs';
import path from 'node:path';
import {addressOf} from './open-page.mjs';
import {openBrowser} from './pages.mjs';
import {openSite, policy} from './site.mjs';

/** Models by others that lie beside the repository. */
export const models = path.resolve(import.meta.dirname, '../../../shared/assets/gltf/models');
export const skipWithoutModels = existsSync(models) ? false : `${models} is not here`;

/** One model for each compression. */
export const compressedModels = ['Box-draco.glb', 'Box-meshopt.glb', 'Plane-ktx2.glb'];

/** The policy of the design with what WebAssembly needs. */
export const withWasm = (csp) => csp.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

/** Shows a model and tells how it ended, and what a policy had against it. Runs in the page. */
async function outcome(src) {
  await customElements.whenDefined('twik-viewer');
  const viewer = document.createElement('twik-viewer');
  viewer.setAttribute('alt', 'model');
  const end = new Promise((done) => {
    viewer.addEventListener('viewer-ready', () => done('shown'), {once: true});
    viewer.addEventListener('configuration-error', ({detail}) => done(`${detail.code}: ${detail.message}`), {
      once: true,
    });
    setTimeout(() => done('hung'), 20_000);
  });
  viewer.setAttribute('src', src);
  document.querySelector('main').replaceChildren(viewer);
  const how = await end;
  await probe.wait(100);
  return {how, violations: probe.violations, errors: probe.errors};
}

/**
 * Opens a browser that shows models, each on a site of its own, as if nothing had been loaded before.
 *
 * `csp` makes the page's policy of the design's, `isRemote` takes the package from a second origin, `site` goes to
 * `openSite`.
 */
export async function openModelBrowser(engine) {
  const browser = await openBrowser(engine);
  return {
    async show(file, {csp = withWasm, isRemote = false, script = 'twik.mjs', site: options = {}} = {}) {
      const second = isRemote ? await openSite() : null;
      const from = second?.origin ?? '';
      const site = await openSite({...options, csp: csp(policy(from))});
      const page = await browser.newPage();
      try {
        await page.goto(site.origin + addressOf([], {script: `${from}/twik/${script}`}));
        const result = await page.evaluate(outcome, file.startsWith('/') ? file : `/corpus/models/${file}`);
        return {result, requests: [...site.requests, ...(second?.requests ?? [])]};
      } finally {
        await page.close();
        await site.close();
        await second?.close();
      }
    },
    close: () => browser.close(),
  };
}

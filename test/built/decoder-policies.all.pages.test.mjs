// Each decoder under each policy that matters to it: from the page's own origin, from a second one, and without leave.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {engines} from '../support/pages.mjs';
import {compressedModels, openModelBrowser, skipWithoutModels, withWasm} from '../support/show-model.mjs';

const shown = {how: 'shown', violations: [], errors: []};
/** Servers that send the policy with every file give it to workers, too. */
const everywhere = {cspFor: /./};

for (const engine of engines) {
  for (const file of compressedModels) {
    describe(`${file}, in ${engine}`, {skip: skipWithoutModels}, () => {
      let browser;
      before(async () => (browser = await openModelBrowser(engine)));
      after(() => browser.close());

      it('is shown where the policy holds for scripts, too', async () => {
        assert.deepEqual((await browser.show(file, {site: everywhere})).result, shown);
      });

      it('ends in decoder-blocked where WebAssembly is forbidden', async () => {
        const {how, errors} = (await browser.show(file, {csp: (own) => own, site: everywhere})).result;
        assert.match(how, /^decoder-blocked: .*'wasm-unsafe-eval'/);
        assert.deepEqual(errors, []);
      });

      it('is shown by a package on another origin, where workers of blobs are allowed', async () => {
        const csp = (own) => withWasm(own).replace("worker-src 'self'", 'worker-src blob:');
        assert.deepEqual((await browser.show(file, {csp, isRemote: true})).result, shown);
      });

      it('is shown by a package on another origin, where they are not', async () => {
        const {how, violations, errors} = (await browser.show(file, {isRemote: true})).result;
        assert.deepEqual({how, errors}, {how: 'shown', errors: []});
        // A policy cannot be asked, only tried.
        assert.ok(violations.length <= 1 && violations.every((violation) => violation.startsWith('worker-src')));
      });

      it('is shown by the single classic script', async () => {
        assert.deepEqual((await browser.show(file, {script: 'twik.min.js'})).result, shown);
      });
    });
  }
}

// Both demo products under the strictest policy, from the page's own origin and from a second one.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {demoConfigurator, openBench} from '../support/open-page.mjs';
import {engines} from '../support/pages.mjs';
import {openSite, policy} from '../support/site.mjs';

/** Uses everything that could touch a policy: options, dialogs, undo, saving with a preview. Runs in the page. */
async function useEverything() {
  const configurator = await page.ready();
  const {product} = configurator.configuration;
  for (const parameter of product.parameters) {
    if (parameter.kind !== 'choice') continue;
    for (const {id} of parameter.options) configurator.request({kind: 'set', parameter: parameter.id, value: id});
    for (const dialog of page.all('dialog[open]')) dialog.close();
    await probe.wait(50);
  }
  configurator.undo();
  const saved = await configurator.save();
  await probe.wait(300);
  return {
    violations: probe.violations,
    errors: probe.errors,
    failures: probe.events.filter(({type}) => type === 'configuration-error'),
    hasPreview: /^data:image\//.test(saved.preview),
  };
}

const nothingWrong = {violations: [], errors: [], failures: [], hasPreview: true};

for (const engine of engines) {
  describe(`under the policy of the design, in ${engine}`, () => {
    let bench;
    before(async () => (bench = await openBench(engine)));
    after(() => bench.close());

    for (const product of ['shelf', 'chair']) {
      it(`shows, configures and saves the ${product} without a violation`, async () => {
        const page = await bench.open([demoConfigurator(product)]);
        assert.deepEqual(await page.evaluate(useEverything), nothingWrong);
        await page.close();
      });
    }
  });

  describe(`with the SDK from a second origin, in ${engine}`, () => {
    let second;
    let bench;
    before(async () => {
      second = await openSite();
      bench = await openBench(engine, {csp: policy(second.origin)});
    });
    after(async () => {
      await bench.close();
      await second.close();
    });

    it('works where the page allows that origin', async () => {
      const page = await bench.open([demoConfigurator('chair')], {script: `${second.origin}/twik/twik.js`});
      assert.deepEqual(await page.evaluate(useEverything), nothingWrong);
      await page.close();
    });
  });
}

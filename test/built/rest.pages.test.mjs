// What the page costs at rest, and what an option costs whose assets are loaded.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {demoConfigurator, openBench} from '../support/open-page.mjs';
import {engines} from '../support/pages.mjs';

for (const engine of engines) {
  describe(`at rest, in ${engine}`, () => {
    let bench;
    before(async () => (bench = await openBench(engine)));
    after(() => bench.close());

    for (const product of ['shelf', 'chair']) {
      it(`draws nothing and asks for no frame with the ${product}`, async () => {
        const page = await bench.open([demoConfigurator(product)]);
        const [before, after] = await page.evaluate(async () => {
          await globalThis.page.ready();
          await probe.wait(2000);
          const before = probe.counts();
          await probe.wait(2000);
          return [before, probe.counts()];
        });
        assert.deepEqual(after, before);
        await page.close();
      });
    }

    it('shows a loaded option in the next frame, without a new program or request', async () => {
      const page = await bench.open([demoConfigurator('chair')]);
      const changes = await page.evaluate(async () => {
        const configurator = await globalThis.page.ready();
        const viewer = globalThis.page.one('twik-viewer', configurator);
        const {options} = configurator.configuration.product.parameters.find(({id}) => id === 'fabric');
        const pick = (id) => configurator.request({kind: 'set', parameter: 'fabric', value: id});
        for (const {id} of options) {
          pick(id);
          await probe.wait(600);
        }
        const changes = [];
        for (const {id} of options) {
          const before = {...probe.counts(), picture: globalThis.page.picture(viewer)};
          pick(id);
          // Callbacks run in the order they were asked for: the viewer's of this frame has run when the second comes.
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const after = {...probe.counts(), picture: globalThis.page.picture(viewer)};
          changes.push({
            programs: after.programs - before.programs,
            // Pictures that the page has already count as entries, but nothing is fetched for them.
            requests: performance
              .getEntriesByType('resource')
              .slice(before.requests)
              .filter(({transferSize, decodedBodySize}) => transferSize > 0 || decodedBodySize === 0).length,
            isNew: after.picture !== before.picture,
          });
          await probe.wait(200);
        }
        return changes;
      });
      assert.ok(changes.length >= 6);
      for (const change of changes) assert.deepEqual(change, {programs: 0, requests: 0, isNew: true});
      await page.close();
    });
  });
}

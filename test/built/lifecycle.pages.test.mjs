// What pages and themes do to an element: load the script twice, move, remove, add again, show two.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {demoConfigurator, openBench} from '../support/open-page.mjs';
import {engines} from '../support/pages.mjs';

for (const engine of engines) {
  describe(`in a page that is not ours, in ${engine}`, () => {
    let bench;
    before(async () => (bench = await openBench(engine)));
    after(() => bench.close());

    it('works when the script is there twice, in two forms', async () => {
      const page = await bench.open([demoConfigurator('chair')], {
        script: ['/twik/twik.js', '/twik/twik.js?again', '/twik/twik.min.js'],
      });
      const result = await page.evaluate(async () => {
        const configurator = await globalThis.page.ready();
        await probe.wait(300);
        return {
          complete: configurator.configuration.complete,
          errors: probe.errors,
          ready: probe.events.filter(({type}) => type === 'viewer-ready').length,
        };
      });
      assert.deepEqual(result, {complete: true, errors: [], ready: 1});
      await page.close();
    });

    it('works from the single classic file', async () => {
      const page = await bench.open([demoConfigurator('chair')], {script: '/twik/twik.min.js'});
      const result = await page.evaluate(async () => {
        await globalThis.page.ready();
        return {
          violations: probe.violations,
          errors: probe.errors,
          ready: probe.events.some(({type}) => type === 'viewer-ready'),
        };
      });
      assert.deepEqual(result, {violations: [], errors: [], ready: true});
      await page.close();
    });

    it('keeps what was chosen when it is moved, and when it is removed and added', async () => {
      const page = await bench.open([demoConfigurator('chair')]);
      const result = await page.evaluate(async () => {
        const configurator = await globalThis.page.ready();
        const fabric = () => configurator.configuration.parameter('fabric').value;
        const {options} = configurator.configuration.product.parameters.find(({id}) => id === 'fabric');
        const chosen = options.at(-1).id;
        configurator.request({kind: 'set', parameter: 'fabric', value: chosen});
        const section = document.createElement('section');
        document.body.append(section);
        section.append(configurator);
        await probe.wait(200);
        const moved = fabric() === chosen;
        configurator.remove();
        await probe.wait(1500);
        const shown = probe.next('viewer-ready');
        section.append(configurator);
        await shown;
        return {moved, kept: fabric() === chosen, errors: probe.errors};
      });
      assert.deepEqual(result, {moved: true, kept: true, errors: []});
      await page.close();
    });

    it('keeps two configurators on one page apart, in one WebGL context', async () => {
      const page = await bench.open([demoConfigurator('chair'), demoConfigurator('chair')], {
        // Both in sight: what nobody can see is not drawn.
        viewport: {width: 1280, height: 2400},
      });
      const result = await page.evaluate(async () => {
        const [first, second] = [await globalThis.page.ready(0), await globalThis.page.ready(1)];
        const {options} = first.configuration.product.parameters.find(({id}) => id === 'fabric');
        const before = second.configuration.parameter('fabric').value;
        first.request({kind: 'set', parameter: 'fabric', value: options.find(({id}) => id !== before).id});
        return {
          apart: second.configuration.parameter('fabric').value === before,
          differs: first.configuration.parameter('fabric').value !== before,
          contexts: probe.contexts,
        };
      });
      assert.deepEqual(result, {apart: true, differs: true, contexts: 1});
      await page.close();
    });

    it('opens what the address of the page names', async () => {
      const page = await bench.open([demoConfigurator('chair')]);
      const url = await page.evaluate(async () => {
        const configurator = await globalThis.page.ready();
        const {options} = configurator.configuration.product.parameters.find(({id}) => id === 'fabric');
        configurator.request({kind: 'set', parameter: 'fabric', value: options.at(-1).id});
        return (await configurator.save()).url;
      });
      const again = await bench.browser.newPage();
      await again.goto(url);
      const [value, origin] = await again.evaluate(async () => {
        const {configuration} = await globalThis.page.ready();
        const {options} = configuration.product.parameters.find(({id}) => id === 'fabric');
        const {value, origin} = configuration.parameter('fabric');
        return [value === options.at(-1).id, origin];
      });
      assert.deepEqual([value, origin], [true, 'restored']);
      await again.close();
      await page.close();
    });
  });
}

// A keyboard is enough: configure, undo, save.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {demoConfigurator, openBench} from '../support/open-page.mjs';
import {engines} from '../support/pages.mjs';

/** Presses Tab until the focused element passes the test that runs in the page; fails after a whole round. */
async function tabTo(page, test, what) {
  for (let presses = 0; presses < 120; presses++) {
    await page.press('Tab');
    if (await page.evaluate(test)) return;
  }
  assert.fail(`Tab never reached ${what}.`);
}

for (const engine of engines) {
  describe(`by keyboard alone, in ${engine}`, () => {
    let bench;
    before(async () => (bench = await openBench(engine)));
    after(() => bench.close());

    it('configures, undoes and saves the chair', async () => {
      const page = await bench.open([demoConfigurator('chair')]);
      const first = await page.evaluate(
        async () => (await globalThis.page.ready()).configuration.parameter('fabric').value,
      );

      await tabTo(page, () => globalThis.page.focused().closest('[role=radiogroup]') !== null, 'the covers');
      await page.press('ArrowRight');
      await page.press(' ');
      const picked = await page.evaluate(() =>
        globalThis.page.one('twik-configurator').configuration.parameter('fabric'),
      );
      assert.notEqual(picked.value, first);
      assert.equal(picked.origin, 'user');

      await page.press('z', 'Control');
      const undone = await page.evaluate(
        () => globalThis.page.one('twik-configurator').configuration.parameter('fabric').value,
      );
      assert.equal(undone, first);

      await tabTo(page, () => /save/i.test(globalThis.page.focused().textContent), 'the save button');
      await page.evaluate(() => void (globalThis.saved = probe.next('configuration-saved')));
      await page.press('Enter');
      const saved = await page.evaluate(async () => (await globalThis.saved).configuration.values.fabric);
      assert.equal(saved, first);
      await page.close();
    });
  });
}

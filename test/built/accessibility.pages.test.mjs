// axe over every state that a shopper meets, light and dark, desktop and phone.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {demoConfigurator, openBench} from '../support/open-page.mjs';
import {engines} from '../support/pages.mjs';

/** axe reads colours as they are at that moment: nothing may be on its way. Runs in the page. */
const stop = () => document.documentElement.style.setProperty('--twik-duration', '0ms');

/** Runs axe over the page; each finding as one line. Runs in the page. */
async function findings(state) {
  const {violations} = await globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // About the page around the element, which is a bare test page here.
    rules: {'page-has-heading-one': {enabled: false}, 'region': {enabled: false}},
  });
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${state}: ${id} ${target.flat()} ${failureSummary}`),
  );
}

/** Theme and window; the quick tier takes another one for each product, the others all. */
const everyLook = ['light', 'dark'].flatMap((theme) => [
  {theme, width: 1280, height: 900},
  {theme, width: 390, height: 844},
]);
const hasEvery = process.env.TWIK_TIER === 'all' || process.env.TWIK_TIER === 'long';
const looksOf = (product) => (hasEvery ? everyLook : [everyLook[product === 'shelf' ? 0 : 3]]);

for (const engine of engines) {
  describe(`axe finds nothing, in ${engine}`, () => {
    let bench;
    // axe itself does not keep to the policy.
    before(async () => (bench = await openBench(engine, {csp: null})));
    after(() => bench.close());

    for (const product of ['shelf', 'chair']) {
      for (const {theme, width, height} of looksOf(product)) {
        it(`with the ${product}, ${theme}, ${width} pixels wide`, async () => {
          const page = await bench.open([demoConfigurator(product, {theme})], {
            script: ['/axe/axe.min.js', '/twik/twik.js'],
            viewport: {width, height, reducedMotion: true},
          });
          await page.evaluate(stop);
          const found = [];
          const look = async (state) => found.push(...(await page.evaluate(findings, state)));
          await page.evaluate(async () => void (await globalThis.page.ready()));
          await look('at first');
          const groups = await page.evaluate(() =>
            globalThis.page.one('twik-configurator').configuration.product.groups.map(({id}) => id),
          );
          for (const group of groups) {
            await page.evaluate(async (id) => {
              globalThis.page.one('twik-options').openGroup(id);
              await probe.wait(400);
            }, group);
            await look(`group ${group}`);
          }
          const hasBarred = await page.evaluate(async () => {
            const barred = globalThis.page.one('[aria-disabled=true]');
            barred?.focus();
            await probe.wait(300);
            return barred !== null;
          });
          if (hasBarred) await look('a barred option');
          await page.evaluate(async () => {
            for (const details of globalThis.page.all('twik-price'))
              globalThis.page.one('button, summary', details)?.click();
            await globalThis.page.one('twik-configurator').save();
            await probe.wait(400);
          });
          await look('saved, price open');
          assert.deepEqual(found, []);
          await page.close();
        });
      }
    }

    it('with a conflict asking', async () => {
      for (const theme of ['light', 'dark']) {
        const page = await bench.open([demoConfigurator('shelf', {theme})], {
          script: ['/axe/axe.min.js', '/twik/twik.js'],
          viewport: {reducedMotion: true},
        });
        await page.evaluate(stop);
        const asked = await page.evaluate(async () => {
          const configurator = await globalThis.page.ready();
          const {configuration} = configurator;
          // Picks everything there is, until two do not go together.
          for (const {id, kind, options, min, max} of configuration.product.parameters) {
            const values =
              kind === 'choice'
                ? options.map((option) => option.id)
                : kind === 'boolean'
                  ? [true]
                  : /number|integer/.test(kind)
                    ? [Number(max), Number(min)]
                    : [];
            for (const value of values) {
              if (configurator.request({kind: 'set', parameter: id, value}).kind === 'conflict') {
                await globalThis.page.until(() => globalThis.page.one('dialog[open]'));
                await probe.wait(400);
                return true;
              }
            }
          }
          return false;
        });
        assert.ok(asked, 'a conflict dialog opened');
        assert.deepEqual(await page.evaluate(findings, `conflict, ${theme}`), []);
        await page.close();
      }
    });

    it('with a product that cannot be loaded', async () => {
      for (const theme of ['light', 'dark']) {
        const page = await bench.open([{tag: 'twik-configurator', product: '/nowhere.json', theme}], {
          script: ['/axe/axe.min.js', '/twik/twik.js'],
        });
        await page.evaluate(stop);
        await page.evaluate(async () => {
          await globalThis.page.until(() => probe.events.some(({type}) => type === 'configuration-error'));
          await probe.wait(300);
        });
        assert.deepEqual(await page.evaluate(findings, `error, ${theme}`), []);
        await page.close();
      }
    });
  });
}

// What the page code leaves for later: it comes when it is needed, nobody sees the gap, and where it cannot be fetched the
// page is told and everything else goes on.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {openBench} from '../support/open-page.mjs';
import {engines} from '../support/pages.mjs';

const product = JSON.stringify({
  format: 1,
  id: 'stool',
  version: '1',
  defaultLocale: 'en',
  name: 'Stool',
  groups: [
    {id: 'top', name: 'Top'},
    {id: 'base', name: 'Base'},
  ],
  parameters: [
    {id: 'seat', kind: 'choice', group: 'top', options: [{id: 'round'}, {id: 'square'}], default: 'round'},
    {id: 'legs', kind: 'choice', group: 'base', options: [{id: 'three'}, {id: 'four'}], default: 'three'},
  ],
  rules: [{id: 'even', when: "seat == 'square'", require: "legs == 'four'"}],
});

/** A site that does not serve the files of Twik whose names begin so. */
const benchWithout = (engine, name) =>
  openBench(engine, {
    answer({pathname}) {
      if (pathname === '/made/stool.json') return {body: product, type: 'application/json'};
      return name !== null && pathname.includes(`/chunks/${name}-`) ? {body: '', type: 'text/plain'} : null;
    },
  });

const stool = (attributes = {}) => ({tag: 'twik-configurator', product: '/made/stool.json', ...attributes});

/** Waits for the product and tells what can be read and what went wrong. Runs in the page. */
async function opened() {
  const configurator = await page.until(() => page.one('twik-configurator')?.ready && page.one('twik-configurator'));
  await configurator.ready;
  await page.until(() => page.one('[part=step], [part=group-header]', configurator));
  return {
    text: page.text(configurator),
    steps: page.all('[part~=step]', configurator).length,
    codes: probe.events.filter(({type}) => type === 'configuration-error').map(({code}) => code),
    errors: probe.errors,
  };
}

/** Picks what contradicts each other, and tells whether a dialog asks about it. Runs in the page. */
async function contradict() {
  const configurator = page.one('twik-configurator');
  configurator.request({kind: 'set', parameter: 'legs', value: 'three'});
  const result = configurator.request({kind: 'set', parameter: 'seat', value: 'square'});
  const failed = () => probe.events.find(({type}) => type === 'configuration-error');
  await page.until(() => page.one('dialog[open]') ?? failed());
  return {
    kind: result.kind,
    hasDialog: page.one('dialog[open]')?.checkVisibility() ?? false,
    code: failed()?.code ?? null,
    canGoOn: configurator.request({kind: 'set', parameter: 'legs', value: 'four'}).kind,
  };
}

for (const engine of engines) {
  describe(`what comes later, in ${engine}`, () => {
    let bench;
    before(async () => (bench = await benchWithout(engine, null)));
    after(() => bench.close());

    it('a page in German never shows English', async () => {
      const tab = await bench.open([], {lang: 'de'});
      const seen = await tab.evaluate(async () => {
        const element = document.createElement('twik-configurator');
        const texts = new Set();
        const watch = setInterval(() => texts.add(page.text(element)), 1);
        element.setAttribute('product', '/made/stool.json');
        document.querySelector('main').append(element);
        await page.until(() => element.ready);
        await element.ready;
        await page.until(() => page.text(element).includes('Ihre Auswahl'));
        clearInterval(watch);
        return [...texts].join(' ');
      });
      assert.doesNotMatch(seen, /Loading|Your selection/);
      await tab.close();
    });

    it('steps and the dialog for conflicts come when they are needed', async () => {
      const tab = await bench.open([stool({mode: 'steps'})]);
      const {steps, codes} = await tab.evaluate(opened);
      assert.deepEqual([steps, codes], [2, []]);
      const asked = await tab.evaluate(contradict);
      assert.deepEqual(asked, {kind: 'conflict', hasDialog: true, code: null, canGoOn: 'applied'});
      await tab.close();
    });
  });

  describe(`what cannot be fetched later, in ${engine}`, () => {
    /** Does something with a page that lacks a file. */
    async function lacking(name, element, query, act) {
      const bench = await benchWithout(engine, name);
      try {
        const tab = await bench.open([element], query);
        await act(tab);
      } finally {
        await bench.close();
      }
    }

    it('German: messages-unreachable, and English is spoken', () =>
      lacking('de', stool(), {lang: 'de'}, async (tab) => {
        const {text, codes, errors} = await tab.evaluate(opened);
        assert.match(text, /Your selection/);
        assert.deepEqual([codes, errors], [['messages-unreachable'], []]);
      }));

    it('steps: part-unreachable, and groups are to be opened instead', () =>
      lacking('steps', stool({mode: 'steps'}), {}, async (tab) => {
        const {steps, codes, text} = await tab.evaluate(opened);
        assert.match(text, /Top.*Base/);
        assert.equal(steps, 0);
        assert.ok(codes.includes('part-unreachable'), codes.join());
      }));

    it('the dialog for conflicts: part-unreachable, and choosing goes on', () =>
      lacking('dialog', stool(), {}, async (tab) => {
        await tab.evaluate(opened);
        const asked = await tab.evaluate(contradict);
        assert.deepEqual(asked, {kind: 'conflict', hasDialog: false, code: 'part-unreachable', canGoOn: 'applied'});
      }));
  });
}

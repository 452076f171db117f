// One wrong thing at a time: the element says it in words and by an event, the page lives on, and what can go on does.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {openBench} from '../support/open-page.mjs';
import {engines} from '../support/pages.mjs';

const chair = '/demo/products/chair/build/chair.glb';

/** A small product; `change` spoils it. */
function product(change = () => {}) {
  const definition = {
    format: 1,
    id: 'stool',
    version: '1',
    defaultLocale: 'en',
    name: 'Stool',
    parameters: [
      {
        id: 'wood',
        kind: 'choice',
        options: [
          {id: 'oak', price: '20.00'},
          {id: 'pine', price: '0.00'},
        ],
        default: 'pine',
      },
      {id: 'height', kind: 'integer', unit: 'mm', min: 300, max: 500, step: 10, default: 400},
    ],
    derived: [],
    rules: [],
    price: {
      currency: 'EUR',
      taxIncluded: true,
      taxRate: '0.19',
      lines: [{id: 'base', label: 'Stool', amount: '80.00'}],
    },
    scene: {models: [{id: 'body', src: chair}], bindings: []},
  };
  change(definition);
  return JSON.stringify(definition);
}

const nest = (depth) => '['.repeat(depth) + ']'.repeat(depth);

/** Products that cannot be used at all: name, body, code, path. */
const definitions = [
  [
    'an unknown parameter in a rule',
    product((p) => p.rules.push({id: 'r', require: "wod == 'oak'"})),
    'name-unknown',
    '/rules/0/require',
  ],
  [
    'an option that is missing',
    product((p) => p.rules.push({id: 'r', require: "wood == 'oka'"})),
    'option-unknown',
    '/rules/0/require',
  ],
  [
    'a cyclic formula',
    product((p) => p.derived.push({id: 'a', formula: 'b + 1'}, {id: 'b', formula: 'a + 1'})),
    'formula-cyclic',
    '/derived/0/formula',
  ],
  [
    'a wrong unit',
    product((p) => p.rules.push({id: 'r', require: 'height < 2 kg'})),
    'unit-mismatch',
    '/rules/0/require',
  ],
  ['a missing price', product((p) => delete p.price.lines[0].amount), 'price-missing', '/price/lines/0'],
  ['a duplicate id', product((p) => p.parameters.push({...p.parameters[0]})), 'id-duplicate', '/parameters/2/id'],
  ['an unknown format', product((p) => (p.format = 9)), 'format-unknown', '/format'],
  ['nesting beyond reason', product().replace('"rules":[]', `"rules":${nest(100)}`), 'nesting-too-deep', null],
  [
    'a __proto__ key',
    product().replace('"rules":[]', '"rules":[],"__proto__":{"polluted":true}'),
    'key-forbidden',
    '/__proto__',
  ],
  [
    'a kind that is not built yet',
    product((p) => p.parameters.push({id: 'logo', kind: 'image'})),
    'kind-not-supported',
    '/parameters/2/kind',
  ],
  ['broken JSON', '{"format": 1,', 'json-invalid', ''],
];

/** Models that cannot be shown although the product is fine: name, address, code. */
const models = [
  ['a model that is not there', '/demo/nowhere.glb', 'model-not-found'],
  ['a model answered with 500', `${chair}?status=500`, 'model-unreachable'],
  ['a model that is a web page', `/pages/one.html?type=text/html`, 'model-not-gltf'],
  ['a truncated model', `${chair}?bytes=20000`, 'model-truncated'],
];

for (const engine of engines) {
  describe(`one wrong thing, in ${engine}`, () => {
    let bodies;
    let bench;
    before(async () => {
      bodies = new Map();
      bench = await openBench(engine, {
        answer: ({pathname}) => (bodies.has(pathname) ? {body: bodies.get(pathname), type: 'application/json'} : null),
      });
    });
    after(() => bench.close());

    const open = (body, query = {}) => {
      const path = `/made/${bodies.size}.json`;
      bodies.set(path, body);
      return bench.open([{tag: 'twik-configurator', product: path}], query);
    };

    /** The first failure that was told, and whether its words can be read in the element. Runs in the page. */
    const failure = async () => {
      const find = () => probe.events.find(({type}) => type === 'configuration-error');
      const {code, path, message} = await globalThis.page.until(find, 15_000);
      await globalThis.page.until(() => globalThis.page.text(document.querySelector('main')).length > 0);
      await probe.wait(200);
      return {code, path, message, text: globalThis.page.text(document.querySelector('main')), errors: probe.errors};
    };

    for (const [what, body, code, path] of definitions) {
      it(`${what}: ${code}`, async () => {
        const page = await open(body);
        const told = await page.evaluate(failure);
        assert.equal(told.code, code, told.message);
        if (path !== null) assert.equal(told.path, path);
        assert.ok(told.message.length > 20);
        assert.ok(told.text.length > 20, 'the element says something');
        assert.deepEqual(told.errors, []);
        assert.equal(await page.evaluate(() => 'polluted' in {}), false);
        await page.close();
      });
    }

    it('a product one byte over the limit: product-too-large', async () => {
      const limit = 32 * 1024 * 1024;
      const start = product().slice(0, -1);
      const page = await open(`${start}${' '.repeat(limit + 1 - start.length - 1)}}`);
      assert.equal((await page.evaluate(failure)).code, 'product-too-large');
      await page.close();
    });

    it('a product that is not there: product-not-found', async () => {
      const page = await bench.open([{tag: 'twik-configurator', product: '/nowhere.json'}]);
      assert.equal((await page.evaluate(failure)).code, 'product-not-found');
      await page.close();
    });

    it('a product of the wrong type: product-not-json', async () => {
      const page = await bench.open([{tag: 'twik-configurator', product: '/pages/one.html'}]);
      assert.equal((await page.evaluate(failure)).code, 'product-not-json');
      await page.close();
    });

    /** Options, price and choices go on without a picture. Runs in the page. */
    const goesOn = async () => {
      const {configuration} = await globalThis.page.until(
        () => globalThis.page.one('twik-configurator')?.configuration && globalThis.page.one('twik-configurator'),
      );
      const configurator = globalThis.page.one('twik-configurator');
      configurator.request({kind: 'set', parameter: 'wood', value: 'oak'});
      const saved = await configurator.save();
      return [configuration.parameter('wood').value, saved.price.total.gross.amount, saved.preview];
    };

    for (const [what, src, code] of models) {
      it(`${what}: ${code}, and options, price and saving go on`, async () => {
        const page = await open(product((p) => (p.scene.models[0].src = src)));
        const told = await page.evaluate(failure);
        assert.equal(told.code, code, told.message);
        assert.ok(told.text.includes('Stool'), 'the product is still shown');
        assert.deepEqual(told.errors, []);
        assert.deepEqual(await page.evaluate(goesOn), ['oak', 10_000, null]);
        await page.close();
      });
    }

    it('a wrong name in a binding: node-not-found, and the rest is shown', async () => {
      const page = await open(
        product((p) =>
          p.scene.bindings.push({set: '/nodes/@Nobody/extensions/KHR_node_visibility/visible', to: "wood == 'oak'"}),
        ),
      );
      const told = await page.evaluate(failure);
      assert.equal(told.code, 'node-not-found', told.message);
      const [value, amount, preview] = await page.evaluate(goesOn);
      assert.deepEqual([value, amount], ['oak', 10_000]);
      assert.match(preview, /^data:image\//);
      await page.close();
    });

    it('a file of Twik that is not served: reader-unreachable', async () => {
      // The page of a site of its own: what was fetched before would come from the cache.
      const lacking = await openBench(engine, {
        answer: ({pathname}) => (pathname.includes('/parse-product-') ? {body: '', type: 'text/plain'} : null),
      });
      const page = await lacking.open([{tag: 'twik-configurator', product: '/demo/products/chair/product.json'}]);
      const told = await page.evaluate(failure);
      assert.equal(told.code, 'reader-unreachable', told.message);
      assert.match(told.text, /served/);
      await lacking.close();
    });

    it('no WebGL: webgl-missing, and options, price and saving go on', async () => {
      const page = await open(product(), {no: 'webgl'});
      const told = await page.evaluate(failure);
      assert.equal(told.code, 'webgl-missing', told.message);
      assert.deepEqual(await page.evaluate(goesOn), ['oak', 10_000, null]);
      await page.close();
    });
  });
}

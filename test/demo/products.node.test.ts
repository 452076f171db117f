import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {createConfiguration} from '../../src/core/configuration/create-configuration.js';
import {TwikError, type Price, type Product} from '../../src/core/index.js';
import {parsePointer, parseProduct} from '../../src/core/product/index.js';
import type {SceneValue} from '../../src/core/scene/plan.js';
import type {Value} from '../../src/core/product/parameter.js';
import type {GltfJson} from '../../src/viewer/binding/gltf-json.js';
import {ModelIndex} from '../../src/viewer/binding/model-index.js';

const products = path.resolve(import.meta.dirname, '../../demo/products');

function read(name: string): Product {
  return parseProduct(readFileSync(path.join(products, name, 'product.json'), 'utf8'), {baseUrl: ''});
}

function jsonOf(file: string): GltfJson {
  const bytes = readFileSync(file);
  return JSON.parse(bytes.subarray(20, 20 + bytes.readUInt32LE(12)).toString()) as GltfJson;
}

function gross(price: Price | TwikError | null): string {
  assert.ok(price && !(price instanceof TwikError));
  return (price.unit.gross.amount / 100).toFixed(2);
}

/** Every option of every choice, each picked alone. */
function single(product: Product): Record<string, Value>[] {
  return product.parameters.flatMap((parameter) =>
    parameter.kind === 'choice' ? parameter.options.map(({id}) => ({[parameter.id]: id})) : [],
  );
}

for (const name of ['shelf', 'chair']) {
  describe(`The demo product ${name}`, () => {
    const product = read(name);
    const models = new Map(
      (product.scene?.models ?? []).map(({id, src}) => [id, new ModelIndex(jsonOf(path.join(products, name, src)))]),
    );
    const modelOf = (id: string): ModelIndex => {
      const model = models.get(id);
      assert.ok(model, `There is no model "${id}".`);
      return model;
    };

    it('binds nothing that its models lack', () => {
      for (const {model, set} of product.scene?.bindings ?? []) {
        const {target} = parsePointer(set);
        if (target.kind === 'node') assert.ok(modelOf(model).nodesAt(target.path).length > 0, set);
        if (target.kind === 'material') assert.ok(modelOf(model).materialsNamed(target.name).length > 0, set);
      }
    });

    it('sets only materials, variants, models and textures that exist, whatever is chosen', () => {
      const check = (model: string, pointer: string, value: SceneValue): void => {
        if (typeof value !== 'string') return;
        const tail = pointer.split('/').at(-1) ?? '';
        const [owner, material] = value.includes('/') ? value.split('/') : [model, value];
        if (tail === 'twik:material') modelOf(owner ?? '').materialNamed(material ?? '');
        if (tail === 'twik:variant') assert.notEqual(modelOf(model).variantNamed(value), null);
        if (tail === 'twik:mount') modelOf(value);
        if (tail.endsWith('Texture')) assert.ok(existsSync(path.join(products, name, value)), value);
      };
      for (const picks of single(product)) {
        const plan = createConfiguration(product, {picks}).plan();
        for (const {model, pointer, value} of plan) check(model, pointer, value);
      }
    });

    it('has the pictures of its options', () => {
      const images = product.parameters.flatMap((parameter) =>
        'options' in parameter ? parameter.options.flatMap(({image}) => image ?? []) : [],
      );
      assert.ok(images.length > 0);
      for (const image of images) assert.ok(existsSync(path.join(products, name, image)), image);
    });

    it('speaks English and German throughout', () => {
      const texts = [
        product.name,
        ...product.groups.map((group) => group.name),
        ...product.parameters.map((parameter) => parameter.name),
        ...product.parameters.flatMap((parameter) =>
          'options' in parameter ? parameter.options.map((option) => option.name) : [],
        ),
        ...product.rules.map((rule) => rule.message),
        ...(product.price?.lines ?? []).map((line) => line.label),
      ];
      for (const text of texts) {
        assert.ok(typeof text === 'object' && text !== null && 'en' in text && 'de' in text, JSON.stringify(text));
      }
    });

    it('can begin with any of its options, and completes it', () => {
      for (const picks of single(product)) {
        const [id = ''] = Object.keys(picks);
        const parameter = product.parameters.find((candidate) => candidate.id === id);
        const configuration = createConfiguration(product, parameter?.active ? {} : {picks});
        assert.ok(configuration.consistent && configuration.complete, JSON.stringify(picks));
        assert.ok(configuration.bom().length > 0);
      }
    });

    it('keeps the promises of its examples', () => {
      assert.ok(product.examples.length > 0);
      for (const {picks, expect, path: place} of product.examples) {
        const configuration = createConfiguration(product, {picks: picks as Record<string, Value>});
        assert.deepEqual(configuration.suspended, [], place);
        if (expect.price !== undefined) assert.equal(gross(configuration.price()), expect.price, place);
        if (expect.consistent !== undefined) assert.equal(configuration.consistent, expect.consistent, place);
        if (expect.complete !== undefined) assert.equal(configuration.complete, expect.complete, place);
      }
    });
  });
}

describe('The demo shelf', () => {
  const set = (picks: Record<string, Value>) => createConfiguration(read('shelf'), {picks});

  it('stands on steel when oak grows wide, and says why nothing else will do', () => {
    const configuration = set({finish: 'oak', width: 1500});
    assert.equal(configuration.parameter('legs').value, 'steel');
    assert.equal(configuration.isPossible('legs', 'taper'), false);
    assert.deepEqual(
      configuration.explain('legs', 'taper').rules.map((rule) => rule.id),
      ['span'],
    );
  });

  it('has no handles without doors', () => {
    assert.equal(set({doors: false}).parameter('handle').value, null);
  });

  it('offers no more shelves than fit', () => {
    assert.equal(set({height: 800}).bounds('shelves')?.max, 3);
  });

  it('is fixed to the wall when it is tall and shallow', () => {
    assert.equal(set({height: 2000, depth: 240}).parameter('wallMount').value, true);
  });
});

describe('The demo chair', () => {
  const set = (picks: Record<string, Value>) => createConfiguration(read('chair'), {picks});

  it('offers each cover in the colours it is dyed in', () => {
    const configuration = set({fabric: 'leather'});
    const possible = ['ivory', 'sand', 'rust', 'olive', 'petrol', 'graphite', 'cognac'].filter((shade) =>
      configuration.isPossible('shade', shade),
    );
    assert.deepEqual(possible, ['sand', 'graphite', 'cognac']);
  });

  it('asks for a pattern only in wool', () => {
    assert.equal(set({fabric: 'linen'}).parameter('pattern').value, null);
    assert.equal(set({fabric: 'wool'}).parameter('pattern').value, 'plain');
  });
});
